package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.transform;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.BronzeDecision;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.SilverDecision;
import org.evenhand.table.columns.SilverIdentity;

/** Decisions in which an AI output could be used. */
public final class DecisionJob extends SilverJob {

  public DecisionJob() {
    super(SilverDecision.TABLE, BronzeDecision.TABLE, BronzeFile.TABLE, SilverIdentity.TABLE);
  }

  @Override
  Dataset<Row> rows(Upstream upstream) {
    return transform(
        upstream.versions(BronzeDecision.TABLE, BronzeDecision.DECISION_ID), upstream.people());
  }

  static Dataset<Row> transform(Dataset<Row> decisions, People people) {
    Column at = BronzeDecision.DECIDED_AT.col();
    return decisions
        .where(Events.present())
        .transform(
            rows ->
                people.resolve(
                    rows, BronzeDecision.SUBJECT_WORKER_ID.col(), at, SilverDecision.REP_KEY))
        .transform(
            rows ->
                people.resolve(
                    rows,
                    BronzeDecision.DECIDER_WORKER_ID.col(),
                    at,
                    SilverDecision.DECIDER_REP_KEY))
        .transform(
            Projection.onto(SilverDecision.TABLE)
                    .put(SilverDecision.KIND, BronzeDecision.DECISION_KIND.col())
                    .put(SilverDecision.ARTIFACT_ID, BronzeDecision.AI_ARTIFACT_ID.col())
                    .put(
                        SilverDecision.AGREES_WITH_AI,
                        BronzeDecision.AI_RECOMMENDATION
                            .col()
                            .equalTo(BronzeDecision.HUMAN_DECISION.col()))
                    .put(SilverDecision.SEEDED, Events.is(BronzeDecision.IS_SEEDED_CASE.col()))
                    .put(SilverDecision.RATIONALE_SHA256, BronzeDecision.RATIONALE_HASH.col())
                    .put(SilverDecision.VALID_FROM, at)
                ::of);
  }
}
