package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.BronzeSurveyResponse;
import org.evenhand.table.columns.SilverAssignment;
import org.evenhand.table.columns.SilverIdentity;
import org.evenhand.table.columns.SilverSurveyResponse;

/** Survey answers; an invitation without an answer is a row without a value. */
public final class SurveyResponseJob extends SilverJob {
  private static final String TOLD_TEAM = "told_team";

  public SurveyResponseJob() {
    super(
        SilverSurveyResponse.TABLE,
        BronzeSurveyResponse.TABLE,
        BronzeFile.TABLE,
        SilverIdentity.TABLE,
        SilverAssignment.TABLE);
  }

  @Override
  Dataset<Row> rows(Upstream upstream) {
    return transform(
        upstream.versions(
            BronzeSurveyResponse.TABLE,
            BronzeSurveyResponse.SURVEY_ID,
            BronzeSurveyResponse.RESPONDENT_ID,
            BronzeSurveyResponse.ITEM_ID),
        upstream.people(),
        upstream.spans());
  }

  static Dataset<Row> transform(Dataset<Row> answers, People people, Spans spans) {
    Column pseudonym = Events.is(BronzeSurveyResponse.IS_PSEUDONYMOUS.col());
    Column named = when(not(pseudonym), BronzeSurveyResponse.RESPONDENT_ID.col());
    Column rep = SilverSurveyResponse.REP_KEY.col();
    Column at =
        coalesce(
            BronzeSurveyResponse.ANSWERED_AT.col(),
            BronzeSurveyResponse.INVITED_AT.col(),
            SilverSurveyResponse.KNOWN_FROM.col());
    return answers
        .where(Events.present())
        .withColumnRenamed(BronzeSurveyResponse.TEAM_ID.name(), TOLD_TEAM)
        .transform(rows -> people.resolve(rows, named, at, SilverSurveyResponse.REP_KEY))
        .where(pseudonym.or(rep.isNotNull()))
        .transform(rows -> spans.at(rows, rep, at))
        .transform(
            Projection.onto(SilverSurveyResponse.TABLE)
                    .put(
                        SilverSurveyResponse.RESPONSE_ID,
                        coalesce(rep.cast("string"), BronzeSurveyResponse.RESPONDENT_ID.col()))
                    .put(
                        SilverSurveyResponse.TEAM_ID,
                        coalesce(col(TOLD_TEAM), SilverSurveyResponse.TEAM_ID.col()))
                    .put(
                        SilverSurveyResponse.DAY,
                        Events.day(BronzeSurveyResponse.ANSWERED_AT.col()))
                    .put(SilverSurveyResponse.ANSWER, BronzeSurveyResponse.VALUE.col())
                    .put(SilverSurveyResponse.ANSWER_MIN, BronzeSurveyResponse.SCALE_MIN.col())
                    .put(SilverSurveyResponse.ANSWER_MAX, BronzeSurveyResponse.SCALE_MAX.col())
                    .put(SilverSurveyResponse.VALID_FROM, at)
                ::of);
  }
}
