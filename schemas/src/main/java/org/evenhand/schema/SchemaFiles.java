package org.evenhand.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The JSON files shipped in this module, from a directory or from inside the jar. */
public final class SchemaFiles {
  private static final String ROOT = "evenhand";

  private SchemaFiles() {}

  /** The shipped table contracts, {@code <layer>/<table>.json} to text. */
  public static Map<String, String> contracts() {
    Map<String, String> files = new TreeMap<>();
    for (String layer : List.of("bronze", "silver", "gold")) {
      under(layer).forEach((path, json) -> files.put(layer + "/" + path, json));
    }
    return files;
  }

  /** Relative path to text, sorted by path, of every shipped file under {@code folder}. */
  public static Map<String, String> under(String folder) {
    try {
      URI code = SchemaFiles.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path location = Path.of(code);
      if (Files.isDirectory(location)) {
        return read(location.resolve(ROOT).resolve(folder));
      }
      try (FileSystem jar = FileSystems.newFileSystem(location)) {
        return read(jar.getPath(ROOT, folder));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Relative path to text, sorted by path, of every JSON file below a directory. */
  public static Map<String, String> read(Path directory) throws IOException {
    Map<String, String> files = new TreeMap<>();
    if (!Files.isDirectory(directory)) {
      return files;
    }
    try (Stream<Path> paths = Files.walk(directory)) {
      for (Path path :
          (Iterable<Path>) paths.filter(p -> p.toString().endsWith(".json"))::iterator) {
        files.put(directory.relativize(path).toString().replace('\\', '/'), Files.readString(path));
      }
    }
    return files;
  }
}
