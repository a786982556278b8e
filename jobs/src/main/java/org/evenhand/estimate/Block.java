package org.evenhand.estimate;

import java.util.Arrays;
import java.util.List;
import org.evenhand.errors.UserException;

/** Columns under one name. */
public record Block(String name, List<String> columns) {
  public Block {
    columns = List.copyOf(columns);
  }

  /**
   * "place:a,b; other:c"; a part without a name is as many blocks as columns, each named as its
   * column.
   */
  public static List<Block> parse(String text) {
    return Arrays.stream(text.split(";", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .flatMap(part -> part(part).stream())
        .toList();
  }

  /** Names separated by commas. */
  public static List<String> names(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static List<Block> part(String part) {
    int colon = part.indexOf(':');
    if (colon < 0) {
      return names(part).stream().map(name -> new Block(name, List.of(name))).toList();
    }
    Block block = new Block(part.substring(0, colon).strip(), names(part.substring(colon + 1)));
    if (block.name().isEmpty() || block.columns().isEmpty()) {
      throw UserException.usage(
          "Cannot read block '%s': a name and at least one column are needed. Write name:a,b; other:c."
              .formatted(part));
    }
    return List.of(block);
  }
}
