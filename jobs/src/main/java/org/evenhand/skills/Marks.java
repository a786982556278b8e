package org.evenhand.skills;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.evenhand.schema.SkillEvidenceRules;
import org.evenhand.table.columns.GoldSkillEvidence;

/**
 * A mark on a scale, or where none was given what praise or criticism counts as, from -1 to 1.
 *
 * @param rating mark given
 * @param least bottom of its scale
 * @param most top of its scale
 * @param polarity direction of what was said
 */
record Marks(Column rating, Column least, Column most, Column polarity) {
  private static final double CRITICISM = -1;
  private static final double PRAISE = 1;

  /** Puts score, scale and verb. */
  Items into(Items items, SkillEvidenceRules rules) {
    Column rated = rating.isNotNull();
    Column said = Lookup.real(rules.marks().polarity(), lower(polarity));
    return items
        .put(GoldSkillEvidence.VERB, when(rated.or(said.isNull()), "rated").otherwise("commented"))
        .put(GoldSkillEvidence.SCORE_RAW, coalesce(rating, said))
        .put(GoldSkillEvidence.SCORE_MIN, when(rated, least).when(said.isNotNull(), lit(CRITICISM)))
        .put(GoldSkillEvidence.SCORE_MAX, when(rated, most).when(said.isNotNull(), lit(PRAISE)));
  }
}
