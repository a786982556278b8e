package org.evenhand.schema;

import java.util.Arrays;
import java.util.Locale;

/** A table's full name, printed as {@code layer.name}. */
public record TableName(Layer layer, String name) implements Comparable<TableName> {

  /** Parses {@code silver.opportunity}. */
  public static TableName parse(String text) {
    int dot = text.indexOf('.');
    if (dot <= 0 || dot == text.length() - 1) {
      throw new IllegalArgumentException(
          "Cannot parse table name '%s': expected <layer>.<name>. Write for example silver.opportunity."
              .formatted(text));
    }
    String layer = text.substring(0, dot).toUpperCase(Locale.ROOT);
    return Arrays.stream(Layer.values())
        .filter(known -> known.name().equals(layer))
        .map(known -> new TableName(known, text.substring(dot + 1)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Cannot parse table name '%s': layers are bronze, silver and gold. Write for example silver.opportunity."
                        .formatted(text)));
  }

  @Override
  public int compareTo(TableName other) {
    int byLayer = layer.compareTo(other.layer);
    return byLayer != 0 ? byLayer : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return layer.name().toLowerCase(Locale.ROOT) + "." + name;
  }
}
