package org.evenhand.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.evenhand.job.JobResult;
import org.evenhand.testing.SparkExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class RejectsTest {
  private static final String FILE = "crm/deal/2026-07-01.csv";

  private final IntakeFixture intake;

  RejectsTest(SparkSession session, @TempDir Path root) {
    this.intake = new IntakeFixture(session, root);
  }

  @BeforeEach
  void rejectOneRecord() {
    intake.land(FILE, "Id,Stage,Amount\nA,Won,1\nB,Open,1,5\nC,Open,\"2,5\"\n");
    intake.run();
  }

  @Test
  void openRejectionsAreListedWithTheirReasons() {
    assertThat(Rejects.open(intake.context().tables()))
        .extracting(open -> open.where().line() + " " + open.reasons())
        .containsExactly(
            "3 [The record has 4 values, the header has 3.]",
            "4 [amount: '2,5' is no DECIMAL(18,2)]");
  }

  @Test
  void replayAfterACorrectionTakesEachRecordOnce() {
    intake.mapping(
        IntakeFixture.DEALS.replace("\"csv\",", "\"csv\", \"csv\": {\"decimal\": \",\"},"));
    JobResult first = Rejects.replay(intake.context());
    assertThat(first.accepted()).isEqualTo(1);
    assertThat(first.rejected()).isEqualTo(1);
    assertThat(intake.deals()).containsExactly("A", "C");
    assertThat(intake.rejected()).containsExactly("3 OPEN", "4 OPEN", "4 RESOLVED");
    assertThat(Rejects.replay(intake.context()).accepted()).isZero();
    assertThat(intake.run().read()).isZero();
    assertThat(intake.deals()).containsExactly("A", "C");
  }

  @Test
  void fileThatWasExportedAgainHasNoOpenRejections() {
    intake.land(FILE, "Id,Stage,Amount\nA,Won,1\n");
    intake.run();
    assertThat(Rejects.open(intake.context().tables())).isEmpty();
  }
}
