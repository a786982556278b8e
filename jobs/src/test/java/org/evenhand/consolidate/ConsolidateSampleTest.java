package org.evenhand.consolidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.evenhand.intake.IntakeJob;
import org.evenhand.job.Job;
import org.evenhand.job.Quarter;
import org.evenhand.job.RunContext;
import org.evenhand.schema.Mappings;
import org.evenhand.schema.Policies;
import org.evenhand.table.Edition;
import org.evenhand.table.LakeTables;
import org.evenhand.table.Stamp;
import org.evenhand.table.Table;
import org.evenhand.table.Tables;
import org.evenhand.table.columns.BronzeCommissionLine;
import org.evenhand.table.columns.BronzeOpportunity;
import org.evenhand.table.columns.SilverActivity;
import org.evenhand.table.columns.SilverCommissionLine;
import org.evenhand.table.columns.SilverConsolidationIssue;
import org.evenhand.table.columns.SilverIdentity;
import org.evenhand.table.columns.SilverOpportunity;
import org.evenhand.table.columns.SilverOpportunityCredit;
import org.evenhand.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The sample company from its export files to silver, through the real intake and tables. */
@ExtendWith(SparkExtension.class)
class ConsolidateSampleTest {

  @Test
  void theSampleCompanyConsolidates(SparkSession session, @TempDir Path lake) {
    Tables tables = consolidated(session, lake, Path.of("../sample-data/landing"), "2026Q3");

    assertThat(matchRate(tables)).isGreaterThan(0.9);
    assertThat(rows(tables, SilverActivity.TABLE)).hasSizeGreaterThan(10_000);
    assertThat(ids(tables, SilverOpportunity.TABLE, SilverOpportunity.OPPORTUNITY_ID))
        .isEqualTo(ids(tables, BronzeOpportunity.TABLE, BronzeOpportunity.OPPORTUNITY_ID));
    assertThat(sharesPerClosedDeal(tables))
        .allSatisfy((deal, share) -> assertThat(share).isLessThan(1.001));
    assertThat(finalVersionsPerStatement(tables))
        .allSatisfy((statement, n) -> assertThat(n).isOne());
    assertThat(lostLines(tables)).isEmpty();
  }

  @Test
  void theFourFileCrmConsolidatesWithItsTrapsReported(SparkSession session, @TempDir Path lake) {
    Tables tables = consolidated(session, lake, Path.of("../../shared/data/maven_crm"), "2017Q4");

    List<Row> deals = rows(tables, SilverOpportunity.TABLE);
    assertThat(deals).hasSize(8800);
    assertThat(deals)
        .filteredOn(row -> SilverOpportunity.STAGE_CLASS.text(row).equals("WON"))
        .hasSize(4238);
    assertThat(deals).allMatch(row -> !SilverOpportunity.OWNER_REP_KEY.isNull(row));
    assertThat(
            rows(tables, SilverOpportunityCredit.TABLE).stream()
                .filter(row -> SilverOpportunityCredit.EVENT.text(row).equals("WON"))
                .map(SilverOpportunityCredit.REP_KEY::whole)
                .distinct())
        .hasSize(30);
    assertThat(
            rows(tables, SilverConsolidationIssue.TABLE).stream()
                .collect(
                    Collectors.groupingBy(
                        SilverConsolidationIssue.RULE::text, Collectors.counting())))
        .containsEntry("UNKNOWN_PRODUCT", 1480L)
        .containsEntry("UNKNOWN_SEGMENT", 12L)
        .containsEntry("NO_OPENING_DATE", 500L);
  }

  private static Tables consolidated(
      SparkSession session, Path directory, Path landing, String quarter) {
    String lake = directory.resolve("lake").toString();
    Tables tables = new LakeTables(session, lake);
    RunContext context =
        new RunContext(
            new RunContext.Engine(session, tables),
            new RunContext.Period(
                Quarter.parse(quarter), new Edition(quarter, "000000000000"), Instant.EPOCH),
            new RunContext.Rules(Policies.bundled(), Mappings.bundled()),
            new RunContext.Places(landing, lake, directory, directory.resolve("key")),
            new Stamp("test", "run", "inputs", Map.of()));
    new IntakeJob().run(context);
    for (Job job : AllJobsTest.JOBS) {
      job.run(context.stamped(new Stamp(job.name(), "run", "inputs", Map.of())));
    }
    return tables;
  }

  private static double matchRate(Tables tables) {
    List<Row> accounts = rows(tables, SilverIdentity.TABLE);
    long matched =
        accounts.stream().filter(row -> SilverIdentity.STATE.text(row).equals("MATCHED")).count();
    return (double) matched / accounts.size();
  }

  private static Map<String, Double> sharesPerClosedDeal(Tables tables) {
    return rows(tables, SilverOpportunityCredit.TABLE).stream()
        .filter(row -> SilverOpportunityCredit.KNOWN_TO.isNull(row))
        .filter(row -> !SilverOpportunityCredit.EVENT.text(row).equals("CREATED"))
        .collect(
            Collectors.groupingBy(
                SilverOpportunityCredit.OPPORTUNITY_ID::text,
                Collectors.summingDouble(SilverOpportunityCredit.SHARE::real)));
  }

  private static Map<String, Long> finalVersionsPerStatement(Tables tables) {
    return rows(tables, SilverCommissionLine.TABLE).stream()
        .filter(row -> SilverCommissionLine.KNOWN_TO.isNull(row))
        .filter(row -> Boolean.TRUE.equals(SilverCommissionLine.FINAL.value(row)))
        .collect(
            Collectors.groupingBy(
                SilverCommissionLine.STATEMENT_ID::text,
                Collectors.collectingAndThen(
                    Collectors.mapping(
                        row -> SilverCommissionLine.STATEMENT_VERSION.value(row),
                        Collectors.toSet()),
                    versions -> (long) versions.size())));
  }

  /** Lines that are neither in silver nor an issue. */
  private static Set<String> lostLines(Tables tables) {
    Set<String> lines = ids(tables, BronzeCommissionLine.TABLE, BronzeCommissionLine.LINE_ID);
    lines.removeAll(ids(tables, SilverCommissionLine.TABLE, SilverCommissionLine.LINE_ID));
    lines.removeAll(
        ids(tables, SilverConsolidationIssue.TABLE, SilverConsolidationIssue.RECORD_ID));
    return lines;
  }

  private static Set<String> ids(Tables tables, Table table, org.evenhand.table.Column id) {
    return rows(tables, table).stream()
        .filter(row -> !id.isNull(row))
        .map(id::text)
        .collect(Collectors.toSet());
  }

  private static List<Row> rows(Tables tables, Table table) {
    return tables.rows(table);
  }
}
