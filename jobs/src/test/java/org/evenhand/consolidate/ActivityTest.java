package org.evenhand.consolidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.evenhand.table.columns.BronzeActivity;
import org.evenhand.table.columns.BronzeCall;
import org.evenhand.table.columns.BronzeCallCaptureSetting;
import org.evenhand.table.columns.BronzeCallParty;
import org.evenhand.table.columns.BronzeScorecardAnswer;
import org.evenhand.table.columns.BronzeWorkerAssignment;
import org.evenhand.table.columns.SilverActivity;
import org.evenhand.table.columns.SilverCallSignal;
import org.evenhand.table.columns.SilverCaptureSetting;
import org.evenhand.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class ActivityTest {
  private static final String HR =
      """
      worker_id | effective_from | effective_sequence | status | team_id | role | time_zone
      W1        | 2025-01-01     | 1                  | ACTIVE | T1      | AE   | America/New_York
      W2        | 2025-01-01     | 1                  | ACTIVE | T1      | AE   | Europe/Berlin
      """;

  private static World world(SparkSession session, Path directory) {
    return new World(session, directory).with(BronzeWorkerAssignment.TABLE, HR);
  }

  @Test
  void theSameCallInSalesforceAndGongIsOneActivity(SparkSession session, @TempDir Path directory) {
    World world =
        world(session, directory)
            .with(
                BronzeActivity.TABLE,
                """
                _system    | activity_id | kind  | owner_user_id | is_completed | starts_at            | external_ref | opportunity_id
                salesforce | 00U1        | CALL  | W1            | true         | 2026-07-01T15:00:00Z | 778          | D1
                salesforce | 00U2        | CALL  | W1            | true         | 2026-07-01T17:00:00Z |              | D1
                salesforce | 00U3        | CALL  | W2            | true         | 2026-07-01T15:00:00Z | 778          | D1
                """)
            .with(
                BronzeCall.TABLE,
                """
                _system | call_id | started_at           | duration_seconds | primary_user_id | is_private
                gong    | 778     | 2026-07-01T15:00:30Z | 1800             | W1              | true
                """)
            .with(
                BronzeCallParty.TABLE,
                """
                _system | call_id | party_id | user_id | affiliation
                gong    | 778     | p1       | W1      | INTERNAL
                gong    | 778     | p2       |         | EXTERNAL
                """)
            .runBasics()
            .run(new ActivityJob());

    assertThat(
            world.print(
                SilverActivity.TABLE,
                SilverActivity.SYSTEM,
                SilverActivity.REP_KEY,
                SilverActivity.MINUTES,
                SilverActivity.MINUTES_SOURCE,
                SilverActivity.PRIVATE,
                SilverActivity.OPPORTUNITY_ID,
                SilverActivity.ALSO_IN))
        .isEqualTo(
            """
            system | rep_key | minutes | minutes_source | private | opportunity_id | also_in
            gong | W1 | 30.0 | MEASURED | true | D1 | [salesforce:00U1]
            salesforce | W1 | NULL | UNKNOWN | false | D1 | []
            salesforce | W2 | NULL | UNKNOWN | false | D1 | []""");
  }

  @Test
  void doneMeansDoneAndIsDatedByCompletionNotByDueDateN6(
      SparkSession session, @TempDir Path directory) {
    World world =
        world(session, directory)
            .with(
                BronzeActivity.TABLE,
                """
                activity_id | kind | subject_type  | owner_user_id | due_on     | is_completed | completed_at         | is_cancelled | is_deleted
                a1          | TASK | Data entry    | W1            | 2026-07-01 | true         | 2026-09-02T14:00:00Z |              | false
                a2          | TASK | Follow up     | W1            | 2026-07-01 | false        |                      |              | false
                a3          | TASK | Follow up     | W1            | 2026-07-01 | false        |                      | true         | false
                a4          | TASK | Follow up     | W1            | 2026-07-01 | true         |                      |              | true
                """)
            .runBasics()
            .run(new ActivityJob());

    assertThat(
            world.print(
                SilverActivity.TABLE,
                SilverActivity.ACTIVITY_ID,
                SilverActivity.STATE,
                SilverActivity.DAY,
                SilverActivity.ACTIVITY_CLASS,
                SilverActivity.SELLING,
                SilverActivity.MINUTES,
                SilverActivity.PRESENCE))
        .isEqualTo(
            """
            activity_id | state | day | activity_class | selling | minutes | presence
            a1 | COMPLETED | 2026-09-02 | CRM_ADMIN | false | 2.0 | PRESENT
            a2 | PLANNED | 2026-07-01 | FOLLOW_UP | true | 5.0 | PRESENT
            a3 | CANCELLED | 2026-07-01 | FOLLOW_UP | true | 5.0 | PRESENT
            a4 | COMPLETED | 2026-07-01 | FOLLOW_UP | true | 5.0 | DELETED""");
  }

  /**
   * What has a length ended when it was completed; laid after that, it would cover what came next.
   */
  @Test
  void aCompletionIsTheEndOfWhatHasALength(SparkSession session, @TempDir Path directory) {
    World world =
        world(session, directory)
            .with(
                BronzeActivity.TABLE,
                """
                activity_id | kind     | subject_type | owner_user_id | is_completed | starts_at            | completed_at         | duration_minutes
                a1          | CRM_EDIT | Data entry   | W2            | true         |                      | 2026-07-01T09:30:00Z | 90
                a2          | MEETING  | Meeting      | W2            | true         | 2026-07-01T09:35:00Z | 2026-07-01T10:05:00Z | 30
                a3          | CRM_EDIT | Data entry   | W2            | true         |                      | 2026-07-01T00:00:00Z | 45
                a4          | CRM_EDIT | Data entry   | W2            | true         |                      | 2026-07-01T12:00:00Z |
                """)
            .runBasics()
            .run(new ActivityJob());

    assertThat(
            world.print(
                SilverActivity.TABLE,
                SilverActivity.ACTIVITY_ID,
                SilverActivity.DAY,
                SilverActivity.START_AT,
                SilverActivity.END_AT,
                SilverActivity.MINUTES_SOURCE))
        .isEqualTo(
            """
            activity_id | day | start_at | end_at | minutes_source
            a1 | 2026-07-01 | 2026-07-01T08:00:00Z | 2026-07-01T09:30:00Z | MEASURED
            a2 | 2026-07-01 | 2026-07-01T09:35:00Z | 2026-07-01T10:05:00Z | MEASURED
            a3 | 2026-07-01 | 2026-07-01T00:00:00Z | 2026-07-01T00:45:00Z | MEASURED
            a4 | 2026-07-01 | 2026-07-01T12:00:00Z | NULL | STANDARD""");
  }

  @Test
  void inADstWeekTheDayAndTheHourAreThoseOfTheRepsClockN13(
      SparkSession session, @TempDir Path directory) {
    World world =
        world(session, directory)
            .with(
                BronzeActivity.TABLE,
                """
                activity_id | kind    | owner_user_id | is_completed | starts_at            | ends_at
                ny-before   | MEETING | W1            | true         | 2026-03-08T04:30:00Z | 2026-03-08T05:30:00Z
                ny-night    | MEETING | W1            | true         | 2026-03-08T06:30:00Z | 2026-03-08T07:30:00Z
                ny-monday   | MEETING | W1            | true         | 2026-03-09T12:30:00Z | 2026-03-09T13:00:00Z
                be-saturday | MEETING | W2            | true         | 2026-10-24T21:30:00Z | 2026-10-24T22:30:00Z
                be-sunday   | MEETING | W2            | true         | 2026-10-24T22:30:00Z | 2026-10-25T02:30:00Z
                be-monday   | MEETING | W2            | true         | 2026-10-26T07:30:00Z | 2026-10-26T08:30:00Z
                """)
            .runBasics()
            .run(new ActivityJob());

    assertThat(
            world.print(
                SilverActivity.TABLE,
                SilverActivity.ACTIVITY_ID,
                SilverActivity.DAY,
                SilverActivity.WEEK_START,
                SilverActivity.AFTER_HOURS,
                SilverActivity.MINUTES))
        .isEqualTo(
            """
            activity_id | day | week_start | after_hours | minutes
            be-monday | 2026-10-26 | 2026-10-26 | false | 60.0
            be-saturday | 2026-10-24 | 2026-10-19 | true | 60.0
            be-sunday | 2026-10-25 | 2026-10-19 | true | 240.0
            ny-before | 2026-03-07 | 2026-03-02 | true | 60.0
            ny-monday | 2026-03-09 | 2026-03-09 | false | 30.0
            ny-night | 2026-03-08 | 2026-03-02 | true | 60.0""");
  }

  @Test
  void aCallMetricIsAttributedOnlyWhereOnePersonOfOursWasOnTheCallN15(
      SparkSession session, @TempDir Path directory) {
    World world =
        world(session, directory)
            .with(
                BronzeCall.TABLE,
                """
                _system | call_id | started_at           | duration_seconds | primary_user_id | interactivity | is_private
                gong    | solo    | 2026-07-01T15:00:00Z | 100              | W1              | 3.5           | false
                gong    | duo     | 2026-07-01T16:00:00Z | 200              | W1              | 4.5           | false
                gong    | private | 2026-07-01T17:00:00Z | 300              | W1              | 5.5           | true
                """)
            .with(
                BronzeCallParty.TABLE,
                """
                _system | call_id | party_id | user_id | affiliation | talk_seconds
                gong    | solo    | p1       | W1      | INTERNAL    | 40
                gong    | duo     | p1       | W1      | INTERNAL    | 50
                gong    | duo     | p2       | W2      | INTERNAL    | 60
                gong    | private | p1       | W1      | INTERNAL    | 70
                """)
            .runBasics()
            .run(new CallSignalJob());

    assertThat(
            world.print(
                SilverCallSignal.TABLE,
                SilverCallSignal.CALL_ID,
                SilverCallSignal.REP_KEY,
                SilverCallSignal.SIGNAL,
                SilverCallSignal.NUMERATOR,
                SilverCallSignal.DENOMINATOR))
        .isEqualTo(
            """
            call_id | rep_key | signal | numerator | denominator
            duo | W1 | interactivity | NULL | NULL
            duo | W1 | talk_time | 50.0 | 200.0
            duo | W2 | interactivity | NULL | NULL
            duo | W2 | talk_time | 60.0 | 200.0
            private | W1 | interactivity | NULL | NULL
            private | W1 | talk_time | NULL | NULL
            solo | W1 | interactivity | 3.5 | NULL
            solo | W1 | talk_time | 40.0 | 100.0""");
  }

  @Test
  void scorecardAnswersKeepWhoScoredAndTheEndsOfTheScale(
      SparkSession session, @TempDir Path directory) {
    World world =
        world(session, directory)
            .with(
                BronzeScorecardAnswer.TABLE,
                """
                _system | answered_scorecard_id | question_id | call_id | call_started_at      | reviewed_user_id | reviewer_user_id | review_method | score | score_min | score_max
                gong    | A1                    | q1          | 778     | 2026-07-01T15:00:00Z | W1               | W2               | MANUAL        | 4     | 1         | 5
                gong    | A2                    | q1          | 778     | 2026-07-01T15:00:00Z | W1               |                  | AUTOMATIC     | 3     | 1         | 5
                gong    | A3                    | q1          | 779     | 2026-07-02T15:00:00Z | W2               |                  | AUTOMATIC     | 2     | 1         | 5
                """)
            .runBasics()
            .run(new CallSignalJob());

    assertThat(
            world.print(
                SilverCallSignal.TABLE,
                SilverCallSignal.SIGNAL,
                SilverCallSignal.NUMERATOR,
                SilverCallSignal.SCORE_MIN,
                SilverCallSignal.DENOMINATOR,
                SilverCallSignal.SCORED_BY,
                SilverCallSignal.SCORED_BY_REP_KEY))
        .isEqualTo(
            """
            signal | numerator | score_min | denominator | scored_by | scored_by_rep_key
            scorecard:q1@A1 | 4.0 | 1.0 | 5.0 | HUMAN | W2
            scorecard:q1@A2 | 3.0 | 1.0 | 5.0 | AI | NULL
            scorecard:q1@A3 | 2.0 | 1.0 | 5.0 | AI | NULL""");
  }

  @Test
  void mailThatIsNotCapturedIsExplainedBySettings(SparkSession session, @TempDir Path directory) {
    World world =
        world(session, directory)
            .with(
                BronzeCallCaptureSetting.TABLE,
                """
                user_id | is_active | records_meetings | imports_telephony | imports_email | prevents_email
                W1      | true      | true             | false             | true          | true
                """)
            .runBasics()
            .run(new CaptureSettingJob());

    assertThat(
            world.print(
                SilverCaptureSetting.TABLE,
                SilverCaptureSetting.CAPTURE,
                SilverCaptureSetting.CAPTURED,
                SilverCaptureSetting.REASON))
        .isEqualTo(
            """
            capture | captured | reason
            MAIL | false | PREVENTED
            MEETINGS | true | CAPTURED
            TELEPHONY | false | NOT_CONNECTED""");
  }
}
