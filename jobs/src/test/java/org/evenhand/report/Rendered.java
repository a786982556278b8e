package org.evenhand.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.evenhand.report.facts.FactSet;

/** Artefacts of the sample facts in a directory. */
record Rendered(Path directory, List<Artefact> artefacts) {
  static final ReportHeader HEADER =
      new ReportHeader(
          "2026Q3",
          Instant.parse("2026-10-12T06:00:00Z"),
          ReportHeader.Status.INTERIM,
          new ReportHeader.Origin("run-1", "3f9a1c2b7d10", "a71c0e55d2f4", "0.1.0"));

  static Rendered in(Path directory) {
    return of(SampleFacts.all(), directory);
  }

  static Rendered of(FactSet facts, Path directory) {
    return new Rendered(
        directory, Reports.render(facts, HEADER, SampleSkills.policies(), directory));
  }

  byte[] bytes(String path) {
    try {
      return Files.readAllBytes(directory.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Html html(String path) {
    return Html.parse(bytes(path));
  }

  List<String> pages() {
    return artefacts.stream().map(Artefact::path).filter(path -> path.endsWith(".html")).toList();
  }
}
