package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.transform;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.BronzeAiAssist;
import org.evenhand.table.columns.BronzeAiFeature;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.SilverAiAssist;
import org.evenhand.table.columns.SilverAssignment;
import org.evenhand.table.columns.SilverCalendar;
import org.evenhand.table.columns.SilverIdentity;

/** What registered AI features made for people, and what became of it. */
public final class AiAssistJob extends SilverJob {

  public AiAssistJob() {
    super(
        SilverAiAssist.TABLE,
        BronzeAiAssist.TABLE,
        BronzeAiFeature.TABLE,
        BronzeFile.TABLE,
        SilverIdentity.TABLE,
        SilverAssignment.TABLE,
        SilverCalendar.TABLE);
  }

  @Override
  Dataset<Row> rows(Upstream upstream) {
    return transform(
        upstream.versions(BronzeAiAssist.TABLE, BronzeAiAssist.ARTIFACT_ID),
        upstream.read(BronzeAiFeature.TABLE),
        upstream.lookups());
  }

  static Dataset<Row> transform(Dataset<Row> assists, Dataset<Row> features, Lookups lookups) {
    Column at = BronzeAiAssist.CREATED_AT.col();
    return Joins.inner(
            assists.where(Events.present()),
            AiUsageJob.registered(features),
            SilverAiAssist.FEATURE_ID)
        .transform(
            rows ->
                lookups
                    .people()
                    .onlyResolved(rows, BronzeAiAssist.PERSON_ID.col(), at, SilverAiAssist.REP_KEY))
        .transform(rows -> lookups.spans().at(rows, SilverAiAssist.REP_KEY.col(), at))
        .withColumn(SilverAiAssist.DAY.name(), Events.day(at))
        .transform(rows -> lookups.calendar().of(rows, SilverAiAssist.DAY.col()))
        .transform(
            Projection.onto(SilverAiAssist.TABLE)
                    .put(SilverAiAssist.ASSIST_ID, BronzeAiAssist.ARTIFACT_ID.col())
                    .put(SilverAiAssist.USED, BronzeAiAssist.IS_USED.col())
                    .put(SilverAiAssist.VALID_FROM, at)
                ::of);
  }
}
