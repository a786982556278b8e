package org.evenhand.lakehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.GoldFact;
import org.evenhand.table.columns.GoldSkillCalibration;
import org.evenhand.table.columns.GoldSkillContribution;
import org.evenhand.table.columns.GoldSkillEstimate;
import org.evenhand.testing.TextTable;
import org.junit.jupiter.api.Test;

/** The calibration gate of skills decides what is published. */
class SkillGateTest {

  @Test
  void levelsArePublishedWhileEveryCheckPassesOrCannotTell() {
    assertThat(PublishQuarter.shown(checks("PASS", "TOO_FEW", "REPORTED")))
        .contains(GoldSkillEstimate.TABLE, GoldSkillContribution.TABLE);
  }

  @Test
  void oneFailedCheckHoldsLevelsBackAndNothingElse() {
    assertThat(PublishQuarter.shown(checks("PASS", "FAIL", "REPORTED")))
        .doesNotContain(GoldSkillEstimate.TABLE, GoldSkillContribution.TABLE)
        .contains(GoldFact.TABLE, GoldSkillCalibration.TABLE);
  }

  private static List<Row> checks(String all, String latest, String alarm) {
    return TextTable.rows(
        GoldSkillCalibration.TABLE,
        "check_name | subset | verdict\nCOVERAGE | all | %s\nCOVERAGE | latest | %s\nALARM | all | %s"
            .formatted(all, latest, alarm));
  }
}
