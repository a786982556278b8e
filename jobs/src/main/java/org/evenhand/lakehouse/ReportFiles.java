package org.evenhand.lakehouse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The artefact files of a quarter in the output directory, and what their list says of them. */
final class ReportFiles {
  private static final String LIST = "artefacts.json";
  private final Map<String, Item> items;
  private final String status;

  /**
   * A file.
   *
   * @param code artefact code
   * @param audience who may read it
   */
  record Item(String code, String audience, int pages) {}

  private ReportFiles(Map<String, Item> items, String status) {
    this.items = items;
    this.status = status;
  }

  /** The list of a directory; nothing is known where there is none. */
  static ReportFiles of(Path directory) {
    JsonNode list = read(directory.resolve(LIST));
    Map<String, Item> items = new HashMap<>();
    for (JsonNode file : list.path("artefacts")) {
      items.put(
          file.path("path").asText(),
          new Item(
              file.path("kind").asText(),
              file.path("audience").asText(),
              file.path("pages").asInt()));
    }
    return new ReportFiles(items, list.path("status").asText("FINAL"));
  }

  /** INTERIM, FINAL or RESTATED. */
  String status() {
    return status;
  }

  /** What a file is; only the list itself is not on it. */
  Item item(String path) {
    return Optional.ofNullable(items.get(path))
        .orElseGet(() -> new Item("INDEX", "report readers of this quarter", 0));
  }

  /** Path and hash of every file, sorted; empty when there is no directory. */
  static String fingerprint(Path directory) {
    if (!Files.isDirectory(directory)) {
      return "";
    }
    try (Stream<Path> files = Files.walk(directory)) {
      List<String> hashes = new ArrayList<>();
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        hashes.add(directory.relativize(file) + "=" + DurableFiles.sha256(file));
      }
      return String.join(" ", hashes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode read(Path list) {
    try {
      return Files.exists(list)
          ? new ObjectMapper().readTree(Files.readAllBytes(list))
          : MissingNode.getInstance();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
