package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.BronzeScorecardAnswer;
import org.evenhand.table.columns.SilverCallSignal;

/** Answered scorecards as call signals; the revision of the question stays with the answer. */
final class Scorecards {
  private Scorecards() {}

  static Dataset<Row> signals(Dataset<Row> answers, People people) {
    Column at =
        coalesce(
            BronzeScorecardAnswer.CALL_STARTED_AT.col(),
            BronzeScorecardAnswer.REVIEWED_AT.col(),
            SilverCallSignal.KNOWN_FROM.col());
    Column answered =
        BronzeScorecardAnswer.SCORE
            .col()
            .isNotNull()
            .and(not(Events.is(BronzeScorecardAnswer.IS_NOT_APPLICABLE.col())));
    return answers
        .where(answered)
        .transform(
            rows ->
                people.onlyResolved(
                    rows,
                    BronzeScorecardAnswer.REVIEWED_USER_ID.col(),
                    at,
                    SilverCallSignal.REP_KEY))
        .transform(
            rows ->
                people.resolve(
                    rows,
                    BronzeScorecardAnswer.REVIEWER_USER_ID.col(),
                    at,
                    SilverCallSignal.SCORED_BY_REP_KEY))
        .select(
            SilverCallSignal.SYSTEM.col(),
            coalesce(
                    BronzeScorecardAnswer.CALL_ID.col(),
                    BronzeScorecardAnswer.ANSWERED_SCORECARD_ID.col())
                .as(SilverCallSignal.CALL_ID.name()),
            SilverCallSignal.REP_KEY.col(),
            at.as(SilverCallSignal.STARTED_AT.name()),
            concat(
                    lit("scorecard:"),
                    BronzeScorecardAnswer.QUESTION_ID.col(),
                    lit("@"),
                    BronzeScorecardAnswer.ANSWERED_SCORECARD_ID.col())
                .as(SilverCallSignal.SIGNAL.name()),
            BronzeScorecardAnswer.SCORE.col().as(SilverCallSignal.NUMERATOR.name()),
            BronzeScorecardAnswer.SCORE_MAX.col().as(SilverCallSignal.DENOMINATOR.name()),
            lit("score/max").as(SilverCallSignal.UNIT.name()),
            lit(null).cast("int").as(SilverCallSignal.COMPANY_PARTICIPANTS.name()),
            lit(true).as(SilverCallSignal.ATTRIBUTABLE.name()),
            BronzeScorecardAnswer.QUESTION_REVISION_ID
                .col()
                .as(SilverCallSignal.QUESTION_REVISION.name()),
            BronzeScorecardAnswer.SCORE_MIN.col().as(SilverCallSignal.SCORE_MIN.name()),
            when(BronzeScorecardAnswer.REVIEW_METHOD.col().equalTo("AUTOMATIC"), "AI")
                .when(BronzeScorecardAnswer.REVIEW_METHOD.col().equalTo("MANUAL"), "HUMAN")
                .as(SilverCallSignal.SCORED_BY.name()),
            SilverCallSignal.SCORED_BY_REP_KEY.col(),
            SilverCallSignal.KNOWN_FROM.col(),
            SilverCallSignal.KNOWN_TO.col());
  }
}
