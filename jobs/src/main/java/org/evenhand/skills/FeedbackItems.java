package org.evenhand.skills;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.evenhand.schema.SkillEvidenceRules;
import org.evenhand.table.columns.GoldSkillEvidence;
import org.evenhand.table.columns.SilverFeedback;

/**
 * Feedback by its last version: an edit takes the place of what it edits, a draft of an edit does
 * not. Private feedback is counted and never used.
 */
final class FeedbackItems {
  private static final String RANK = "rank";

  private FeedbackItems() {}

  static Dataset<Row> of(Dataset<Row> feedback, SkillEvidenceRules rules) {
    Column source = Lookup.text(rules.sources("feedback"), SilverFeedback.RELATION.col());
    Column hidden = is(SilverFeedback.VISIBILITY, "PRIVATE");
    Items items =
        Items.of("feedback", SilverFeedback.FEEDBACK_ID.col())
            .put(GoldSkillEvidence.REP_KEY, SilverFeedback.REP_KEY.col())
            .put(GoldSkillEvidence.SOURCE_TYPE, source)
            .put(GoldSkillEvidence.RATER_KEY, rater())
            .put(GoldSkillEvidence.OCCURRED_AT, SilverFeedback.GIVEN_AT.col())
            .put(GoldSkillEvidence.DAY, SilverFeedback.DAY.col())
            .put(GoldSkillEvidence.AUTHORITY, SilverFeedback.SYSTEM.col())
            .put(GoldSkillEvidence.CONTEXT_ID, SilverFeedback.WORK_REF.col())
            .put(GoldSkillEvidence.AI_WRITTEN, SilverFeedback.AI_ASSISTED.col())
            .raterDue(
                not(SilverFeedback.ANONYMOUS.col())
                    .and(SilverFeedback.RELATION.col().notEqual("CUSTOMER")))
            .problem(
                when(is(SilverFeedback.STATE, "WITHDRAWN"), Reason.WITHDRAWN.column())
                    .when(is(SilverFeedback.STATE, "DRAFT"), Reason.DRAFT.column())
                    .when(hidden, Reason.PRIVATE.column())
                    .when(source.isNull(), Reason.RELATION_NOT_USED.column()))
            .tags(
                when(hidden, array().cast("array<string>"))
                    .otherwise(SilverFeedback.SKILL_IDS.col()));
    return new Marks(
            SilverFeedback.RATING.col(),
            SilverFeedback.RATING_MIN.col(),
            SilverFeedback.RATING_MAX.col(),
            SilverFeedback.POLARITY.col())
        .into(items, rules)
        .from(onlyLast(feedback));
  }

  private static Column rater() {
    return coalesce(
        SilverFeedback.AUTHOR_REP_KEY.col(),
        when(is(SilverFeedback.RELATION, "SELF"), SilverFeedback.REP_KEY.col()));
  }

  private static Dataset<Row> onlyLast(Dataset<Row> feedback) {
    return feedback
        .withColumn(
            RANK,
            row_number()
                .over(
                    Window.partitionBy(
                            SilverFeedback.SYSTEM.col(), SilverFeedback.FEEDBACK_ID.col())
                        .orderBy(
                            is(SilverFeedback.STATE, "DRAFT"),
                            SilverFeedback.VERSION.col().desc())))
        .where(col(RANK).equalTo(1));
  }

  private static Column is(org.evenhand.table.Column column, String value) {
    return coalesce(column.col().equalTo(value), lit(false));
  }
}
