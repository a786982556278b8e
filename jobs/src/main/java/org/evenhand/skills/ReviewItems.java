package org.evenhand.skills;

import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.schema.SkillEvidenceRules;
import org.evenhand.table.columns.GoldSkillEvidence;
import org.evenhand.table.columns.SilverReview;

/** Rated items of reviews and assessments. */
final class ReviewItems {
  private ReviewItems() {}

  static Dataset<Row> of(Dataset<Row> reviews, SkillEvidenceRules rules) {
    Column source = Lookup.text(rules.sources("review"), SilverReview.RELATION.col());
    Column state = SilverReview.STATE.col();
    return Items.of(
            "review", concat_ws("/", SilverReview.REVIEW_ID.col(), SilverReview.ITEM_ID.col()))
        .put(GoldSkillEvidence.REP_KEY, SilverReview.REP_KEY.col())
        .put(GoldSkillEvidence.SOURCE_TYPE, source)
        .put(GoldSkillEvidence.RATER_KEY, SilverReview.REVIEWER_REP_KEY.col())
        .put(GoldSkillEvidence.VERB, lit("rated"))
        .put(GoldSkillEvidence.SCORE_RAW, SilverReview.RATING.col())
        .put(GoldSkillEvidence.SCORE_MIN, SilverReview.RATING_MIN.col())
        .put(GoldSkillEvidence.SCORE_MAX, SilverReview.RATING_MAX.col())
        .put(GoldSkillEvidence.OCCURRED_AT, SilverReview.SUBMITTED_AT.col())
        .put(GoldSkillEvidence.DAY, to_date(SilverReview.SUBMITTED_AT.col()))
        .put(GoldSkillEvidence.AUTHORITY, SilverReview.SYSTEM.col())
        .put(GoldSkillEvidence.CONTEXT_ID, SilverReview.REVIEW_ID.col())
        .put(GoldSkillEvidence.AI_WRITTEN, SilverReview.AI_ASSISTED.col())
        .raterDue(lit(true))
        .problem(
            when(state.equalTo("WITHDRAWN"), Reason.WITHDRAWN.column())
                .when(state.equalTo("DRAFT"), Reason.DRAFT.column())
                .when(source.isNull(), Reason.RELATION_NOT_USED.column()))
        .tags(SilverReview.SKILL_IDS.col())
        .from(reviews);
  }
}
