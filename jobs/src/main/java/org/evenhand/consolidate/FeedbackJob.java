package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.BronzeFeedback;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.SilverAssignment;
import org.evenhand.table.columns.SilverFeedback;
import org.evenhand.table.columns.SilverIdentity;

/** Every version of every feedback: edits and withdrawals add rows and change none. */
public final class FeedbackJob extends SilverJob {

  public FeedbackJob() {
    super(
        SilverFeedback.TABLE,
        BronzeFeedback.TABLE,
        BronzeFile.TABLE,
        SilverIdentity.TABLE,
        SilverAssignment.TABLE);
  }

  @Override
  Dataset<Row> rows(Upstream upstream) {
    return transform(
        upstream.versions(BronzeFeedback.TABLE, BronzeFeedback.FEEDBACK_ID, BronzeFeedback.VERSION),
        upstream.people(),
        upstream.spans());
  }

  static Dataset<Row> transform(Dataset<Row> versions, People people, Spans spans) {
    Column given = BronzeFeedback.GIVEN_AT.col();
    Column rep = SilverFeedback.REP_KEY.col();
    Column anonymous = Events.is(BronzeFeedback.IS_ANONYMOUS.col());
    return versions
        .where(Events.present())
        .transform(
            rows ->
                people.onlyResolved(
                    rows, BronzeFeedback.RECEIVER_ID.col(), given, SilverFeedback.REP_KEY))
        .transform(
            rows ->
                people.resolve(
                    rows, BronzeFeedback.GIVER_ID.col(), given, SilverFeedback.AUTHOR_REP_KEY))
        .transform(rows -> spans.zone(rows, rep, given))
        .transform(
            Projection.onto(SilverFeedback.TABLE)
                    .put(
                        SilverFeedback.AUTHOR_REP_KEY,
                        when(not(anonymous), SilverFeedback.AUTHOR_REP_KEY.col()))
                    .put(SilverFeedback.EDITED, BronzeFeedback.VERSION.col().gt(1))
                    .put(SilverFeedback.RELATION, BronzeFeedback.KIND.col())
                    .put(SilverFeedback.DAY, Events.day(given))
                    .put(SilverFeedback.WRITTEN_AT, coalesce(BronzeFeedback.EDITED_AT.col(), given))
                    .put(SilverFeedback.STATE, state())
                    .put(SilverFeedback.ANONYMOUS, anonymous)
                    .put(SilverFeedback.SKILL_IDS, Events.list(BronzeFeedback.SKILL_IDS.col()))
                    .put(SilverFeedback.TEXT_SHA256, BronzeFeedback.TEXT_HASH.col())
                    .put(SilverFeedback.AI_ASSISTED, BronzeFeedback.IS_AI_ASSISTED.col())
                    .put(SilverFeedback.VALID_FROM, given)
                ::of);
  }

  private static Column state() {
    return when(Events.is(BronzeFeedback.IS_DELETED.col()), "WITHDRAWN")
        .when(Events.is(BronzeFeedback.IS_DRAFT.col()), "DRAFT")
        .otherwise("SUBMITTED");
  }
}
