package org.evenhand.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.evenhand.job.Quarter;
import org.evenhand.job.RunContext;
import org.evenhand.schema.Mappings;
import org.evenhand.schema.Policies;
import org.evenhand.table.LakeTables;
import org.evenhand.table.Slice;
import org.evenhand.table.Stamp;
import org.evenhand.table.Table;
import org.evenhand.table.columns.GoldExpectedOutcome;
import org.evenhand.table.columns.GoldRepWeek;
import org.evenhand.table.columns.GoldStructuralContext;
import org.evenhand.table.columns.GoldStructureFigure;
import org.evenhand.table.columns.SilverAssignment;
import org.evenhand.table.columns.SilverCalendar;
import org.evenhand.table.columns.SilverLead;
import org.evenhand.table.columns.SilverOpportunity;
import org.evenhand.table.columns.SilverOpportunityCredit;
import org.evenhand.table.columns.SilverStructuralInput;
import org.evenhand.table.columns.SilverTerritoryAssignment;
import org.evenhand.testing.SparkExtension;
import org.evenhand.testing.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Two teams of three AEs and two of two SDRs in one quarter, from tables to tables. */
@ExtendWith(SparkExtension.class)
class StructureJobTest {
  private static final String KNOWN = "valid_from | known_from | known_to\n";
  private static final String SINCE = "2026-01-01T00:00:00Z | 2026-01-01T00:00:00Z | NULL";
  private static final int DEALS = 12;

  @TempDir Path root;

  @Test
  void tablesHoldDealsLeadsAndWeeksOfEverybody(SparkSession session) {
    LakeTables tables = new LakeTables(session, root.resolve("lake").toString());
    company(tables);

    new Structure().run(context(session, tables));

    List<Row> expected = tables.rows(GoldExpectedOutcome.TABLE);
    Row first = row(expected, "REP", "1", "win");
    assertThat(GoldExpectedOutcome.STATE.text(first)).isEqualTo("KNOWN");
    assertThat(GoldExpectedOutcome.CASES.real(first)).isEqualTo(DEALS);
    assertThat(GoldExpectedOutcome.ACTUAL.money(first)).isEqualByComparingTo("6");
    assertThat(GoldExpectedOutcome.ACTUAL.money(row(expected, "REP", "1", "amount")))
        .isEqualByComparingTo("6003.50");
    assertThat(GoldExpectedOutcome.CASES.real(row(expected, "REP", "11", "win"))).isEqualTo(8);
    assertThat(GoldExpectedOutcome.REASON.text(row(expected, "REP", "11", "amount")))
        .isEqualTo("Leads carry no amount.");
    assertThat(GoldExpectedOutcome.ACTUAL.money(row(expected, "REP", "1", "hours")))
        .isEqualByComparingTo("205");
    assertThat(expected.stream().map(GoldExpectedOutcome.SUBJECT_KIND::text))
        .contains("TEAM", "ROLE", "COMPANY");

    List<Row> contexts = tables.rows(GoldStructuralContext.TABLE);
    assertThat(contexts).hasSize(10 * Factor.COUNT);
    Map<String, List<Row>> brand =
        contexts.stream()
            .filter(row -> GoldStructuralContext.FACTOR.text(row).equals("BRAND_EQUITY"))
            .collect(Collectors.groupingBy(GoldStructuralContext.STATE::text));
    assertThat(brand.keySet()).containsExactly("KNOWN");

    List<Row> figures = tables.rows(GoldStructureFigure.TABLE);
    assertThat(figures.stream().map(GoldStructureFigure.MEASURE::text).distinct())
        .containsExactlyInAnyOrder(
            "structure_win",
            "structure_amount",
            "structure_hours",
            "structural_condition",
            "structure_share",
            "structure_calibration",
            "funnel_win");
  }

  private static Row row(List<Row> rows, String kind, String subject, String measure) {
    return rows.stream()
        .filter(row -> GoldExpectedOutcome.SUBJECT_KIND.text(row).equals(kind))
        .filter(row -> GoldExpectedOutcome.SUBJECT.text(row).equals(subject))
        .filter(row -> GoldExpectedOutcome.MEASURE.text(row).equals(measure))
        .findFirst()
        .orElseThrow();
  }

