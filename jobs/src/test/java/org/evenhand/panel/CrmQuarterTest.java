package org.evenhand.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.evenhand.consolidate.AssignmentJob;
import org.evenhand.consolidate.CalendarJob;
import org.evenhand.consolidate.ConsolidationIssueJob;
import org.evenhand.consolidate.FxJob;
import org.evenhand.consolidate.IdentityJob;
import org.evenhand.consolidate.OpportunityCreditJob;
import org.evenhand.consolidate.OpportunityJob;
import org.evenhand.consolidate.OpportunityStageJob;
import org.evenhand.consolidate.WorkerIdentityJob;
import org.evenhand.consolidate.WorkerJob;
import org.evenhand.intake.IntakeJob;
import org.evenhand.job.Job;
import org.evenhand.job.Quarter;
import org.evenhand.job.RunContext;
import org.evenhand.schema.Mappings;
import org.evenhand.schema.Policies;
import org.evenhand.table.Edition;
import org.evenhand.table.LakeTables;
import org.evenhand.table.Stamp;
import org.evenhand.table.columns.GoldFact;
import org.evenhand.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Four plain CRM files nobody here made, to facts, by mapping files alone. */
@ExtendWith(SparkExtension.class)
@EnabledIf("published")
class CrmQuarterTest {
  private static final Path FILES = Path.of("..", "..", "shared", "data", "maven_crm");

  private static final List<Job> CONSOLIDATE =
      List.of(
          new IntakeJob(),
          new CalendarJob(),
          new FxJob(),
          new WorkerIdentityJob(),
          new IdentityJob(),
          new WorkerJob(),
          new AssignmentJob(),
          new OpportunityJob(),
          new OpportunityStageJob(),
          new OpportunityCreditJob(),
          new ConsolidationIssueJob());

  @TempDir Path root;

  static boolean published() {
    return FILES.toFile().isDirectory();
  }

  @Test
  void factsAreThePublishedFigures(SparkSession session) throws IOException {
    Map<String, Row> facts = facts(session);
    JsonNode checks =
        new ObjectMapper().readTree(FILES.resolve("expected.json").toFile()).get("checks");

    checks
        .get("by_close_quarter")
        .properties()
        .forEach(
            quarter -> {
              JsonNode expected = quarter.getValue();
              expect(facts, "closed_count||" + quarter.getKey(), expected.get("closed").asDouble());
              expect(facts, "won_count||" + quarter.getKey(), expected.get("won").asDouble());
              expect(facts, "won_value|USD|" + quarter.getKey(), expected.get("value").asDouble());
            });
    checks
        .get("deal_stage")
        .properties()
        .forEach(
            stage ->
                expect(facts, "deals|" + stage.getKey() + "|all", stage.getValue().asDouble()));
    expect(facts, "won_value|USD|all", checks.get("won_value_total").asDouble());
    expect(facts, "won_value||all", checks.get("won_value_total").asDouble());
    expect(facts, "win_rate||all", checks.get("win_rate_closed").asDouble());
    expect(facts, "cycle_won_mean||all", checks.get("mean_cycle_won_days").asDouble());
    expect(facts, "cycle_won_median||all", checks.at("/median_cycle_days/Won").asDouble());
    expect(facts, "cycle_lost_median||all", checks.at("/median_cycle_days/Lost").asDouble());
    expect(facts, "reps_in_crm||all", checks.get("agents_in_pipeline").asDouble());
    expect(facts, "reps||now", checks.get("agents_in_teams").asDouble());
    expect(facts, "teams||now", checks.get("managers").asDouble());
    checks
        .get("by_manager_closed")
        .properties()
        .forEach(
            manager ->
                assertThat(value(facts, "TEAM|" + manager.getKey() + "|closed_count||all"))
                    .isEqualTo(manager.getValue().asDouble()));

    // the traps
    expect(facts, "reps_without_deals||all", 5);
    expect(facts, "plausibility|reps_without_deals|all", 5);
    expect(facts, "plausibility|deals_without_account|all", 1425);
    expect(facts, "plausibility|deals_without_start|all", 500);
    expect(facts, "plausibility|open_deals|all", 2089);
    expect(facts, "plausibility|unknown_products|all", 1480);

    // cycle by Kaplan-Meier with open deals censored is longer than that of closed deals alone
    assertThat(value(facts, "COMPANY|all|deal_cycle||all")).isGreaterThan(57);
    // values blank, not zero; missing sources named
    for (String measure : List.of("commission||now", "time_saved||change", "non_selling||now")) {
      assertThat(GoldFact.STATE.text(fact(facts, "COMPANY|all|" + measure)))
          .isEqualTo("NOT_MEASURED");
      assertThat(GoldFact.VALUE.isNull(fact(facts, "COMPANY|all|" + measure))).isTrue();
    }
    assertThat(GoldFact.REASON.text(fact(facts, "COMPANY|all|sources_missing||all")))
        .contains("activity", "commission line", "ai rollout");
  }

  private static void expect(Map<String, Row> facts, String key, double expected) {
    assertThat(value(facts, "COMPANY|all|" + key)).as(key).isCloseTo(expected, within(1e-9));
  }

  private static double value(Map<String, Row> facts, String key) {
    return GoldFact.VALUE.real(fact(facts, key));
  }

  private static Row fact(Map<String, Row> facts, String key) {
    assertThat(facts).containsKey(key);
    return Objects.requireNonNull(facts.get(key));
  }

  private Map<String, Row> facts(SparkSession session) {
    String lake = root.resolve("lake").toString();
    LakeTables tables = new LakeTables(session, lake);
    Edition edition = new Edition("2017Q4", "000000000000");
    RunContext context =
        new RunContext(
            new RunContext.Engine(session, tables),
            new RunContext.Period(
                Quarter.parse("2017Q4"), edition, Instant.parse("2018-01-01T00:00:00Z")),
            new RunContext.Rules(Policies.bundled(), Mappings.bundled()),
            new RunContext.Places(FILES, lake, root.resolve("out"), root.resolve("key")),
            new Stamp("test", "run", "inputs", Map.of()));
    Stream.concat(CONSOLIDATE.stream(), PanelFixture.JOBS.stream())
        .forEach(job -> job.run(context.stamped(new Stamp(job.name(), "run", "inputs", Map.of()))));
    Map<String, Row> facts = new TreeMap<>();
    tables
        .read(GoldFact.TABLE, edition)
        .collectAsList()
        .forEach(
            row ->
                facts.put(
                    String.join(
                        "|",
                        GoldFact.SUBJECT_KIND.text(row),
                        GoldFact.SUBJECT.text(row),
                        GoldFact.MEASURE.text(row),
                        GoldFact.DIMENSION.text(row),
                        GoldFact.PERIOD.text(row)),
                    row));
    return facts;
  }
}
