package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.transform;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.BronzeAdverseAction;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.SilverAdverseAction;
import org.evenhand.table.columns.SilverIdentity;

/** Steps against people and what they cite. */
public final class AdverseActionJob extends SilverJob {

  public AdverseActionJob() {
    super(
        SilverAdverseAction.TABLE,
        BronzeAdverseAction.TABLE,
        BronzeFile.TABLE,
        SilverIdentity.TABLE);
  }

  @Override
  Dataset<Row> rows(Upstream upstream) {
    return transform(
        upstream.versions(BronzeAdverseAction.TABLE, BronzeAdverseAction.ACTION_ID),
        upstream.people());
  }

  static Dataset<Row> transform(Dataset<Row> actions, People people) {
    Column at = BronzeAdverseAction.OPENED_AT.col();
    return actions
        .where(Events.present())
        .transform(
            rows ->
                people.onlyResolved(
                    rows, BronzeAdverseAction.WORKER_ID.col(), at, SilverAdverseAction.REP_KEY))
        .transform(
            rows ->
                people.resolve(
                    rows,
                    BronzeAdverseAction.DECIDER_WORKER_ID.col(),
                    at,
                    SilverAdverseAction.DECIDER_REP_KEY))
        .transform(
            Projection.onto(SilverAdverseAction.TABLE)
                    .put(
                        SilverAdverseAction.NON_SCORE_EVIDENCE,
                        Events.list(BronzeAdverseAction.NON_SCORE_EVIDENCE.col()))
                    .put(
                        SilverAdverseAction.RATIONALE_SHA256,
                        BronzeAdverseAction.RATIONALE_HASH.col())
                    .put(SilverAdverseAction.VALID_FROM, at)
                ::of);
  }
}
