package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.hour;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.weekday;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.evenhand.table.Table;
import org.evenhand.table.columns.BronzeActivity;
import org.evenhand.table.columns.BronzeCall;
import org.evenhand.table.columns.BronzeCallParty;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.SilverActivity;
import org.evenhand.table.columns.SilverAssignment;
import org.evenhand.table.columns.SilverCalendar;
import org.evenhand.table.columns.SilverIdentity;

/** What everybody did and when, each thing once whichever systems recorded it. */
public final class ActivityJob extends SilverJob {
  private static final double MICROS_PER_MINUTE = 60_000_000.0;

  public ActivityJob() {
    super(
        SilverActivity.TABLE,
        BronzeActivity.TABLE,
        BronzeCall.TABLE,
        BronzeCallParty.TABLE,
        BronzeFile.TABLE,
        SilverIdentity.TABLE,
        SilverAssignment.TABLE,
        SilverCalendar.TABLE);
  }

  /**
   * Everything the transform reads.
   *
   * @param landed bronze.activity as it stands
   * @param crm its states of knowledge
   * @param landedCalls bronze.call as it stands
   * @param calls its states of knowledge
   */
  record Inputs(
      Dataset<Row> landed,
      Dataset<Row> crm,
      Dataset<Row> landedCalls,
      Dataset<Row> calls,
      Dataset<Row> parties,
      Lookups lookups,
      Rules rules) {}

  /** Policies and the session that makes frames of them. */
  record Rules(SparkSession session, ActivityMap map, Settings.WorkingHours hours) {}

  @Override
  List<Table> driving() {
    return List.of(BronzeActivity.TABLE, BronzeCall.TABLE);
  }

  @Override
  Dataset<Row> rows(Upstream upstream) {
    return transform(
        new Inputs(
            upstream.read(BronzeActivity.TABLE),
            upstream.versions(BronzeActivity.TABLE, BronzeActivity.ACTIVITY_ID),
            upstream.read(BronzeCall.TABLE),
            upstream.versions(BronzeCall.TABLE, BronzeCall.CALL_ID),
            upstream.read(BronzeCallParty.TABLE),
            upstream.lookups(),
            upstream.activityRules()));
  }

  static Dataset<Row> transform(Inputs in) {
    Column start = SilverActivity.START_AT.col();
    Lookups lookups = in.lookups();
    return everySource(in)
        .transform(rows -> in.rules().map().classify(in.rules().session(), rows, kinds(in)))
        .transform(rows -> lookups.spans().at(rows, SilverActivity.REP_KEY.col(), start))
        .withColumn(SilverActivity.DAY.name(), Events.day(start))
        .transform(rows -> lookups.calendar().of(rows, SilverActivity.DAY.col()))
        .where(SilverCalendar.QUARTER.col().isNotNull())
        .transform(ActivityJob::withMinutes)
        .transform(
            Projection.onto(SilverActivity.TABLE)
                    .put(SilverActivity.AFTER_HOURS, afterHours(start, in.rules().hours()))
                    .put(SilverActivity.VALID_FROM, start)
                ::of);
  }

  private static Dataset<Row> kinds(Inputs in) {
    Dataset<Row> ofCrm =
        in.landed().select(SilverActivity.KIND.col(), SilverActivity.SUBJECT_TYPE.col());
    return ofCrm.unionAll(CallActivities.kinds(in.landedCalls()));
  }

  /** Calls once; CRM records that only log one of them are folded into it. */
  private static Dataset<Row> everySource(Inputs in) {
    People people = in.lookups().people();
    Dataset<Row> onCalls = CallActivities.of(in.calls(), in.parties(), people);
    Dataset<Row> logged =
        CallActivities.logged(in.landed(), in.landedCalls(), in.parties(), people);
    return CrmActivities.of(in.crm(), people)
        .transform(
            rows -> Joins.without(rows, logged, SilverActivity.SYSTEM, SilverActivity.ACTIVITY_ID))
        .unionByName(CallActivities.withLogged(onCalls, logged));
  }

  private static Dataset<Row> withMinutes(Dataset<Row> rows) {
    Column measured = SilverActivity.MINUTES.col();
    Column standard = col(ActivityMap.STANDARD_MINUTES);
    Column end =
        timestamp_micros(
            unix_micros(SilverActivity.START_AT.col())
                .plus(measured.multiply(MICROS_PER_MINUTE).cast("bigint")));
    return rows.withColumn(SilverActivity.END_AT.name(), when(measured.isNotNull(), end))
        .withColumn(
            SilverActivity.MINUTES_SOURCE.name(),
            when(measured.isNotNull(), "MEASURED")
                .when(standard.isNotNull(), "STANDARD")
                .otherwise("UNKNOWN"))
        .withColumn(SilverActivity.MINUTES.name(), coalesce(measured, standard));
  }

  private static Column afterHours(Column start, Settings.WorkingHours hours) {
    Column local = Spans.local(start);
    Column workingDay = weekday(local).plus(lit(1)).isin(hours.days().toArray());
    Column workingHour = hour(local).geq(hours.from()).and(hour(local).lt(hours.to()));
    return not(workingDay.and(workingHour));
  }
}
