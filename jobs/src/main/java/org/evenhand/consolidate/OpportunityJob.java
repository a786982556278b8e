package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.to_utc_timestamp;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.BronzeAccount;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.BronzeOpportunity;
import org.evenhand.table.columns.BronzeOpportunityStage;
import org.evenhand.table.columns.BronzeProduct;
import org.evenhand.table.columns.SilverAssignment;
import org.evenhand.table.columns.SilverCalendar;
import org.evenhand.table.columns.SilverFx;
import org.evenhand.table.columns.SilverIdentity;
import org.evenhand.table.columns.SilverOpportunity;

/** Deals, one row per state of knowledge: a deleted or missing deal stays, with its presence. */
public final class OpportunityJob extends SilverJob {

  public OpportunityJob() {
    super(
        SilverOpportunity.TABLE,
        BronzeOpportunity.TABLE,
        BronzeOpportunityStage.TABLE,
        BronzeAccount.TABLE,
        BronzeProduct.TABLE,
        BronzeFile.TABLE,
        SilverIdentity.TABLE,
        SilverAssignment.TABLE,
        SilverFx.TABLE,
        SilverCalendar.TABLE);
  }

  /** Everything the transform joins to the deals. */
  record Inputs(
      Dataset<Row> deals,
      Dataset<Row> history,
      Dataset<Row> accounts,
      Products products,
      Segments segments,
      Lookups lookups) {}

  @Override
  Dataset<Row> rows(Upstream upstream) {
    return transform(
        new Inputs(
            upstream.versions(BronzeOpportunity.TABLE, BronzeOpportunity.OPPORTUNITY_ID),
            upstream.read(BronzeOpportunityStage.TABLE),
            upstream.read(BronzeAccount.TABLE),
            upstream.products(),
            new Segments(upstream.settings().segments()),
            upstream.lookups()));
  }

  static Dataset<Row> transform(Inputs in) {
    Column owned =
        coalesce(
            BronzeOpportunity.CLOSED_ON.col().cast("timestamp"),
            SilverOpportunity.KNOWN_FROM.col());
    return in.deals()
        .transform(deals -> StageDates.with(deals, in.history()))
        .transform(
            deals ->
                in.lookups()
                    .people()
                    .resolve(
                        deals,
                        BronzeOpportunity.OWNER_USER_ID.col(),
                        owned,
                        SilverOpportunity.OWNER_REP_KEY))
        .transform(
            deals -> in.lookups().spans().zone(deals, SilverOpportunity.OWNER_REP_KEY.col(), owned))
        .transform(OpportunityJob::withDates)
        .transform(in.products()::match)
        .transform(deals -> withSegment(deals, in.segments().perAccount(in.accounts())))
        .transform(
            deals ->
                in.lookups()
                    .rates()
                    .convert(
                        deals,
                        coalesce(
                            SilverOpportunity.CLOSED_DATE.col(),
                            to_date(SilverOpportunity.KNOWN_FROM.col()))))
        .transform(deals -> in.lookups().calendar().of(deals, SilverOpportunity.CLOSED_DATE.col()))
        .transform(deals -> contract(deals, in.products()));
  }

  private static Dataset<Row> withDates(Dataset<Row> deals) {
    Column closed = BronzeOpportunity.STAGE_CLASS.col().notEqual("OPEN");
    Column closedOn = BronzeOpportunity.CLOSED_ON.col();
    Column startOfDay =
        to_utc_timestamp(closedOn.cast("timestamp"), SilverAssignment.TIME_ZONE.col());
    Column exact = StageDates.closed();
    return deals
        .withColumn(SilverOpportunity.ENGAGED_AT.name(), StageDates.engaged())
        .withColumn(
            SilverOpportunity.CLOSED_DATE.name(),
            when(closed, coalesce(Events.day(exact), closedOn)))
        .withColumn(SilverOpportunity.CLOSED_AT.name(), when(closed, coalesce(exact, startOfDay)));
  }

  private static Dataset<Row> withSegment(Dataset<Row> deals, Dataset<Row> segments) {
    return Joins.left(
        deals, broadcast(segments), SilverOpportunity.SYSTEM, SilverOpportunity.ACCOUNT_ID);
  }

  private static Dataset<Row> contract(Dataset<Row> deals, Products products) {
    return Projection.onto(SilverOpportunity.TABLE)
        .put(SilverOpportunity.PRODUCT, products.name())
        .put(
            SilverOpportunity.SEGMENT,
            coalesce(BronzeOpportunity.SEGMENT.col(), col(Segments.OF_ACCOUNT)))
        .put(SilverOpportunity.STAGE_NAME, BronzeOpportunity.STAGE.col())
        .put(SilverOpportunity.CREATED_DATE, Events.day(SilverOpportunity.CREATED_AT.col()))
        .put(SilverOpportunity.ENGAGED_DATE, Events.day(SilverOpportunity.ENGAGED_AT.col()))
        .put(SilverOpportunity.CLOSED_QUARTER, SilverCalendar.QUARTER.col())
        .put(SilverOpportunity.PRESENCE, Events.presence(BronzeOpportunity.IS_DELETED.col()))
        .put(
            SilverOpportunity.VALID_FROM,
            coalesce(SilverOpportunity.CREATED_AT.col(), SilverOpportunity.KNOWN_FROM.col()))
        .of(deals);
  }
}
