package org.evenhand.skills;

import org.apache.spark.sql.Row;
import org.evenhand.stats.Quantiles;
import org.evenhand.stats.skills.Moments;
import org.evenhand.table.columns.GoldSkillEstimate;

/** Which way a skill moved, as far as its interval leaves out zero. */
enum Movement {
  ROSE,
  FELL,
  NO_CLEAR_CHANGE;

  static Movement of(Moments change, double confidence) {
    double margin = Quantiles.normal(confidence) * change.deviation();
    if (change.mean() - margin > 0) {
      return ROSE;
    }
    return change.mean() + margin < 0 ? FELL : NO_CLEAR_CHANGE;
  }

  /** Of a row of gold.skill_estimate that has numbers. */
  static Movement of(Row row) {
    return valueOf(GoldSkillEstimate.MOVEMENT.text(row));
  }

  /** As a verdict on the person's skill. */
  String verdict() {
    return switch (this) {
      case ROSE -> "IMPROVED";
      case FELL -> "GOT_WORSE";
      case NO_CLEAR_CHANGE -> name();
    };
  }
}