  private static void company(LakeTables tables) {
    given(
        tables,
        SilverCalendar.TABLE,
        "day | quarter | quarter_start | quarter_end | "
            + KNOWN
            + "2026-07-01 | 2026Q3 | 2026-07-01 | 2026-09-30 | "
            + SINCE);
    StringBuilder people =
        new StringBuilder("rep_key | from_date | to_date | team_id | role | employed | " + KNOWN);
    StringBuilder held =
        new StringBuilder(
            "rep_key | territory_id | territory_tier | from_date | to_date | " + KNOWN);
    StringBuilder weeks =
        new StringBuilder(
            "quarter | rep_key | week_start | team_id | role | worked_days | selling_seconds\n");
    for (int rep : new int[] {1, 2, 3, 4, 5, 6, 11, 12, 13, 14}) {
      String role = rep > 10 ? "SDR" : "AE";
      people.append(
          "%d | 2025-01-01 | NULL | %s | %s | true | %s%n".formatted(rep, team(rep), role, SINCE));
      held.append(
          "%d | X%d | %s | 2025-01-01 | NULL | %s%n"
              .formatted(rep, rep % 2, rep % 2 == 0 ? "A" : "B", SINCE));
      for (int week = 0; week < 10; week++) {
        LocalDate monday = LocalDate.of(2026, 7, 6).plusWeeks(week);
        weeks.append(
            "2026Q3 | %d | %s | %s | %s | 5 | %d%n"
                .formatted(rep, monday, team(rep), role, 3600 * (16 + week + rep % 3 - 1)));
      }
    }
    given(tables, SilverAssignment.TABLE, people.toString());
    given(tables, SilverTerritoryAssignment.TABLE, held.toString());
    tables.replace(
        GoldRepWeek.TABLE,
        Slice.of("2026Q3"),
        TextTable.rows(GoldRepWeek.TABLE, weeks.toString()),
        stamp());
    given(
        tables,
        SilverStructuralInput.TABLE,
        "factor | indicator | territory_id | segment | month | value | "
            + KNOWN
            + "BRAND_EQUITY | inbound_index | ALL | ALL | 2026-08-01 | 101 | "
            + SINCE);
    deals(tables);
    leads(tables);
  }

  private static String team(int rep) {
    return rep > 10 ? "S" + (rep - 11) / 2 : "A" + (rep - 1) / 3;
  }

  private static void deals(LakeTables tables) {
    StringBuilder deals =
        new StringBuilder(
            "system | opportunity_id | stage_class | created_date | closed_date | closed_quarter"
                + " | territory_id | segment | lead_source | amount_usd_constant | merged_into_id | presence | "
                + KNOWN);
    StringBuilder credits =
        new StringBuilder(
            "system | opportunity_id | event | event_at | rep_key | owner_at_event | share"
                + " | team_id | role | territory_id | "
                + KNOWN);
    for (int rep = 1; rep <= 6; rep++) {
      for (int deal = 0; deal < DEALS; deal++) {
        boolean won = (deal + rep / 2) % 2 == 0;
        String end = won ? "WON" : "LOST";
        deals.append(
            "crm | D%d-%d | %s | 2026-07-%02d | 2026-09-01 | 2026Q3 | X%d | %s | %s | %s | NULL | PRESENT | %s%n"
                .formatted(
                    rep,
                    deal,
                    end,
                    deal + 1,
                    rep % 2,
                    deal % 3 == 0 ? "SMB" : "Enterprise",
                    deal % 4 == 0 ? "Web" : "Referral",
                    deal % 3 == 0 ? "1001.75" : "1000.00",
                    SINCE));
        credits.append(
            "crm | D%d-%d | %s | 2026-09-01T10:00:00Z | %d | true | 1.0 | %s | AE | X%d | %s%n"
                .formatted(rep, deal, end, rep, team(rep), rep % 2, SINCE));
      }
    }
    given(tables, SilverOpportunity.TABLE, deals.toString());
    given(tables, SilverOpportunityCredit.TABLE, credits.toString());
  }

  private static void leads(LakeTables tables) {
    StringBuilder leads =
        new StringBuilder(
            "system | lead_id | owner_rep_key | team_id | grade | created_date | converted_on"
                + " | meeting_held_at | territory_id | merged_into_id | presence | "
                + KNOWN);
    for (int rep = 11; rep <= 14; rep++) {
      for (int lead = 0; lead < 9; lead++) {
        boolean late = lead == 8;
        leads.append(
            "crm | L%d-%d | %d | %s | %s | 2026-%s | %s | NULL | X%d | NULL | PRESENT | %s%n"
                .formatted(
                    rep,
                    lead,
                    rep,
                    team(rep),
                    lead % 2 == 0 ? "A" : "B",
                    late ? "09-25" : "07-0" + (lead + 1),
                    (lead + rep) % 3 == 0 ? "2026-07-15" : "NULL",
                    rep % 2,
                    SINCE));
      }
    }
    given(tables, SilverLead.TABLE, leads.toString());
  }

  private static void given(LakeTables tables, Table table, String text) {
    tables.replace(table, Slice.whole(), TextTable.rows(table, text), stamp());
  }

  private RunContext context(SparkSession session, LakeTables tables) {
    return new RunContext(
        new RunContext.Engine(session, tables),
        new RunContext.Period(
            Quarter.parse("2026Q3"), CompanyWorld.EDITION, Instant.parse("2026-10-05T00:00:00Z")),
        new RunContext.Rules(Policies.bundled(), Mappings.bundled()),
        new RunContext.Places(
            root.resolve("landing"),
            root.resolve("lake").toString(),
            root.resolve("out"),
            root.resolve("key")),
        stamp());
  }

  private static Stamp stamp() {
    return new Stamp("structure", "run", "given", Map.of());
  }
}
