package org.evenhand.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.List;
import org.evenhand.pipeline.Fingerprints;
import org.evenhand.sql.Role;

/** Who asked what of the published tables: one JSON line each, the statement as its hash. */
final class QueryLog {
  private QueryLog() {}

  static void record(String lake, Role role, String sql, int rows) {
    Path file = Path.of(lake, "restricted", "ops", "sql.jsonl");
    String line =
        "{\"at\":\"%s\",\"user\":\"%s\",\"role\":\"%s\",\"statement\":\"%s\",\"rows\":%d}%n"
            .formatted(
                Clock.systemUTC().instant(),
                System.getProperty("user.name"),
                role,
                Fingerprints.of(List.of(sql)),
                rows);
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
