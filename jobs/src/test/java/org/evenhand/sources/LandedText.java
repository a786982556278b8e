package org.evenhand.sources;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.evenhand.intake.read.Digests;
import org.evenhand.intake.read.FileReader;
import org.evenhand.intake.read.Records;
import org.evenhand.intake.read.SourceRecord;
import org.evenhand.intake.row.CompiledMapping;
import org.evenhand.intake.row.FileStamp;
import org.evenhand.intake.row.MappedRow;
import org.evenhand.schema.Contracts;
import org.evenhand.schema.SourceMapping;
import org.evenhand.schema.TableContract;
import org.jspecify.annotations.Nullable;

/** What a mapping makes of its files, as text: a line per record, NULL columns left out. */
final class LandedText {
  private static final Path LANDING = Path.of("src", "test", "resources", "sources", "landing");
  private static final Instant EXTRACTED = Instant.parse("2026-10-02T00:00:00Z");

  private LandedText() {}

  static String of(SparkSession session, SourceMapping mapping) throws IOException {
    return of(session, mapping, LANDING);
  }

  static String of(SparkSession session, SourceMapping mapping, Path landing) throws IOException {
    TableContract contract = Contracts.bundled().get(mapping.target());
    CompiledMapping compiled = CompiledMapping.of(session, mapping, contract);
    List<String> lines = new ArrayList<>();
    for (Path file : files(mapping, landing)) {
      try (Records records = FileReader.open(file, Digests.of(file), compiled.plan())) {
        FileStamp stamp = new FileStamp(mapping.about().system(), "file", "batch", EXTRACTED);
        for (SourceRecord next = records.next(); next != null; next = records.next()) {
          lines.add(line(contract, next, compiled.mapper().map(next, stamp)));
        }
      }
    }
    return String.join("\n", lines) + "\n";
  }

  private static List<Path> files(SourceMapping mapping, Path landing) throws IOException {
    PathMatcher glob = FileSystems.getDefault().getPathMatcher("glob:" + mapping.shape().files());
    try (Stream<Path> paths = Files.walk(landing)) {
      return paths
          .filter(Files::isRegularFile)
          .filter(path -> glob.matches(landing.relativize(path)))
          .sorted()
          .toList();
    }
  }

  private static String line(TableContract contract, SourceRecord record, MappedRow row) {
    if (!row.isAccepted()) {
      return "line %d REJECTED: %s".formatted(record.line(), String.join("; ", row.reasons()));
    }
    List<String> shown = new ArrayList<>();
    List<String> names = contract.columnNames();
    for (int i = 0; i < names.size(); i++) {
      @Nullable Object value = row.values()[i];
      String name = names.get(i);
      if (value != null && !name.startsWith("_") && !name.equals("known_from")) {
        shown.add(name + "=" + value);
      }
    }
    return "line %d: %s".formatted(record.line(), String.join(" | ", shown));
  }
}
