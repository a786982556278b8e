package org.evenhand.panel;

import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.evenhand.job.Job;
import org.evenhand.job.Quarter;
import org.evenhand.job.RunContext;
import org.evenhand.schema.Mappings;
import org.evenhand.schema.Policies;
import org.evenhand.schema.SchemaFiles;
import org.evenhand.table.Edition;
import org.evenhand.table.LakeTables;
import org.evenhand.table.Slice;
import org.evenhand.table.Stamp;
import org.evenhand.table.Table;
import org.evenhand.table.columns.GoldFact;
import org.evenhand.testing.TextTable;

/** A lake in a temporary directory with silver rows written as text, and the jobs over it. */
final class PanelFixture {
  /** All jobs of the panel in run order. */
  static final List<Job> JOBS =
      List.of(
          new RepDay(),
          new RepWeek(),
          new CommissionQuarter(),
          new RepPeriod(),
          new Completeness(),
          new SourceCompleteness(),
          new RuleFailures(),
          new Conversion(),
          new DealCycle(),
          new Ramp(),
          new Measures(),
          new RepRoi(),
          new Facts());

  private final SparkSession session;
  private final Path root;
  private final LakeTables tables;
  private Edition edition = new Edition("2026Q3", "edition1");

  PanelFixture(SparkSession session, Path root) {
    this.session = session;
    this.root = root;
    this.tables = new LakeTables(session, root.resolve("lake").toString());
  }

  /** Replaces all rows of an unpartitioned table, or of one partition at a time. */
  PanelFixture given(Table table, String text) {
    tables.replace(table, Slice.whole(), TextTable.rows(table, text), stamp("given"));
    return this;
  }

  PanelFixture given(Table table, List<Row> rows) {
    tables.replace(table, Slice.whole(), rows, stamp("given"));
    return this;
  }

  PanelFixture append(Table table, String text) {
    tables.append(table, TextTable.rows(table, text), stamp("given " + text.hashCode()));
    return this;
  }

  PanelFixture edition(String id) {
    edition = new Edition("2026Q3", id);
    return this;
  }

  PanelFixture run(Job... jobs) {
    for (Job job : jobs) {
      job.run(context(job.name()));
    }
    return this;
  }

  PanelFixture runAll() {
    return run(JOBS.toArray(Job[]::new));
  }

  RunContext context(String job) {
    return new RunContext(
        new RunContext.Engine(session, tables),
        new RunContext.Period(
            Quarter.parse("2026Q3"), edition, Instant.parse("2026-10-05T00:00:00Z")),
        new RunContext.Rules(policies(), Mappings.bundled()),
        new RunContext.Places(
            root.resolve("landing"),
            root.resolve("lake").toString(),
            root.resolve("out"),
            root.resolve("key")),
        stamp(job));
  }

  private static Policies policies() {
    Map<String, String> files = new HashMap<>(SchemaFiles.under("policy"));
    files.putIfAbsent("consolidation.json", "{\"reportingCurrency\": \"USD\"}");
    return Policies.of(files);
  }

  private Stamp stamp(String job) {
    return new Stamp(job, "run", job + edition.id(), Map.of());
  }

  List<Row> rows(Table table) {
    return tables.rows(table);
  }

  String checksum(Table table) {
    return tables.state(table).checksum();
  }

  /** The one fact with these keys. */
  Optional<Row> fact(String subject, String measure, String dimension, String period) {
    return tables.read(GoldFact.TABLE, edition).collectAsList().stream()
        .filter(row -> GoldFact.SUBJECT.text(row).equals(subject))
        .filter(row -> GoldFact.MEASURE.text(row).equals(measure))
        .filter(row -> GoldFact.DIMENSION.text(row).equals(dimension))
        .filter(row -> GoldFact.PERIOD.text(row).equals(period))
        .findFirst();
  }

  double value(String subject, String measure, String dimension, String period) {
    Row row = fact(subject, measure, dimension, period).orElseThrow();
    if (GoldFact.VALUE.isNull(row)) {
      throw new AssertionError(measure + " of " + subject + ": " + GoldFact.REASON.text(row));
    }
    return GoldFact.VALUE.real(row);
  }

  String state(String subject, String measure, String dimension, String period) {
    return GoldFact.STATE.text(fact(subject, measure, dimension, period).orElseThrow());
  }
}
