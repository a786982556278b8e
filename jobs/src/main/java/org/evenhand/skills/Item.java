package org.evenhand.skills;

import java.io.Serializable;
import java.time.LocalDate;
import org.apache.spark.sql.Row;
import org.evenhand.stats.skills.Evidence;
import org.evenhand.table.columns.GoldSkillEvidence;

/** One row of evidence that counts, on the scale of skills. */
record Item(Evidence evidence, LocalDate day, String status) implements Serializable {

  static Item of(Row row, Scores scores) {
    LocalDate day = GoldSkillEvidence.DAY.date(row);
    double error =
        GoldSkillEvidence.VALUE_ERROR.isNull(row) ? 0 : GoldSkillEvidence.VALUE_ERROR.real(row);
    return new Item(
        new Evidence(
            GoldSkillEvidence.EVIDENCE_ID.text(row),
            new Evidence.Subject(
                Long.toString(GoldSkillEvidence.REP_KEY.whole(row)),
                GoldSkillEvidence.SKILL_ID.text(row),
                GoldSkillEvidence.FAMILY.text(row)),
            new Evidence.Origin(
                GoldSkillEvidence.SOURCE_TYPE.text(row),
                GoldSkillEvidence.RATER_KEY.isNull(row)
                    ? ""
                    : GoldSkillEvidence.RATER_KEY.text(row)),
            new Evidence.Reading(
                AsOf.week(day), scores.of(row), GoldSkillEvidence.WEIGHT.real(row), error * error)),
        day,
        GoldSkillEvidence.STATUS.text(row));
  }

  boolean isContested() {
    return status.equals("CONTESTED");
  }
}
