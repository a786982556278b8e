package org.evenhand.skills;

import java.time.LocalDate;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.GoldSkillContribution;

/** A row of gold.skill_contribution as advice and figures read it. */
record Piece(Changed.Pair pair, Origin origin, Counted counted, Effect effect) {

  /** Where it comes from. */
  record Origin(String id, String source, LocalDate day, String status) {}

  /**
   * How it counts.
   *
   * @param said on the scale of skills
   * @param as with the rater's severity taken off
   * @param part at which it counts
   */
  record Counted(double said, double as, double part) {}

  /** What it does. */
  record Effect(double level, double change, double surprise, double without, double error) {}

  static Piece of(Row row) {
    return new Piece(
        new Changed.Pair(
            GoldSkillContribution.REP_KEY.whole(row), GoldSkillContribution.SKILL_ID.text(row)),
        new Origin(
            GoldSkillContribution.EVIDENCE_ID.text(row),
            GoldSkillContribution.SOURCE_TYPE.text(row),
            GoldSkillContribution.DAY.date(row),
            GoldSkillContribution.STATUS.text(row)),
        new Counted(
            GoldSkillContribution.ADJUSTED_VALUE.real(row),
            GoldSkillContribution.COUNTED_AS.real(row),
            GoldSkillContribution.COUNTED.real(row)),
        new Effect(
            GoldSkillContribution.CONTRIBUTION.real(row),
            GoldSkillContribution.CHANGE_CONTRIBUTION.real(row),
            GoldSkillContribution.LOO_Z.real(row),
            GoldSkillContribution.LEVEL_IF_REMOVED.real(row),
            GoldSkillContribution.SE_IF_REMOVED.real(row)));
  }
}
