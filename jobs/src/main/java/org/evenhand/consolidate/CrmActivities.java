package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.BronzeActivity;
import org.evenhand.table.columns.SilverActivity;

/**
 * Activities of the CRM with one shape for tasks and events. Done means marked done and dated by
 * completion, less how long it took; an open task is planned for its due date and never counts as
 * done.
 */
final class CrmActivities {
  private static final double MICROS_PER_MINUTE = 60_000_000.0;

  private CrmActivities() {}

  /**
   * @param versions states of knowledge of bronze.activity
   */
  static Dataset<Row> of(Dataset<Row> versions, People people) {
    Column cancelled = Events.is(BronzeActivity.IS_CANCELLED.col());
    Column done = BronzeActivity.IS_COMPLETED.col();
    return versions
        .withColumn(SilverActivity.START_AT.name(), begun())
        .where(SilverActivity.START_AT.col().isNotNull())
        .transform(
            rows ->
                people.onlyResolved(
                    rows,
                    BronzeActivity.OWNER_USER_ID.col(),
                    SilverActivity.START_AT.col(),
                    SilverActivity.REP_KEY))
        .select(
            SilverActivity.SYSTEM.col(),
            SilverActivity.ACTIVITY_ID.col(),
            SilverActivity.REP_KEY.col(),
            SilverActivity.KIND.col(),
            SilverActivity.SUBJECT_TYPE.col(),
            SilverActivity.DIRECTION.col(),
            SilverActivity.CAPTURE.col(),
            when(cancelled, "CANCELLED")
                .when(done, "COMPLETED")
                .otherwise("PLANNED")
                .as(SilverActivity.STATE.name()),
            SilverActivity.START_AT.col(),
            minutes().as(SilverActivity.MINUTES.name()),
            Events.is(BronzeActivity.IS_PRIVATE.col()).as(SilverActivity.PRIVATE.name()),
            SilverActivity.OPPORTUNITY_ID.col(),
            SilverActivity.LEAD_ID.col(),
            SilverActivity.ACCOUNT_ID.col(),
            array().cast("array<string>").as(SilverActivity.ALSO_IN.name()),
            Events.presence(BronzeActivity.IS_DELETED.col()).as(SilverActivity.PRESENCE.name()),
            SilverActivity.KNOWN_FROM.col(),
            SilverActivity.KNOWN_TO.col());
  }

  /** When it was done, or when it is planned for; NULL when the record has no time at all. */
  static Column start() {
    Column done = BronzeActivity.IS_COMPLETED.col();
    Column dueAt = BronzeActivity.DUE_ON.col().cast("timestamp");
    return when(
            done,
            coalesce(
                BronzeActivity.STARTS_AT.col(),
                BronzeActivity.COMPLETED_AT.col(),
                dueAt,
                BronzeActivity.CREATED_AT.col()))
        .otherwise(
            coalesce(BronzeActivity.STARTS_AT.col(), dueAt, BronzeActivity.CREATED_AT.col()));
  }

  /**
   * When it began. A completion is an end: what has a length began that much earlier, or it would
   * lie over what came next. A source that only knows days delivers midnight, which stays.
   */
  private static Column begun() {
    Column end = BronzeActivity.COMPLETED_AT.col();
    Column byItsEnd =
        BronzeActivity.IS_COMPLETED
            .col()
            .and(BronzeActivity.STARTS_AT.col().isNull())
            .and(end.notEqual(date_trunc("day", end)))
            .and(minutes().isNotNull());
    Column length = minutes().multiply(MICROS_PER_MINUTE).cast("bigint");
    return when(byItsEnd, timestamp_micros(unix_micros(end).minus(length))).otherwise(start());
  }

  /** Measured minutes; an all-day entry tells no working time. */
  private static Column minutes() {
    Column between =
        unix_micros(BronzeActivity.ENDS_AT.col())
            .minus(unix_micros(BronzeActivity.STARTS_AT.col()))
            .divide(lit(MICROS_PER_MINUTE));
    Column measured = coalesce(BronzeActivity.DURATION_MINUTES.col(), between);
    Column plausible =
        measured.geq(0).and(Events.is(BronzeActivity.IS_ALL_DAY.col()).equalTo(false));
    return when(plausible, measured);
  }
}
