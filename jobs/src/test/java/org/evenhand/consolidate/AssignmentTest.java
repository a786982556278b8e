package org.evenhand.consolidate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.BronzeWorker;
import org.evenhand.table.columns.BronzeWorkerAssignment;
import org.evenhand.table.columns.SilverAssignment;
import org.evenhand.table.columns.SilverWorker;
import org.evenhand.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class AssignmentTest {

  @Test
  void twoManagersInAQuarterLeaveRehireAndAFutureMoveAreDatedDays(
      SparkSession session, @TempDir Path directory) {
    World world =
        new World(session, directory)
            .with(
                BronzeWorkerAssignment.TABLE,
                """
                worker_id | effective_from | effective_to | effective_sequence | status     | team_id | manager_worker_id | time_zone
                W1        | 2025-01-01     |              | 1                  | ACTIVE     | T1      | M1                | Europe/Berlin
                W1        | 2026-02-10     |              | 1                  | ACTIVE     | T1      | M1                | Europe/Berlin
                W1        | 2026-02-10     |              | 2                  | ACTIVE     | T1      | M2                | Europe/Berlin
                W1        | 2026-04-01     | 2026-04-30   | 1                  | ON_LEAVE   | T1      | M2                | Europe/Berlin
                W1        | 2026-05-10     |              | 1                  | TERMINATED | T1      |                   | Europe/Berlin
                W1        | 2030-01-01     |              | 1                  | ACTIVE     | T9      | M9                | America/New_York
                """)
            .run(new WorkerIdentityJob(), new AssignmentJob());

    assertThat(
            world.print(
                SilverAssignment.TABLE,
                SilverAssignment.FROM_DATE,
                SilverAssignment.TO_DATE,
                SilverAssignment.TEAM_ID,
                SilverAssignment.MANAGER_REP_KEY,
                SilverAssignment.ON_LEAVE,
                SilverAssignment.EMPLOYED,
                SilverAssignment.VALID_FROM))
        .isEqualTo(
            """
            from_date | to_date | team_id | manager_rep_key | on_leave | employed | valid_from
            2025-01-01 | 2026-02-09 | T1 | M1 | false | true | 2024-12-31T23:00:00Z
            2026-02-10 | 2026-03-31 | T1 | M2 | false | true | 2026-02-09T23:00:00Z
            2026-04-01 | 2026-04-30 | T1 | M2 | true | true | 2026-03-31T22:00:00Z
            2026-05-10 | 2029-12-31 | T1 | NULL | false | false | 2026-05-09T22:00:00Z
            2030-01-01 | NULL | T9 | M9 | false | true | 2030-01-01T05:00:00Z""");
  }

  @Test
  void aBackDatedRowChangesWhatIsKnownFromThenOnAndNotWhatWasKnownBefore(
      SparkSession session, @TempDir Path directory) {
    World world =
        new World(session, directory)
            .with(
                BronzeFile.TABLE,
                """
                file_id | mapping               | target                   | extracted_at         | status
                f1      | hr-workday/assignment | bronze.worker_assignment | 2026-03-01T00:00:00Z | LANDED
                f2      | hr-workday/assignment | bronze.worker_assignment | 2026-04-01T00:00:00Z | LANDED
                """)
            .with(
                BronzeWorkerAssignment.TABLE,
                """
                _system    | _file | known_from           | worker_id | effective_from | effective_sequence | status | team_id | time_zone
                hr-workday | f1    | 2026-03-01T00:00:00Z | W1        | 2025-01-01     | 1                  | ACTIVE | T1      | UTC
                hr-workday | f2    | 2026-04-01T00:00:00Z | W1        | 2025-01-01     | 1                  | ACTIVE | T1      | UTC
                hr-workday | f2    | 2026-04-01T00:00:00Z | W1        | 2026-02-01     | 1                  | ACTIVE | T2      | UTC
                """)
            .run(new WorkerIdentityJob(), new AssignmentJob());

    assertThat(
            world.print(
                SilverAssignment.TABLE,
                SilverAssignment.TEAM_ID,
                SilverAssignment.FROM_DATE,
                SilverAssignment.TO_DATE,
                SilverAssignment.KNOWN_FROM,
                SilverAssignment.KNOWN_TO))
        .isEqualTo(
            """
            team_id | from_date | to_date | known_from | known_to
            T1 | 2025-01-01 | 2026-01-31 | 2026-04-01T00:00:00Z | NULL
            T1 | 2025-01-01 | NULL | 2026-03-01T00:00:00Z | 2026-04-01T00:00:00Z
            T2 | 2026-02-01 | NULL | 2026-04-01T00:00:00Z | NULL""");
  }

  @Test
  void aTransferIsNoHireAndARehireIsASecondSpellN9(SparkSession session, @TempDir Path directory) {
    World world =
        new World(session, directory)
            .with(
                BronzeWorker.TABLE,
                """
                worker_id | hired_on   | original_hire_on | terminated_on
                W1        | 2025-03-01 | 2023-01-02       |
                W2        | 2024-05-01 | 2024-05-01       |
                """)
            .with(
                BronzeWorkerAssignment.TABLE,
                """
                worker_id | effective_from | effective_sequence | event       | status
                W1        | 2023-01-02     | 1                  | HIRE        | ACTIVE
                W1        | 2024-01-01     | 1                  | TERMINATION | TERMINATED
                W1        | 2025-03-01     | 1                  | REHIRE      | ACTIVE
                W2        | 2024-05-01     | 1                  | HIRE        | ACTIVE
                W2        | 2026-01-01     | 1                  | TRANSFER    | ACTIVE
                """)
            .run(new WorkerIdentityJob(), new WorkerJob());

    assertThat(
            world.print(
                SilverWorker.TABLE,
                SilverWorker.REP_KEY,
                SilverWorker.HIRED_ON,
                SilverWorker.REHIRED,
                SilverWorker.EMPLOYED))
        .isEqualTo(
            """
            rep_key | hired_on | rehired | employed
            W1 | 2025-03-01 | true | [2023-01-02/2023-12-31, 2025-03-01/..]
            W2 | 2024-05-01 | false | [2024-05-01/..]""");
  }
}
