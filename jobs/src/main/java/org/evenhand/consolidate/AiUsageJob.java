package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.transform;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.BronzeAiFeature;
import org.evenhand.table.columns.BronzeAiUsage;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.SilverAiUsage;
import org.evenhand.table.columns.SilverAssignment;
import org.evenhand.table.columns.SilverCalendar;
import org.evenhand.table.columns.SilverIdentity;

/** Uses of registered AI features; unregistered ones are quarantined as issues. */
public final class AiUsageJob extends SilverJob {

  public AiUsageJob() {
    super(
        SilverAiUsage.TABLE,
        BronzeAiUsage.TABLE,
        BronzeAiFeature.TABLE,
        BronzeFile.TABLE,
        SilverIdentity.TABLE,
        SilverAssignment.TABLE,
        SilverCalendar.TABLE);
  }

  @Override
  Dataset<Row> rows(Upstream upstream) {
    return transform(
        upstream.versions(BronzeAiUsage.TABLE, BronzeAiUsage.EVENT_ID),
        upstream.read(BronzeAiFeature.TABLE),
        upstream.lookups());
  }

  static Dataset<Row> transform(Dataset<Row> events, Dataset<Row> features, Lookups lookups) {
    Column at = BronzeAiUsage.OCCURRED_AT.col();
    return Joins.inner(
            events.where(Events.present()), registered(features), SilverAiUsage.FEATURE_ID)
        .where(not(Events.is(BronzeAiUsage.IS_CONCEALED.col())))
        .transform(
            rows ->
                lookups
                    .people()
                    .onlyResolved(rows, BronzeAiUsage.PERSON_ID.col(), at, SilverAiUsage.REP_KEY))
        .transform(
            rows ->
                lookups
                    .people()
                    .resolve(
                        rows,
                        BronzeAiUsage.SUBJECT_PERSON_ID.col(),
                        at,
                        SilverAiUsage.SUBJECT_REP_KEY))
        .transform(rows -> lookups.spans().at(rows, SilverAiUsage.REP_KEY.col(), at))
        .withColumn(SilverAiUsage.DAY.name(), Events.day(at))
        .transform(rows -> lookups.calendar().of(rows, SilverAiUsage.DAY.col()))
        .transform(
            Projection.onto(SilverAiUsage.TABLE)
                    .put(SilverAiUsage.MOMENT, coalesce(BronzeAiUsage.MOMENT.col(), lit("UNKNOWN")))
                    .put(SilverAiUsage.VOLUNTARY, BronzeAiUsage.IS_VOLUNTARY.col())
                    .put(SilverAiUsage.VALID_FROM, at)
                ::of);
  }

  /** Ids on the register, whatever the version. */
  static Dataset<Row> registered(Dataset<Row> features) {
    return broadcast(features.select(BronzeAiFeature.FEATURE_ID.col()).distinct());
  }
}
