package org.evenhand.skills;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sqrt;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.schema.SkillEvidenceRules;
import org.evenhand.table.columns.GoldSkillEvidence;
import org.evenhand.table.columns.SilverGoal;

/**
 * Attainment of goals that ran their course, x = (current - start) / (target - start), more than
 * the policy's most counted as that. The value is (x - mean) / sd over all such goals, both from
 * exact decimal sums so that the order of rows does not matter; without any spread there is none.
 * Whoever set the target is the rater: an easy goal-setter is a severity.
 */
final class GoalItems {
  private static final String REACHED = "reached";
  private static final String COUNTED = "counted";
  private static final String GOALS = "goals";
  private static final String TOTAL = "total";
  private static final String SQUARES = "squares";
  private static final String EXACT = "decimal(16,6)";

  private GoalItems() {}

  static Dataset<Row> of(Dataset<Row> goals, SkillEvidenceRules rules) {
    Dataset<Row> reached = withAttainment(goals, rules.marks().mostAttainment());
    Column mean = col(TOTAL).cast("double").divide(col(GOALS));
    Column variance = col(SQUARES).cast("double").divide(col(GOALS)).minus(mean.multiply(mean));
    Column value =
        when(variance.gt(0), col(COUNTED).cast("double").minus(mean).divide(sqrt(variance)));
    Column at = coalesce(SilverGoal.CLOSED_AT.col(), SilverGoal.DUE_DATE.col().cast("timestamp"));
    return Items.of("goal", SilverGoal.GOAL_ID.col())
        .put(GoldSkillEvidence.REP_KEY, SilverGoal.REP_KEY.col())
        .put(GoldSkillEvidence.SOURCE_TYPE, lit(Sources.GOAL))
        .put(GoldSkillEvidence.RATER_KEY, SilverGoal.SETTER_REP_KEY.col())
        .put(GoldSkillEvidence.VERB, when(col(REACHED).geq(1), "achieved").otherwise("progressed"))
        .put(GoldSkillEvidence.SCORE_RAW, col(REACHED))
        .put(GoldSkillEvidence.VALUE, when(problem().isNull(), value))
        .put(
            GoldSkillEvidence.VALUE_ERROR,
            when(problem().isNull().and(value.isNotNull()), lit(0.0)))
        .put(GoldSkillEvidence.OCCURRED_AT, at)
        .put(GoldSkillEvidence.DAY, to_date(at))
        .put(GoldSkillEvidence.AUTHORITY, SilverGoal.SYSTEM.col())
        .put(GoldSkillEvidence.CONTEXT_ID, SilverGoal.GOAL_ID.col())
        .put(GoldSkillEvidence.AI_WRITTEN, SilverGoal.AI_ASSISTED.col())
        .raterDue(lit(true))
        .problem(
            coalesce(
                problem(),
                when(col(REACHED).isNotNull().and(value.isNull()), Reason.NO_DIFFERENCES.column())))
        .tags(tags(rules))
        .from(reached.crossJoin(broadcast(moments(reached))));
  }

  private static Column problem() {
    Column state = SilverGoal.STATE.col();
    return when(state.equalTo("DRAFT"), Reason.DRAFT.column())
        .when(state.isin("ARCHIVED", "DELETED"), Reason.ENDED_EARLY.column())
        .when(state.equalTo("OPEN"), Reason.NOT_DONE.column());
  }

  private static Dataset<Row> withAttainment(Dataset<Row> goals, double most) {
    Column way = nullif(SilverGoal.TARGET_VALUE.col().minus(SilverGoal.START_VALUE.col()), lit(0));
    Column reached =
        coalesce(
            SilverGoal.PROGRESS.col(),
            SilverGoal.CURRENT_VALUE.col().minus(SilverGoal.START_VALUE.col()).divide(way));
    return goals
        .withColumn(REACHED, reached)
        .withColumn(COUNTED, least(col(REACHED), lit(most)).cast(EXACT));
  }

  private static Dataset<Row> moments(Dataset<Row> reached) {
    return reached
        .where(problem().isNull())
        .agg(
            count(col(COUNTED)).as(GOALS),
            sum(col(COUNTED)).as(TOTAL),
            sum(col(COUNTED).multiply(col(COUNTED))).as(SQUARES));
  }

  /** Skills the goal names, else the skill of its category. */
  private static Column tags(SkillEvidenceRules rules) {
    Column category = Lookup.text(rules.names().goalCategories(), lower(SilverGoal.CATEGORY.col()));
    return when(
            size(SilverGoal.SKILL_IDS.col()).equalTo(0).and(category.isNotNull()), array(category))
        .otherwise(SilverGoal.SKILL_IDS.col());
  }
}
