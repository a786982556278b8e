package org.evenhand.skills;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.GoldSkillCalibration;

/** What is checked before skills may be shown. */
enum Check {
  COVERAGE,
  MEAN_Z,
  DEVIATION_Z,
  FORWARD,
  ALARM,
  SEPARABLE;

  /** How a check went. */
  enum Verdict {
    PASS,
    FAIL,
    TOO_FEW,
    REPORTED
  }

  /** Why the gate is closed; empty when it is open. */
  static Optional<String> closed(List<Row> calibration) {
    return calibration.stream()
        .filter(row -> GoldSkillCalibration.VERDICT.text(row).equals(Verdict.FAIL.name()))
        .map(GoldSkillCalibration.REASON::text)
        .findFirst();
  }
}
