package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.BronzeGoal;
import org.evenhand.table.columns.SilverGoal;
import org.evenhand.table.columns.SilverIdentity;

/**
 * Goals as we knew them. A goal that had begun stays in the denominator of completion whether it
 * was archived, deleted or is no longer exported: ending a goal early never raises completion.
 */
public final class GoalJob extends SilverJob {

  public GoalJob() {
    super(SilverGoal.TABLE, BronzeGoal.TABLE, BronzeFile.TABLE, SilverIdentity.TABLE);
  }

  @Override
  Dataset<Row> rows(Upstream upstream) {
    return transform(upstream.versions(BronzeGoal.TABLE, BronzeGoal.GOAL_ID), upstream.people());
  }

  static Dataset<Row> transform(Dataset<Row> versions, People people) {
    Column known = SilverGoal.KNOWN_FROM.col();
    Column at = coalesce(BronzeGoal.CREATED_AT.col(), known);
    return versions
        .transform(
            rows -> people.onlyResolved(rows, BronzeGoal.OWNER_ID.col(), at, SilverGoal.REP_KEY))
        .transform(
            rows -> people.resolve(rows, BronzeGoal.SETTER_ID.col(), at, SilverGoal.SETTER_REP_KEY))
        .transform(
            Projection.onto(SilverGoal.TABLE)
                    .put(SilverGoal.START_DATE, BronzeGoal.STARTS_ON.col())
                    .put(SilverGoal.DUE_DATE, BronzeGoal.DUE_ON.col())
                    .put(SilverGoal.UNIT, BronzeGoal.METRIC_UNIT.col())
                    .put(SilverGoal.STATE, state())
                    .put(SilverGoal.SKILL_IDS, Events.list(BronzeGoal.SKILL_IDS.col()))
                    .put(
                        SilverGoal.CLOSED_AT,
                        coalesce(BronzeGoal.CLOSED_AT.col(), BronzeGoal.ARCHIVED_AT.col()))
                    .put(SilverGoal.CLOSE_REASON, BronzeGoal.ARCHIVE_REASON.col())
                    .put(SilverGoal.COUNTS, begun())
                    .put(SilverGoal.AI_ASSISTED, BronzeGoal.IS_AI_ASSISTED.col())
                    .put(SilverGoal.VALID_FROM, at)
                ::of);
  }

  private static Column state() {
    Column gone = Events.is(BronzeGoal.IS_DELETED.col()).or(not(Events.present()));
    Column status = coalesce(BronzeGoal.STATUS.col(), lit("OPEN"));
    return when(gone, "DELETED")
        .when(status.isin("ON_TRACK", "AT_RISK", "BEHIND"), "OPEN")
        .otherwise(status);
  }

  /** Begun = no draft, and the first day had come before it was archived or was last known. */
  private static Column begun() {
    Column began =
        coalesce(
            BronzeGoal.STARTS_ON.col().cast("timestamp"),
            BronzeGoal.CREATED_AT.col(),
            SilverGoal.KNOWN_FROM.col());
    Column ended = coalesce(BronzeGoal.ARCHIVED_AT.col(), SilverGoal.KNOWN_FROM.col());
    return coalesce(BronzeGoal.STATUS.col(), lit("OPEN")).notEqual("DRAFT").and(began.leq(ended));
  }
}
