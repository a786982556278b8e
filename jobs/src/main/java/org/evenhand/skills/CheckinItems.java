package org.evenhand.skills;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.GoldSkillEvidence;
import org.evenhand.table.columns.SilverCheckin;

/** Managers' weekly marks on check-ins; the pulse a person gives is no evidence of skill. */
final class CheckinItems {
  private CheckinItems() {}

  static Dataset<Row> of(Dataset<Row> checkins) {
    Column state = SilverCheckin.STATE.col();
    return Items.of("checkin", SilverCheckin.CHECKIN_ID.col())
        .put(GoldSkillEvidence.REP_KEY, SilverCheckin.REP_KEY.col())
        .put(GoldSkillEvidence.SOURCE_TYPE, lit(Sources.MANAGER_WEEKLY))
        .put(GoldSkillEvidence.RATER_KEY, SilverCheckin.MANAGER_REP_KEY.col())
        .put(GoldSkillEvidence.VERB, lit("rated"))
        .put(GoldSkillEvidence.SCORE_RAW, SilverCheckin.MANAGER_RATING.col())
        .put(GoldSkillEvidence.SCORE_MIN, SilverCheckin.RATING_MIN.col())
        .put(GoldSkillEvidence.SCORE_MAX, SilverCheckin.RATING_MAX.col())
        .put(GoldSkillEvidence.OCCURRED_AT, SilverCheckin.SUBMITTED_AT.col())
        .put(GoldSkillEvidence.DAY, SilverCheckin.DAY.col())
        .put(GoldSkillEvidence.AUTHORITY, SilverCheckin.SYSTEM.col())
        .put(GoldSkillEvidence.CONTEXT_ID, SilverCheckin.CHECKIN_ID.col())
        .put(GoldSkillEvidence.AI_WRITTEN, SilverCheckin.AI_ASSISTED.col())
        .raterDue(not(SilverCheckin.PRIVATE.col()))
        .problem(
            when(state.equalTo("WITHDRAWN"), Reason.WITHDRAWN.column())
                .when(state.equalTo("DRAFT"), Reason.DRAFT.column())
                .when(state.equalTo("MISSED"), Reason.NOT_DONE.column())
                .when(SilverCheckin.PRIVATE.col(), Reason.PRIVATE.column()))
        .tags(SilverCheckin.SKILL_IDS.col())
        .from(checkins);
  }
}
