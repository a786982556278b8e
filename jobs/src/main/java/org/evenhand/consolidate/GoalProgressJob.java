package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.BronzeGoalProgress;
import org.evenhand.table.columns.SilverAssignment;
import org.evenhand.table.columns.SilverGoal;
import org.evenhand.table.columns.SilverGoalProgress;
import org.evenhand.table.columns.SilverIdentity;

/** Recorded values of goals, as a share of the way from start to target. */
public final class GoalProgressJob extends SilverJob {

  public GoalProgressJob() {
    super(
        SilverGoalProgress.TABLE,
        BronzeGoalProgress.TABLE,
        BronzeFile.TABLE,
        SilverGoal.TABLE,
        SilverIdentity.TABLE,
        SilverAssignment.TABLE);
  }

  @Override
  Dataset<Row> rows(Upstream upstream) {
    return transform(
        upstream.versions(
            BronzeGoalProgress.TABLE, BronzeGoalProgress.GOAL_ID, BronzeGoalProgress.RECORDED_AT),
        upstream.read(SilverGoal.TABLE),
        upstream.people(),
        upstream.spans());
  }

  static Dataset<Row> transform(
      Dataset<Row> steps, Dataset<Row> goals, People people, Spans spans) {
    Column at = BronzeGoalProgress.RECORDED_AT.col();
    Column way = SilverGoal.TARGET_VALUE.col().minus(SilverGoal.START_VALUE.col());
    Column computed =
        when(
            way.notEqual(0.0),
            BronzeGoalProgress.VALUE.col().minus(SilverGoal.START_VALUE.col()).divide(way));
    return Joins.inner(
            steps.where(Events.present()), ownersNow(goals), SilverGoal.SYSTEM, SilverGoal.GOAL_ID)
        .transform(
            rows ->
                people.resolve(
                    rows,
                    BronzeGoalProgress.RECORDED_BY_ID.col(),
                    at,
                    SilverGoalProgress.RECORDED_BY_REP_KEY))
        .transform(rows -> spans.zone(rows, SilverGoalProgress.REP_KEY.col(), at))
        .transform(
            Projection.onto(SilverGoalProgress.TABLE)
                    .put(SilverGoalProgress.DAY, Events.day(at))
                    .put(
                        SilverGoalProgress.SHARE,
                        coalesce(BronzeGoalProgress.PROGRESS.col(), computed))
                    .put(SilverGoalProgress.VALID_FROM, at)
                ::of);
  }

  private static Dataset<Row> ownersNow(Dataset<Row> goals) {
    return goals
        .where(SilverGoal.KNOWN_TO.col().isNull())
        .select(
            SilverGoal.SYSTEM.col(),
            SilverGoal.GOAL_ID.col(),
            SilverGoal.REP_KEY.col(),
            SilverGoal.START_VALUE.col(),
            SilverGoal.TARGET_VALUE.col());
  }
}
