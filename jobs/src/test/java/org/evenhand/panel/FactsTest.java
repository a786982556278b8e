package org.evenhand.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.evenhand.table.columns.GoldFact;
import org.evenhand.table.columns.SilverActivity;
import org.evenhand.table.columns.SilverAiFeature;
import org.evenhand.table.columns.SilverAiRollout;
import org.evenhand.table.columns.SilverAssignment;
import org.evenhand.table.columns.SilverCalendar;
import org.evenhand.table.columns.SilverOpportunity;
import org.evenhand.table.columns.SilverOpportunityCredit;
import org.evenhand.testing.SparkExtension;
import org.evenhand.testing.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two teams of AEs; North got a helping AI feature on 29 June 2026, South only one made for its
 * manager.
 */
@ExtendWith(SparkExtension.class)
class FactsTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-03-30");
  private static final LocalDate START = LocalDate.parse("2026-06-29");
  private static final LocalDate LAST = LocalDate.parse("2026-09-28");
  private static final int TEAM = 6;

  @TempDir Path root;

  private PanelFixture company(SparkSession session) {
    return new PanelFixture(session, root)
        .given(SilverCalendar.TABLE, calendar())
        .given(SilverAssignment.TABLE, assignments())
        .given(
            SilverAiFeature.TABLE,
            """
            feature_id | kind      | feature_class | beneficiary | known_from           | known_to
            writer     | EMAIL     | ENABLEMENT    | REP         | 2025-01-01T00:00:00Z | NULL
            radar      | RISK      | BOTH          | MANAGER     | 2025-01-01T00:00:00Z | NULL
            """)
        .given(
            SilverAiRollout.TABLE,
            """
            feature_id | team_id | from_date  | feature_class | valid_from           | valid_to | known_from           | known_to
            writer     | North   | 2026-06-29 | ENABLEMENT    | 2026-06-29T00:00:00Z | NULL     | 2026-06-29T00:00:00Z | NULL
            radar      | South   | 2026-05-04 | BOTH          | 2026-05-04T00:00:00Z | NULL     | 2026-05-04T00:00:00Z | NULL
            """)
        .given(SilverActivity.TABLE, TextTable.rows(SilverActivity.TABLE, activities()))
        .given(SilverOpportunity.TABLE, deals())
        .given(SilverOpportunityCredit.TABLE, credits());
  }

  private static String calendar() {
    StringBuilder text =
        new StringBuilder(
            "day | week_start | period_start | period_index | quarter | quarter_start | quarter_end"
                + " | working | valid_from | valid_to | known_from | known_to\n");
    LocalDate origin = LocalDate.parse("2025-12-29");
    for (LocalDate day = origin;
        day.isBefore(LocalDate.parse("2027-01-01"));
        day = day.plusDays(1)) {
      LocalDate week = day.with(DayOfWeek.MONDAY);
      long index = ChronoUnit.DAYS.between(origin, day) / 28;
      int quarter = (day.getMonthValue() - 1) / 3 + 1;
      LocalDate start = LocalDate.of(day.getYear(), 3 * quarter - 2, 1);
      boolean working = day.getDayOfWeek().getValue() < 6;
      text.append(
          "%s | %s | %s | %d | %dQ%d | %s | %s | %s | %s | NULL | 2026-01-01T00:00:00Z | NULL%n"
              .formatted(
                  day,
                  week,
                  origin.plusDays(28 * index),
                  index,
                  day.getYear(),
                  quarter,
                  start,
                  start.plusMonths(3).minusDays(1),
                  working,
                  day + "T00:00:00Z"));
    }
    return text.toString();
  }

  private static String assignments() {
    StringBuilder text =
        new StringBuilder(
            "rep_key | from_date | to_date | team_id | role | on_leave | employed | valid_from |"
                + " valid_to | known_from | known_to\n");
    for (int rep = 1; rep <= 2 * TEAM; rep++) {
      text.append(
          "%d | 2026-01-01 | NULL | %s | AE | false | true | 2026-01-01T00:00:00Z | NULL | 2026-01-01T00:00:00Z | NULL%n"
              .formatted(rep, rep <= TEAM ? "North" : "South"));
    }
    return text.toString();
  }

  /**
   * 10 hours of records a week; North needs 6 after the start; a call of 5 hours, half of it twice.
   */
  private static String activities() {
    StringBuilder text =
        new StringBuilder(
            "quarter | activity_id | rep_key | team_id | role | day | week_start | kind | capture |"
                + " activity_class | class_code | selling | state | start_at | end_at | minutes |"
                + " minutes_source | presence | valid_from | valid_to | known_from | known_to\n");
    for (LocalDate week = FIRST; !week.isAfter(LAST); week = week.plusWeeks(1)) {
      for (int rep = 1; rep <= 2 * TEAM; rep++) {
        boolean helped = rep <= TEAM && !week.isBefore(START);
        double hours = (helped ? 6 : 10) + 0.1 * rep + (week.getDayOfMonth() % 3) * 0.2;
        text.append(activity(week, rep, "e", "CRM_EDIT", "CRM_ADMIN", 21, false, 8, hours));
        text.append(activity(week.plusDays(1), rep, "c", "CALL", "CUSTOMER_CALL", 2, true, 9, 5));
        text.append(activity(week.plusDays(1), rep, "d", "CALL", "CUSTOMER_CALL", 2, true, 11, 3));
      }
    }
    return text.toString();
  }

  private static String activity(
      LocalDate day,
      int rep,
      String id,
      String kind,
      String name,
      int code,
      boolean selling,
      int hour,
      double hours) {
    int quarter = (day.getMonthValue() - 1) / 3 + 1;
    long seconds = Math.round(hours * 3600);
    String start = "%sT%02d:00:00Z".formatted(day, hour);
    String end = Instant.parse(start).plusSeconds(seconds).toString();
    return String.format(
        Locale.ROOT,
        "%dQ%d | %s%d%s | %d | %s | AE | %s | %s | %s | MANUAL | %s | %d | %s | COMPLETED | %s | %s"
            + " | %.4f | MEASURED | PRESENT | %s | NULL | 2026-10-01T00:00:00Z | NULL%n",
        day.getYear(),
        quarter,
        id,
        rep,
        day,
        rep,
        rep <= TEAM ? "North" : "South",
        day,
        day.with(DayOfWeek.MONDAY),
        kind,
        name,
        code,
        selling,
        start,
        end,
        hours * 60,
        start);
  }

  private static String deals() {
    StringBuilder text =
        new StringBuilder(
            "system | opportunity_id | account_id | owner_rep_key | stage_name | stage_class |"
                + " created_date | closed_date | amount | currency | amount_usd | merged_into_id |"
                + " presence | valid_from | valid_to | known_from | known_to\n");
    for (int i = 0; i < 2 * TEAM * 4; i++) {
      LocalDate created = LocalDate.parse("2026-07-02").plusDays(i % 20);
      String outcome = List.of("WON", "LOST", "OPEN", "WON").get(i % 4);
      String closed = outcome.equals("OPEN") ? "NULL" : created.plusDays(10 + i % 7).toString();
      text.append(
          "crm | D%d | %s | %d | %s | %s | %s | %s | 100.00 | USD | 100.00 | NULL | PRESENT | %sT00:00:00Z | NULL | 2026-10-01T00:00:00Z | NULL%n"
              .formatted(
                  i,
                  i % 5 == 0 ? "NULL" : "A1",
                  i % (2 * TEAM) + 1,
                  outcome,
                  outcome,
                  created,
                  closed,
                  created));
    }
    return text.toString();
  }

  private static String credits() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "system | opportunity_id | event | event_at | event_date | quarter | rep_key | kind | share"
            + " | owner_at_event | team_id | role | valid_from | valid_to | known_from | known_to");
    for (int i = 0; i < 2 * TEAM * 4; i++) {
      LocalDate created = LocalDate.parse("2026-07-02").plusDays(i % 20);
      String outcome = List.of("WON", "LOST", "OPEN", "WON").get(i % 4);
      lines.add(credit(i, "CREATED", created));
      if (!outcome.equals("OPEN")) {
        lines.add(credit(i, outcome, created.plusDays(10 + i % 7)));
      }
    }
    return String.join("\n", lines);
  }

  private static String credit(int deal, String event, LocalDate day) {
    int rep = deal % (2 * TEAM) + 1;
    return "crm | D%d | %s | %sT00:00:00Z | %s | 2026Q3 | %d | OWNER | 1.0 | true | %s | AE | %sT00:00:00Z | NULL | 2026-10-01T00:00:00Z | NULL"
        .formatted(deal, event, day, day, rep, rep <= TEAM ? "North" : "South", day);
  }

  @Test
  void theWholePanelSaysWhatWasPlanted(SparkSession session) {
    PanelFixture panel = company(session).runAll();
    assertThat(panel.value("North", "time_saved", "", "change")).isCloseTo(4, within(0.2));
    assertThat(GoldFact.VERDICT.text(panel.fact("North", "time_saved", "", "change").orElseThrow()))
        .isEqualTo("IMPROVED");
    assertThat(GoldFact.GRADE.text(panel.fact("North", "time_saved", "", "change").orElseThrow()))
        .isEqualTo("B");
    assertThat(panel.value("1", "time_saved", "", "change")).isCloseTo(4, within(0.2));
    assertThat(panel.value("1", "selling_hours", "", "now")).isCloseTo(5, within(1e-9));
    assertThat(panel.state("South", "time_saved", "", "change")).isEqualTo("UNDEFINED");
    assertThat(panel.value("all", "reps", "", "now")).isEqualTo(12);
    assertThat(panel.value("all", "won_count", "", "now")).isEqualTo(24);
    assertThat(panel.value("all", "won_value", "USD", "now")).isEqualTo(2400);
    assertThat(panel.value("all", "win_rate", "", "now")).isCloseTo(24.0 / 36, within(1e-12));
    assertThat(panel.value("all", "plausibility", "deals_without_account", "all")).isEqualTo(10);
    assertThat(panel.value("AE", "conversion", "", "now")).isCloseTo(0.5, within(1e-9));
    assertThat(panel.state("all", "commission", "", "now")).isEqualTo("NOT_MEASURED");
    assertThat(panel.state("3", "commission", "", "now")).isEqualTo("NOT_MEASURED");
    assertThat(panel.state("all", "completeness", "commission", "now")).isEqualTo("NOT_MEASURED");
    assertThat(panel.value("all", "sources_delivered", "", "all")).isEqualTo(0);

    String facts = panel.checksum(GoldFact.TABLE);
    assertThat(panel.runAll().checksum(GoldFact.TABLE)).as("twice = once").isEqualTo(facts);
  }
}
