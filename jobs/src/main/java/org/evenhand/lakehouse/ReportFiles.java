package org.evenhand.lakehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The artefact files of a quarter as they lie in the output directory. */
final class ReportFiles {
  private ReportFiles() {}

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

  /** What a file is, from its place: rep pages are the rep's, everything else as its code says. */
  static PublishQuarter.Item item(String path) {
    String code = code(path.toLowerCase(Locale.ROOT));
    String audience =
        switch (code) {
          case "REP" -> "the rep";
          case "EXE" -> "executives";
          case "HYG" -> "data owners";
          default -> "all recipients";
        };
    return new PublishQuarter.Item(path, "ARTEFACT", code, audience);
  }

  private static String code(String path) {
    for (String code : List.of("exe", "hyg", "rep", "mgr", "aud", "card", "gate", "xls")) {
      if (path.startsWith(code + "/")
          || path.startsWith(code + "-")
          || path.startsWith(code + ".")) {
        return code.toUpperCase(Locale.ROOT);
      }
    }
    return path.startsWith("index") ? "INDEX" : path.contains("rep") ? "REP" : "EXE";
  }
}
