package org.evenhand.consolidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.evenhand.table.columns.BronzeAiFeature;
import org.evenhand.table.columns.BronzeAiUsage;
import org.evenhand.table.columns.BronzeCommissionLine;
import org.evenhand.table.columns.BronzeDemographic;
import org.evenhand.table.columns.BronzeFeedback;
import org.evenhand.table.columns.BronzeGoal;
import org.evenhand.table.columns.BronzeTicket;
import org.evenhand.table.columns.BronzeTicketEvent;
import org.evenhand.table.columns.BronzeWorkerAssignment;
import org.evenhand.table.columns.SilverAiUsage;
import org.evenhand.table.columns.SilverCommissionLine;
import org.evenhand.table.columns.SilverConsolidationIssue;
import org.evenhand.table.columns.SilverDemographic;
import org.evenhand.table.columns.SilverFeedback;
import org.evenhand.table.columns.SilverGoal;
import org.evenhand.table.columns.SilverTicket;
import org.evenhand.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class PeopleRecordsTest {
  private static final String HR =
      """
      worker_id | effective_from | effective_sequence | status | team_id | role    | time_zone
      W1        | 2025-01-01     | 1                  | ACTIVE | T1      | SUPPORT | UTC
      """;

  private static World world(SparkSession session, Path directory) {
    return new World(session, directory).with(BronzeWorkerAssignment.TABLE, HR);
  }

  @Test
  void aRestatementMakesTheEarlierStatementNotFinalFromTheDayItIsKnownAndKeepsIt(
      SparkSession session, @TempDir Path directory) {
    World world =
        world(session, directory)
            .with(
                BronzeCommissionLine.TABLE,
                """
                statement_id | statement_version | line_id | participant_id | line_type  | status | amount  | currency | period_start | period_end | known_from
                S1           | 1                 | l1      | W1             | COMMISSION | PAID   | 100.00  | USD      | 2026-04-01   | 2026-06-30 | 2026-07-05T00:00:00Z
                S1           | 1                 | l2      | W1             | COMMISSION | PAID   | 50.00   | USD      | 2026-04-01   | 2026-06-30 | 2026-07-05T00:00:00Z
                S1           | 2                 | l1      | W1             | COMMISSION | FINAL  | 80.00   | USD      | 2026-04-01   | 2026-06-30 | 2026-09-05T00:00:00Z
                S1           | 2                 | l2      | W1             | COMMISSION | FINAL  | 50.00   | USD      | 2026-04-01   | 2026-06-30 | 2026-09-05T00:00:00Z
                S1           | 2                 | l3      | W1             | CLAWBACK   | FINAL  | -20.00  | USD      | 2026-04-01   | 2026-06-30 | 2026-09-05T00:00:00Z
                S1           | 3                 | l1      | W1             | COMMISSION | DRAFT  | 90.00   | USD      | 2026-04-01   | 2026-06-30 | 2026-09-20T00:00:00Z
                """)
            .runBasics()
            .run(new CommissionLineJob());

    assertThat(
            world.print(
                SilverCommissionLine.TABLE,
                SilverCommissionLine.STATEMENT_VERSION,
                SilverCommissionLine.LINE_ID,
                SilverCommissionLine.LINE_CLASS,
                SilverCommissionLine.AMOUNT_USD,
                SilverCommissionLine.FINAL,
                SilverCommissionLine.RESTATED,
                SilverCommissionLine.KNOWN_FROM,
                SilverCommissionLine.KNOWN_TO))
        .isEqualTo(
            """
            statement_version | line_id | line_class | amount_usd | final | restated | known_from | known_to
            1 | l1 | COMMISSION | 100.00 | false | false | 2026-09-05T00:00:00Z | NULL
            1 | l1 | COMMISSION | 100.00 | true | false | 2026-07-05T00:00:00Z | 2026-09-05T00:00:00Z
            1 | l2 | COMMISSION | 50.00 | false | false | 2026-09-05T00:00:00Z | NULL
            1 | l2 | COMMISSION | 50.00 | true | false | 2026-07-05T00:00:00Z | 2026-09-05T00:00:00Z
            2 | l1 | COMMISSION | 80.00 | true | true | 2026-09-05T00:00:00Z | NULL
            2 | l2 | COMMISSION | 50.00 | true | false | 2026-09-05T00:00:00Z | NULL
            2 | l3 | CLAWBACK | -20.00 | true | true | 2026-09-05T00:00:00Z | NULL
            3 | l1 | COMMISSION | 90.00 | false | true | 2026-09-20T00:00:00Z | NULL""");
  }

  @Test
  void archivingAnUnfinishedGoalThatHadBegunNeverRaisesCompletionN17(
      SparkSession session, @TempDir Path directory) {
    World world =
        world(session, directory)
            .with(
                BronzeGoal.TABLE,
                """
                goal_id | owner_id | status   | starts_on  | archived_at          | archive_reason | known_from
                begun   | W1       | ARCHIVED | 2026-07-01 | 2026-08-01T00:00:00Z | reorganised    | 2026-10-01T00:00:00Z
                early   | W1       | ARCHIVED | 2026-07-01 | 2026-06-01T00:00:00Z | never started  | 2026-10-01T00:00:00Z
                draft   | W1       | DRAFT    | 2026-07-01 |                      |                | 2026-10-01T00:00:00Z
                running | W1       | AT_RISK  | 2026-07-01 |                      |                | 2026-10-01T00:00:00Z
                """)
            .runBasics()
            .run(new GoalJob());

    assertThat(
            world.print(
                SilverGoal.TABLE,
                SilverGoal.GOAL_ID,
                SilverGoal.STATE,
                SilverGoal.COUNTS,
                SilverGoal.CLOSE_REASON))
        .isEqualTo(
            """
            goal_id | state | counts | close_reason
            begun | ARCHIVED | true | reorganised
            draft | DRAFT | false | NULL
            early | ARCHIVED | false | never started
            running | OPEN | true | NULL""");
  }

  @Test
  void editedAndWithdrawnFeedbackKeepsEveryVersionN18(
      SparkSession session, @TempDir Path directory) {
    World world =
        world(session, directory)
            .with(
                BronzeFeedback.TABLE,
                """
                feedback_id | version | kind | receiver_id | given_at             | rating | is_deleted | is_anonymous | giver_id | known_from
                f1          | 1       | PEER | W1          | 2026-07-01T10:00:00Z | 2      | false      | true         | W1       | 2026-07-02T00:00:00Z
                f1          | 2       | PEER | W1          | 2026-07-01T10:00:00Z | 4      | false      | true         | W1       | 2026-08-02T00:00:00Z
                f1          | 2       | PEER | W1          | 2026-07-01T10:00:00Z | 4      | true       | true         | W1       | 2026-09-02T00:00:00Z
                """)
            .runBasics()
            .run(new FeedbackJob());

    assertThat(
            world.print(
                SilverFeedback.TABLE,
                SilverFeedback.VERSION,
                SilverFeedback.RATING,
                SilverFeedback.STATE,
                SilverFeedback.AUTHOR_REP_KEY,
                SilverFeedback.KNOWN_TO))
        .isEqualTo(
            """
            version | rating | state | author_rep_key | known_to
            1 | 2.0 | SUBMITTED | NULL | NULL
            2 | 4.0 | SUBMITTED | NULL | 2026-09-02T00:00:00Z
            2 | 4.0 | WITHDRAWN | NULL | NULL""");
  }

  @Test
  void severalRaceCodesUndisclosedAndUnknownAreValuesOfTheirOwnN10(
      SparkSession session, @TempDir Path directory) {
    World world =
        world(session, directory)
            .with(
                BronzeWorkerAssignment.TABLE,
                HR
                    + """
                      W2        | 2025-01-01     | 1                  | ACTIVE | T1      | SUPPORT | UTC
                      """)
            .with(
                BronzeDemographic.TABLE,
                """
                worker_id | gender      | ethnicity_codes
                W1        | UNDISCLOSED | [WHITE, ASIAN]
                W2        |             |
                """)
            .runBasics()
            .run(new DemographicJob());

    assertThat(
            world.print(
                SilverDemographic.TABLE,
                SilverDemographic.REP_KEY,
                SilverDemographic.GENDER,
                SilverDemographic.RACE))
        .isEqualTo(
            """
            rep_key | gender | race
            W1 | UNDISCLOSED | [ASIAN, WHITE]
            W2 | UNKNOWN | [UNKNOWN]""");
  }

  @Test
  void aTicketIsJudgedByThePriorityItHadAtEachEventN12(
      SparkSession session, @TempDir Path directory) {
    World world =
        world(session, directory)
            .with(
                BronzeTicket.TABLE,
                """
                ticket_id | created_at           | status_class | priority | assignee_user_id | solved_at            | first_reply_minutes
                t1        | 2026-07-01T10:00:00Z | SOLVED       | low      | W1               | 2026-07-03T10:00:00Z | 60
                """)
            .with(
                BronzeTicketEvent.TABLE,
                """
                event_id | ticket_id | occurred_at          | kind   | field    | old_value | new_value
                e1       | t1        | 2026-07-02T10:00:00Z | CHANGE | priority | urgent    | high
                e2       | t1        | 2026-07-04T10:00:00Z | CHANGE | priority | high      | low
                e3       | t1        | 2026-07-02T11:00:00Z | CHANGE | status   | open      | solved
                e4       | t1        | 2026-07-02T12:00:00Z | CHANGE | status   | solved    | open
                e5       | t1        | 2026-07-03T10:00:00Z | CHANGE | status   | open      | solved
                """)
            .runBasics()
            .run(new TicketJob());

    assertThat(
            world.print(
                SilverTicket.TABLE,
                SilverTicket.PRIORITY_AT_CREATION,
                SilverTicket.PRIORITY_AT_REPLY,
                SilverTicket.PRIORITY_AT_SOLUTION,
                SilverTicket.REOPENS,
                SilverTicket.FIRST_SOLVED_AT,
                SilverTicket.SOLVED_AT))
        .isEqualTo(
            """
            priority_at_creation | priority_at_reply | priority_at_solution | reopens | first_solved_at | solved_at
            urgent | urgent | high | 1 | 2026-07-02T11:00:00Z | 2026-07-03T10:00:00Z""");
  }

  @Test
  void unregisteredAiIsQuarantinedAndNeverCountedS102(
      SparkSession session, @TempDir Path directory) {
    World world =
        world(session, directory)
            .with(BronzeAiFeature.TABLE, "feature_id | class\nF1 | ENABLEMENT")
            .with(
                BronzeAiUsage.TABLE,
                """
                event_id | person_id | feature_id | occurred_at
                e1       | W1        | F1         | 2026-07-01T10:00:00Z
                e2       | W1        | SHADOW     | 2026-07-01T11:00:00Z
                """)
            .runBasics()
            .run(new AiUsageJob(), new ConsolidationIssueJob());

    assertThat(world.print(SilverAiUsage.TABLE, SilverAiUsage.EVENT_ID, SilverAiUsage.TEAM_ID))
        .isEqualTo(
            """
            event_id | team_id
            e1 | T1""");
    assertThat(
            world.print(
                SilverConsolidationIssue.TABLE,
                SilverConsolidationIssue.RULE,
                SilverConsolidationIssue.EFFECT,
                SilverConsolidationIssue.OBSERVED))
        .contains("FEATURE_UNREGISTERED | QUARANTINED | SHADOW");
  }
}
