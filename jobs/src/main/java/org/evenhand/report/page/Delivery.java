package org.evenhand.report.page;

import java.util.Comparator;
import java.util.List;
import org.evenhand.report.facts.Fact;
import org.evenhand.report.facts.FactSet;
import org.evenhand.report.facts.Subject;
import org.evenhand.report.facts.SubjectKind;

/** What came from one source. */
public record Delivery(String source, Files files, Rows rows, Columns columns) {

  /** Files of the source. */
  public record Files(Fact taken, Fact onTime, Fact failed, Fact reexported) {}

  /** Records of the source. */
  public record Rows(Fact read, Fact accepted, Fact rejected, Fact rejectShare) {}

  /** Columns that differ from what was agreed. */
  public record Columns(Fact unexpected, Fact dropped) {}

  static List<Delivery> arrived(FactSet facts) {
    return facts.subjects(SubjectKind.SOURCE).stream()
        .filter(source -> facts.get(source, "source_delivered", "all").isKnown())
        .map(source -> of(facts, source))
        .toList();
  }

  static List<Fact> missing(FactSet facts) {
    return facts.every(SubjectKind.SOURCE, "source_delivered").stream()
        .filter(fact -> !fact.isKnown())
        .toList();
  }

  /** Sources of which every file failed. */
  static List<Fact> failed(FactSet facts) {
    return facts.every(SubjectKind.SOURCE, "source_files_failed").stream()
        .filter(fact -> fact.count() > 0)
        .filter(fact -> facts.get(fact.key().subject(), "source_delivered", "all").isAbsent())
        .toList();
  }

  /** Rows rejected by source, most first; sources without any are left out. */
  static List<Fact> rejected(FactSet facts) {
    return facts.every(SubjectKind.SOURCE, "source_rows_rejected").stream()
        .filter(fact -> fact.count() > 0)
        .sorted(
            Comparator.comparingLong(Fact::count)
                .reversed()
                .thenComparing(fact -> fact.key().subject()))
        .toList();
  }

  private static Delivery of(FactSet facts, Subject source) {
    return new Delivery(
        source.id(),
        new Files(
            facts.get(source, "source_files", "all"),
            facts.get(source, "source_on_time", "all"),
            facts.get(source, "source_files_failed", "all"),
            facts.get(source, "source_reexported", "all")),
        new Rows(
            facts.get(source, "source_rows", "all"),
            facts.get(source, "source_rows_accepted", "all"),
            facts.get(source, "source_rows_rejected", "all"),
            facts.get(source, "source_reject_share", "all")),
        new Columns(
            facts.get(source, "source_new_columns", "all"),
            facts.get(source, "source_dropped_columns", "all")));
  }
}
