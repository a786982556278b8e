package org.evenhand.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.evenhand.job.JobResult;
import org.evenhand.job.Quarter;
import org.evenhand.job.RunContext;
import org.evenhand.schema.Mappings;
import org.evenhand.schema.Policies;
import org.evenhand.table.Edition;
import org.evenhand.table.LakeTables;
import org.evenhand.table.Stamp;
import org.evenhand.table.Table;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.BronzeOpportunity;
import org.evenhand.table.columns.BronzeRejected;

/** A landing directory and a lake in a temporary directory, and intake between them. */
final class IntakeFixture {
  /** A mapping of deals; a test changes it by replacing parts of the text. */
  static final String DEALS =
      """
      {"system": "crm", "object": "deal", "description": "d", "target": "bronze.opportunity",
       "files": "crm/deal/*", "format": "csv", "load": "incremental", "drop": ["SSN"],
       "columns": [{"to": "opportunity_id", "from": "Id"}, {"to": "stage", "from": "Stage"},
         {"to": "stage_class", "expr": "CASE Stage WHEN 'Won' THEN 'WON' ELSE 'OPEN' END"},
         {"to": "amount", "from": "Amount"}, {"to": "currency", "constant": "USD"}]}
      """;

  private final SparkSession session;
  private final Path root;
  private final Map<String, String> policies = new LinkedHashMap<>();
  private Mappings mappings = Mappings.of(Map.of("crm/deal.json", DEALS));
  private int runs;

  IntakeFixture(SparkSession session, Path root) {
    this.session = session;
    this.root = root;
    policy(0.1, 25, 16 << 20);
    write("crm/.keep", "");
  }

  IntakeFixture policy(double maxRejectShare, int tolerated, long driverBytes) {
    policies.put(
        "intake.json",
        "{\"maxRejectShare\": %s, \"toleratedRejects\": %d, \"driverBytes\": %d}"
            .formatted(maxRejectShare, tolerated, driverBytes));
    return this;
  }

  IntakeFixture mapping(String json) {
    mappings = Mappings.of(Map.of("crm/deal.json", json));
    return this;
  }

  IntakeFixture mappings(Mappings all) {
    mappings = all;
    return this;
  }

  IntakeFixture land(String path, String text) {
    return land(path, text.getBytes(StandardCharsets.UTF_8));
  }

  IntakeFixture land(String path, byte[] bytes) {
    write(path, bytes);
    return this;
  }

  private void write(String path, String text) {
    write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private void write(String path, byte[] bytes) {
    try {
      Path file = landing().resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path landing() {
    return root.resolve("landing");
  }

  JobResult run() {
    return new IntakeJob().run(context());
  }

  RunContext context() {
    runs++;
    Instant asOf = Instant.parse("2026-12-31T00:00:00Z");
    return new RunContext(
        new RunContext.Engine(session, new LakeTables(session, root.resolve("lake").toString())),
        new RunContext.Period(Quarter.parse("2026Q3"), new Edition("2026Q3", "none"), asOf),
        new RunContext.Rules(Policies.of(policies), mappings),
        new RunContext.Places(
            landing(), root.resolve("lake").toString(), root.resolve("out"), root.resolve("key")),
        new Stamp("intake", "run-" + runs, "none", Map.of()));
  }

  List<Row> rows(Table table) {
    return context().tables().rows(table);
  }

  String checksum(Table table) {
    return context().tables().state(table).checksum();
  }

  /** {@code path status read/accepted/rejected} by path and status. */
  List<String> files() {
    return rows(BronzeFile.TABLE).stream()
        .sorted(Comparator.comparing((Row r) -> BronzeFile.PATH.text(r)))
        .map(
            r ->
                "%s %s %d/%d/%d"
                    .formatted(
                        BronzeFile.PATH.text(r),
                        BronzeFile.STATUS.text(r),
                        BronzeFile.ROWS_READ.whole(r),
                        BronzeFile.ROWS_ACCEPTED.whole(r),
                        BronzeFile.ROWS_REJECTED.whole(r)))
        .toList();
  }

  String reason(String path) {
    return rows(BronzeFile.TABLE).stream()
        .filter(r -> BronzeFile.PATH.text(r).equals(path))
        .filter(r -> !BronzeFile.REASON.isNull(r))
        .map(BronzeFile.REASON::text)
        .collect(Collectors.joining(" | "));
  }

  List<String> deals() {
    return rows(BronzeOpportunity.TABLE).stream()
        .map(BronzeOpportunity.OPPORTUNITY_ID::text)
        .sorted()
        .toList();
  }

  /** {@code line resolution} of every rejection, sorted. */
  List<String> rejected() {
    return rows(BronzeRejected.TABLE).stream()
        .map(r -> BronzeRejected.LINE.whole(r) + " " + BronzeRejected.RESOLUTION.text(r))
        .sorted()
        .toList();
  }
}
