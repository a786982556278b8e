package org.evenhand.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Row;
import org.evenhand.stats.Figure;
import org.evenhand.table.Column;
import org.evenhand.table.columns.GoldSourceCompleteness;

/**
 * What arrived per source. A source nobody delivered is named once, unless another source feeds the
 * same table.
 */
final class SourceFacts {
  private static final Map<String, Column> COUNTS =
      new TreeMap<>(
          Map.of(
              "source_files", GoldSourceCompleteness.FILES,
              "source_files_failed", GoldSourceCompleteness.FILES_FAILED,
              "source_rows", GoldSourceCompleteness.ROWS_READ,
              "source_rows_accepted", GoldSourceCompleteness.ROWS_ACCEPTED,
              "source_rows_rejected", GoldSourceCompleteness.ROWS_REJECTED,
              "source_reexported", GoldSourceCompleteness.FILES_REEXPORTED));

  private final Map<String, Measure> catalogue;

  SourceFacts(Map<String, Measure> catalogue) {
    this.catalogue = catalogue;
  }

  List<Fact> of(List<Row> sources) {
    List<Fact> facts = new ArrayList<>();
    Set<String> fed = new TreeSet<>();
    Map<String, Set<String>> missing = new TreeMap<>();
    long delivered = 0;
    for (Row row : sources) {
      boolean arrived = (Boolean) row.get(row.fieldIndex(GoldSourceCompleteness.DELIVERED.name()));
      String source = GoldSourceCompleteness.SOURCE.text(row);
      if (arrived) {
        delivered++;
        fed.add(GoldSourceCompleteness.TARGET.text(row));
        facts.addAll(delivered(source, row));
      } else if (GoldSourceCompleteness.FILES_FAILED.whole(row) > 0) {
        facts.addAll(failed(source, row));
      } else {
        missing
            .computeIfAbsent(GoldSourceCompleteness.TARGET.text(row), t -> new TreeSet<>())
            .add(source);
      }
    }
    missing.keySet().removeAll(fed);
    missing.forEach((target, names) -> facts.add(missing(target, names)));
    facts.add(company("sources_delivered", delivered, "Sources with at least one file."));
    facts.add(company("sources_missing", missing.size(), names(missing)));
    return facts;
  }

  private static String names(Map<String, Set<String>> missing) {
    return missing.isEmpty()
        ? "Every kind of record arrived from some source."
        : "Not delivered: "
            + String.join(", ", missing.keySet().stream().map(SourceFacts::plain).toList())
            + ".";
  }

  private static String plain(String target) {
    return target.replaceFirst("^bronze\\.", "").replace('_', ' ');
  }

  private Fact missing(String target, Set<String> sources) {
    String reason =
        "No file of %s was delivered (%s).".formatted(plain(target), String.join(", ", sources));
    return fact(
        sources.iterator().next(), "source_delivered", new Figure.NotMeasured(reason), reason);
  }

  private List<Fact> failed(String source, Row row) {
    return List.of(
        fact(
            source,
            "source_files_failed",
            Figure.count(GoldSourceCompleteness.FILES_FAILED.whole(row)),
            String.join(" ", list(row, GoldSourceCompleteness.FAILURES))));
  }

  private List<Fact> delivered(String source, Row row) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact(source, "source_delivered", Figure.count(1), "Arrived."));
    COUNTS.forEach(
        (measure, column) ->
            facts.add(
                fact(source, measure, Figure.count(column.whole(row)), reason(measure, row))));
    long due = GoldSourceCompleteness.FILES_IN_QUARTER.whole(row);
    long onTime = GoldSourceCompleteness.FILES_ON_TIME.whole(row);
    facts.add(
        fact(
            source,
            "source_on_time",
            share(onTime, due, "No file of the quarter is due or known yet."),
            "Of files extracted since the quarter began."));
    long read = GoldSourceCompleteness.ROWS_READ.whole(row);
    long rejected = GoldSourceCompleteness.ROWS_REJECTED.whole(row);
    facts.add(
        fact(
            source,
            "source_reject_share",
            share(rejected, read, "No record was read."),
            "Rejected of read."));
    facts.add(columns(source, "source_new_columns", row, GoldSourceCompleteness.NEW_COLUMNS));
    facts.add(
        columns(source, "source_dropped_columns", row, GoldSourceCompleteness.DROPPED_COLUMNS));
    return facts;
  }

  private static String reason(String measure, Row row) {
    return measure.equals("source_files_failed")
        ? String.join(" ", list(row, GoldSourceCompleteness.FAILURES))
        : "";
  }

  private static List<String> list(Row row, Column column) {
    return row.getList(row.fieldIndex(column.name()));
  }

  private static Figure share(long part, long whole, String none) {
    if (whole == 0) {
      return new Figure.Undefined(none);
    }
    double share = (double) part / whole;
    return new Figure.Known(share, share, share, whole);
  }

  private Fact columns(String source, String measure, Row row, Column column) {
    List<String> names = list(row, column);
    return fact(source, measure, Figure.count(names.size()), String.join(", ", names));
  }

  private Fact company(String measure, long count, String reason) {
    return fact(
        new Fact.Id("COMPANY", "all", measure, "", "all"),
        Figure.count(count),
        reason,
        "select * from gold.source_completeness");
  }

  private Fact fact(String source, String measure, Figure figure, String reason) {
    return fact(
        new Fact.Id("SOURCE", source, measure, "", "all"),
        figure,
        reason,
        "select * from gold.source_completeness where source = '" + source + "'");
  }

  private Fact fact(Fact.Id id, Figure figure, String reason, String query) {
    Measure measure = Objects.requireNonNull(catalogue.get(id.measure()));
    Fact.Reading plain = Fact.Reading.plain(measure.unit(), measure.nUnit());
    return new Fact(id, figure, 0, reason.isEmpty() ? plain : plain.because(reason), query);
  }
}
