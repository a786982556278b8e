package org.evenhand.skills;

import java.util.Optional;
import org.apache.spark.sql.Row;
import org.evenhand.stats.skills.Moments;
import org.evenhand.table.Column;
import org.evenhand.table.columns.GoldSkillEstimate;

/**
 * A row of gold.skill_estimate as the watch and the figures read it.
 *
 * @param watched change over twelve weeks without outcomes and goals
 * @param smallestVisible fall that would have been seen; empty when none would
 */
record Changed(
    Pair pair,
    Place place,
    Level level,
    Moments change,
    Movement movement,
    Moments watched,
    Before before,
    Optional<Double> smallestVisible) {

  /** Whose skill. */
  record Pair(long rep, String skill) {}

  /** Where the person stands. */
  record Place(String family, Optional<String> team, Optional<Long> manager) {}

  /**
   * The level.
   *
   * @param required on the same scale
   */
  record Level(
      Moments moments, Moments prior, Optional<Double> required, String verdict, Size size) {}

  /** How much evidence there is. */
  record Size(long items, long sources) {}

  /**
   * Thirteen weeks before.
   *
   * @param then probability of a decline as it stood
   * @param since the same by all evidence since
   */
  record Before(double then, double since) {}

  /** A known row. */
  static Changed of(Row row) {
    return new Changed(
        new Pair(GoldSkillEstimate.REP_KEY.whole(row), GoldSkillEstimate.SKILL_ID.text(row)),
        new Place(
            GoldSkillEstimate.FAMILY.text(row),
            Optional.ofNullable((String) GoldSkillEstimate.TEAM_ID.value(row)),
            Optional.ofNullable((Long) GoldSkillEstimate.MANAGER_REP_KEY.value(row))),
        new Level(
            moments(row, GoldSkillEstimate.DATA_VALUE, GoldSkillEstimate.STANDARD_ERROR),
            moments(row, GoldSkillEstimate.PRIOR_MEAN, GoldSkillEstimate.PRIOR_SE),
            Optional.ofNullable((Double) GoldSkillEstimate.REQUIRED_LEVEL.value(row)),
            GoldSkillEstimate.VERDICT.text(row),
            new Size(GoldSkillEstimate.N.whole(row), GoldSkillEstimate.SOURCES.whole(row))),
        moments(row, GoldSkillEstimate.DELTA_12W, GoldSkillEstimate.DELTA_12W_SE),
        Movement.of(row),
        moments(row, GoldSkillEstimate.WATCH_DELTA, GoldSkillEstimate.WATCH_DELTA_SE),
        new Before(
            GoldSkillEstimate.EARLIER_P_DECLINE.real(row),
            GoldSkillEstimate.SINCE_P_DECLINE.real(row)),
        Optional.ofNullable((Double) GoldSkillEstimate.SMALLEST_VISIBLE.value(row)));
  }

  private static Moments moments(Row row, Column mean, Column deviation) {
    double sd = deviation.real(row);
    return new Moments(mean.real(row), sd * sd);
  }

  /** A manager's list; people without a manager share one. */
  long list() {
    return place.manager().orElse(Long.MIN_VALUE);
  }

  /** P(level below what the role asks for); 0 when it asks for nothing. */
  double below() {
    return level.required().map(level.moments()::probabilityBelow).orElse(0.0);
  }
}
