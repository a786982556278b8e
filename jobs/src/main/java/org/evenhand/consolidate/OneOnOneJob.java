package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.BronzeOneOnOne;
import org.evenhand.table.columns.SilverAssignment;
import org.evenhand.table.columns.SilverIdentity;
import org.evenhand.table.columns.SilverOneOnOne;

/** One-on-ones; of private ones only that they took place. */
public final class OneOnOneJob extends SilverJob {

  public OneOnOneJob() {
    super(
        SilverOneOnOne.TABLE,
        BronzeOneOnOne.TABLE,
        BronzeFile.TABLE,
        SilverIdentity.TABLE,
        SilverAssignment.TABLE);
  }

  @Override
  Dataset<Row> rows(Upstream upstream) {
    return transform(
        upstream.versions(BronzeOneOnOne.TABLE, BronzeOneOnOne.ONE_ON_ONE_ID),
        upstream.people(),
        upstream.spans());
  }

  static Dataset<Row> transform(Dataset<Row> versions, People people, Spans spans) {
    Column at =
        coalesce(
            BronzeOneOnOne.HELD_AT.col(),
            BronzeOneOnOne.SCHEDULED_AT.col(),
            BronzeOneOnOne.KNOWN_FROM.col());
    Column rep = SilverOneOnOne.REP_KEY.col();
    Column hidden = Events.is(BronzeOneOnOne.IS_PRIVATE.col());
    Projection target =
        Projection.onto(SilverOneOnOne.TABLE)
            .put(SilverOneOnOne.DAY, Events.day(at))
            .put(
                SilverOneOnOne.STATE,
                when(Events.is(BronzeOneOnOne.IS_DELETED.col()), "WITHDRAWN")
                    .otherwise(BronzeOneOnOne.STATUS.col()))
            .put(SilverOneOnOne.MINUTES, BronzeOneOnOne.DURATION_MINUTES.col())
            .put(SilverOneOnOne.PRIVATE, hidden)
            .put(
                SilverOneOnOne.SKILL_IDS,
                Events.list(when(not(hidden), BronzeOneOnOne.SKILL_IDS.col())))
            .put(SilverOneOnOne.POLARITY, when(not(hidden), BronzeOneOnOne.POLARITY.col()))
            .put(SilverOneOnOne.RATING, when(not(hidden), BronzeOneOnOne.RATING.col()))
            .put(SilverOneOnOne.TEXT_SHA256, BronzeOneOnOne.TEXT_HASH.col())
            .put(SilverOneOnOne.AI_ASSISTED, BronzeOneOnOne.IS_AI_ASSISTED.col())
            .put(SilverOneOnOne.VALID_FROM, at);
    return versions
        .where(Events.present())
        .transform(
            rows ->
                people.onlyResolved(
                    rows, BronzeOneOnOne.REPORT_ID.col(), at, SilverOneOnOne.REP_KEY))
        .transform(
            rows ->
                people.resolve(
                    rows, BronzeOneOnOne.MANAGER_ID.col(), at, SilverOneOnOne.MANAGER_REP_KEY))
        .transform(rows -> spans.zone(rows, rep, at))
        .transform(target::of);
  }
}
