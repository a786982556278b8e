package org.evenhand.schema;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The catalogue of source mappings. */
public final class Mappings {
  private final Map<String, SourceMapping> byName;

  private Mappings(Map<String, SourceMapping> byName) {
    this.byName = byName;
  }

  /** The mappings shipped with this version. */
  public static Mappings bundled() {
    return Holder.BUNDLED;
  }

  /** Parses every file against the shipped contracts; all problems are reported together. */
  public static Mappings of(Map<String, String> files) {
    return of(files, Contracts.bundled());
  }

  /** Parses every file; all problems of all files are reported together. */
  public static Mappings of(Map<String, String> files, Contracts contracts) {
    Map<String, SourceMapping> mappings = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    new TreeMap<>(files)
        .forEach(
            (path, json) -> {
              try {
                SourceMapping mapping = SourceMappingParser.parse(path, json, contracts);
                if (mappings.put(mapping.name(), mapping) != null) {
                  problems.add("%s: mapping %s is described twice".formatted(path, mapping.name()));
                }
              } catch (SchemaException e) {
                e.problems().forEach(problem -> problems.add(path + ": " + problem));
              }
            });
    if (!problems.isEmpty()) {
      throw new SchemaException("source mappings", problems);
    }
    return new Mappings(mappings);
  }

  /**
   * The shipped mappings and those of a directory; one with the same system and object replaces the
   * shipped one.
   */
  public static Mappings withDirectory(Path directory) {
    if (!Files.isDirectory(directory)) {
      throw new SchemaException(
          "source mappings in " + directory, List.of("there is no such directory"));
    }
    try {
      Map<String, SourceMapping> all = new TreeMap<>(bundled().byName);
      all.putAll(of(SchemaFiles.read(directory)).byName);
      return new Mappings(all);
    } catch (IOException e) {
      throw new SchemaException("source mappings in " + directory, List.of(e.toString()));
    }
  }

  /** In the order of their names. */
  public Collection<SourceMapping> all() {
    return byName.values();
  }

  /**
   * @throws IllegalArgumentException naming the known mappings when there is no such mapping
   */
  public SourceMapping get(String name) {
    SourceMapping mapping = byName.get(name);
    if (mapping == null) {
      throw new IllegalArgumentException(
          "Cannot find source mapping '%s': known mappings are %s. Correct the name or add schemas/sources/%s.json."
              .formatted(name, byName.keySet(), name));
    }
    return mapping;
  }

  private static final class Holder {
    private static final Mappings BUNDLED = Mappings.of(SchemaFiles.under("sources"));
  }
}
