package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.transform;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.BronzeChallenge;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.SilverChallenge;
import org.evenhand.table.columns.SilverIdentity;

/** Objections to data, credit or scores, by state of knowledge. */
public final class ChallengeJob extends SilverJob {

  public ChallengeJob() {
    super(SilverChallenge.TABLE, BronzeChallenge.TABLE, BronzeFile.TABLE, SilverIdentity.TABLE);
  }

  @Override
  Dataset<Row> rows(Upstream upstream) {
    return transform(
        upstream.versions(BronzeChallenge.TABLE, BronzeChallenge.CHALLENGE_ID), upstream.people());
  }

  static Dataset<Row> transform(Dataset<Row> challenges, People people) {
    Column at = BronzeChallenge.OPENED_AT.col();
    return challenges
        .where(Events.present())
        .transform(
            rows ->
                people.onlyResolved(
                    rows, BronzeChallenge.WORKER_ID.col(), at, SilverChallenge.REP_KEY))
        .transform(
            rows ->
                people.resolve(
                    rows,
                    BronzeChallenge.REVIEWER_WORKER_ID.col(),
                    at,
                    SilverChallenge.REVIEWER_REP_KEY))
        .transform(Projection.onto(SilverChallenge.TABLE).put(SilverChallenge.VALID_FROM, at)::of);
  }
}
