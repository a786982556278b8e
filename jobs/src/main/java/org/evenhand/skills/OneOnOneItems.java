package org.evenhand.skills;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.schema.SkillEvidenceRules;
import org.evenhand.table.columns.GoldSkillEvidence;
import org.evenhand.table.columns.SilverOneOnOne;

/** One-on-ones that were held, by the mark derived from their notes; of private ones nothing. */
final class OneOnOneItems {
  private OneOnOneItems() {}

  static Dataset<Row> of(Dataset<Row> talks, SkillEvidenceRules rules) {
    Column state = SilverOneOnOne.STATE.col();
    Items items =
        Items.of("one_on_one", SilverOneOnOne.ONE_ON_ONE_ID.col())
            .put(GoldSkillEvidence.REP_KEY, SilverOneOnOne.REP_KEY.col())
            .put(GoldSkillEvidence.SOURCE_TYPE, lit(Sources.ONE_ON_ONE))
            .put(GoldSkillEvidence.RATER_KEY, SilverOneOnOne.MANAGER_REP_KEY.col())
            .put(GoldSkillEvidence.OCCURRED_AT, SilverOneOnOne.HELD_AT.col())
            .put(GoldSkillEvidence.DAY, SilverOneOnOne.DAY.col())
            .put(GoldSkillEvidence.AUTHORITY, SilverOneOnOne.SYSTEM.col())
            .put(GoldSkillEvidence.CONTEXT_ID, SilverOneOnOne.ONE_ON_ONE_ID.col())
            .put(GoldSkillEvidence.AI_WRITTEN, SilverOneOnOne.AI_ASSISTED.col())
            .raterDue(not(SilverOneOnOne.PRIVATE.col()))
            .problem(
                when(state.equalTo("WITHDRAWN"), Reason.WITHDRAWN.column())
                    .when(SilverOneOnOne.PRIVATE.col(), Reason.PRIVATE.column())
                    .when(state.notEqual("HELD"), Reason.NOT_HELD.column()))
            .tags(SilverOneOnOne.SKILL_IDS.col());
    return new Marks(
            SilverOneOnOne.RATING.col(),
            SilverOneOnOne.RATING_MIN.col(),
            SilverOneOnOne.RATING_MAX.col(),
            SilverOneOnOne.POLARITY.col())
        .into(items, rules)
        .from(talks);
  }
}
