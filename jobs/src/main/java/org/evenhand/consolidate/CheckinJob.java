package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.BronzeCheckin;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.SilverAssignment;
import org.evenhand.table.columns.SilverCheckin;
import org.evenhand.table.columns.SilverIdentity;

/** Check-ins; of private ones only that they took place. */
public final class CheckinJob extends SilverJob {

  public CheckinJob() {
    super(
        SilverCheckin.TABLE,
        BronzeCheckin.TABLE,
        BronzeFile.TABLE,
        SilverIdentity.TABLE,
        SilverAssignment.TABLE);
  }

  @Override
  Dataset<Row> rows(Upstream upstream) {
    return transform(
        upstream.versions(BronzeCheckin.TABLE, BronzeCheckin.CHECKIN_ID),
        upstream.people(),
        upstream.spans());
  }

  static Dataset<Row> transform(Dataset<Row> versions, People people, Spans spans) {
    Column at =
        coalesce(
            BronzeCheckin.SUBMITTED_AT.col(), BronzeCheckin.PERIOD_START.col().cast("timestamp"));
    Column rep = SilverCheckin.REP_KEY.col();
    Column open = not(Events.is(BronzeCheckin.IS_PRIVATE.col()));
    Projection target =
        Projection.onto(SilverCheckin.TABLE)
            .put(SilverCheckin.DAY, Events.day(at))
            .put(SilverCheckin.STATE, state())
            .put(SilverCheckin.PRIVATE, not(open))
            .put(SilverCheckin.PULSE, when(open, BronzeCheckin.PULSE.col()))
            .put(SilverCheckin.MANAGER_RATING, when(open, BronzeCheckin.MANAGER_RATING.col()))
            .put(SilverCheckin.SKILL_IDS, Events.list(when(open, BronzeCheckin.SKILL_IDS.col())))
            .put(SilverCheckin.TEXT_SHA256, BronzeCheckin.TEXT_HASH.col())
            .put(SilverCheckin.AI_ASSISTED, lit(null))
            .put(SilverCheckin.VALID_FROM, at);
    return versions
        .where(Events.present())
        .transform(
            rows ->
                people.onlyResolved(rows, BronzeCheckin.AUTHOR_ID.col(), at, SilverCheckin.REP_KEY))
        .transform(
            rows ->
                people.resolve(
                    rows, BronzeCheckin.REVIEWER_ID.col(), at, SilverCheckin.MANAGER_REP_KEY))
        .transform(rows -> spans.zone(rows, rep, at))
        .transform(target::of);
  }

  private static Column state() {
    return when(Events.is(BronzeCheckin.IS_DELETED.col()), "WITHDRAWN")
        .when(Events.is(BronzeCheckin.IS_DRAFT.col()), "DRAFT")
        .when(BronzeCheckin.SUBMITTED_AT.col().isNull(), "MISSED")
        .when(BronzeCheckin.REVIEWED_AT.col().isNotNull(), "REVIEWED")
        .otherwise("SUBMITTED");
  }
}
