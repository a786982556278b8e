package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.BronzeReview;
import org.evenhand.table.columns.SilverIdentity;
import org.evenhand.table.columns.SilverReview;

/** Rated items of reviews. */
public final class ReviewJob extends SilverJob {

  public ReviewJob() {
    super(SilverReview.TABLE, BronzeReview.TABLE, BronzeFile.TABLE, SilverIdentity.TABLE);
  }

  @Override
  Dataset<Row> rows(Upstream upstream) {
    return transform(
        upstream.versions(BronzeReview.TABLE, BronzeReview.REVIEW_ID, BronzeReview.ITEM_ID),
        upstream.people());
  }

  static Dataset<Row> transform(Dataset<Row> versions, People people) {
    Column at = coalesce(BronzeReview.SUBMITTED_AT.col(), SilverReview.KNOWN_FROM.col());
    Column state =
        when(Events.is(BronzeReview.IS_DELETED.col()).or(not(Events.present())), "WITHDRAWN")
            .otherwise(
                coalesce(
                    BronzeReview.STATUS.col(),
                    when(BronzeReview.SUBMITTED_AT.col().isNull(), "DRAFT")
                        .otherwise("SUBMITTED")));
    return versions
        .transform(
            rows ->
                people.onlyResolved(rows, BronzeReview.REVIEWEE_ID.col(), at, SilverReview.REP_KEY))
        .transform(
            rows ->
                people.resolve(
                    rows, BronzeReview.REVIEWER_ID.col(), at, SilverReview.REVIEWER_REP_KEY))
        .transform(
            Projection.onto(SilverReview.TABLE)
                    .put(SilverReview.RELATION, BronzeReview.KIND.col())
                    .put(SilverReview.STATE, state)
                    .put(SilverReview.SKILL_IDS, Events.list(BronzeReview.SKILL_IDS.col()))
                    .put(SilverReview.TEXT_SHA256, BronzeReview.TEXT_HASH.col())
                    .put(SilverReview.AI_ASSISTED, BronzeReview.IS_AI_ASSISTED.col())
                    .put(SilverReview.VALID_FROM, at)
                ::of);
  }
}
