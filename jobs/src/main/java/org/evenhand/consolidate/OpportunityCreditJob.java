package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.BronzeOpportunityFieldChange;
import org.evenhand.table.columns.BronzeOpportunitySplit;
import org.evenhand.table.columns.SilverAssignment;
import org.evenhand.table.columns.SilverCalendar;
import org.evenhand.table.columns.SilverIdentity;
import org.evenhand.table.columns.SilverOpportunity;
import org.evenhand.table.columns.SilverOpportunityCredit;
import org.evenhand.table.columns.SilverTerritoryAssignment;

/**
 * Who is credited for a deal's creation and closing, with the team, manager, role and territory of
 * that day: a later move, split or change of owner takes nothing along.
 */
public final class OpportunityCreditJob extends SilverJob {
  private static final String HAPPENED = "happened";
  private static final String CREDIT = "credit";
  private static final String OWNER = "owner_then";

  public OpportunityCreditJob() {
    super(
        SilverOpportunityCredit.TABLE,
        SilverOpportunity.TABLE,
        BronzeOpportunityFieldChange.TABLE,
        BronzeOpportunitySplit.TABLE,
        BronzeFile.TABLE,
        SilverTerritoryAssignment.TABLE,
        SilverIdentity.TABLE,
        SilverAssignment.TABLE,
        SilverCalendar.TABLE);
  }

  /** Everything the transform joins to the deals. */
  record Inputs(
      Dataset<Row> deals,
      Dataset<Row> ownerChanges,
      Dataset<Row> splits,
      Dataset<Row> territories,
      Spans spans,
      Calendar calendar) {}

  @Override
  Dataset<Row> rows(Upstream upstream) {
    People people = upstream.people();
    return transform(
        new Inputs(
            upstream.read(SilverOpportunity.TABLE),
            Ownership.perDeal(upstream.read(BronzeOpportunityFieldChange.TABLE), people),
            Splits.perBelief(
                upstream.versions(BronzeOpportunitySplit.TABLE, BronzeOpportunitySplit.SPLIT_ID),
                people),
            upstream.read(SilverTerritoryAssignment.TABLE),
            upstream.spans(),
            upstream.calendar()));
  }

  static Dataset<Row> transform(Inputs in) {
    Column at = SilverOpportunityCredit.EVENT_AT.col();
    Column repKey = SilverOpportunityCredit.REP_KEY.col();
    return in.deals()
        .where(Events.present().and(SilverOpportunity.MERGED_INTO_ID.col().isNull()))
        .transform(OpportunityCreditJob::perEvent)
        .transform(events -> Ownership.with(events, in.ownerChanges()))
        .withColumn(OWNER, Ownership.at(at))
        .transform(events -> withSplits(events, in.splits()))
        .transform(OpportunityCreditJob::perPerson)
        .transform(credits -> Holdings.at(credits, in.territories(), repKey, at))
        .transform(credits -> in.spans().at(credits, repKey, at))
        .transform(credits -> in.calendar().of(credits, SilverOpportunityCredit.EVENT_DATE.col()))
        .transform(OpportunityCreditJob::contract);
  }

  private static Dataset<Row> perEvent(Dataset<Row> deals) {
    Column created =
        event(
            lit("CREATED"),
            SilverOpportunity.CREATED_AT.col(),
            SilverOpportunity.CREATED_DATE.col());
    Column closed =
        event(
            SilverOpportunity.STAGE_CLASS.col(),
            SilverOpportunity.CLOSED_AT.col(),
            SilverOpportunity.CLOSED_DATE.col());
    return deals
        .withColumn(HAPPENED, explode(array(created, closed)))
        .withColumn(SilverOpportunityCredit.EVENT.name(), of(SilverOpportunityCredit.EVENT))
        .withColumn(SilverOpportunityCredit.EVENT_AT.name(), of(SilverOpportunityCredit.EVENT_AT))
        .withColumn(
            SilverOpportunityCredit.EVENT_DATE.name(), of(SilverOpportunityCredit.EVENT_DATE))
        .where(
            SilverOpportunityCredit.EVENT_AT
                .col()
                .isNotNull()
                .and(SilverOpportunityCredit.EVENT.col().notEqual("OPEN")));
  }

  /** The event is believed with the splits believed at the same time. */
  private static Dataset<Row> withSplits(Dataset<Row> events, Dataset<Row> splits) {
    String knownFrom = SilverOpportunity.KNOWN_FROM.name();
    String knownTo = SilverOpportunity.KNOWN_TO.name();
    Column believed = coalesce(col(knownTo), lit(Span.END));
    Column same =
        events
            .col(SilverOpportunity.SYSTEM.name())
            .equalTo(splits.col(SilverOpportunity.SYSTEM.name()))
            .and(
                events
                    .col(SilverOpportunity.OPPORTUNITY_ID.name())
                    .equalTo(splits.col(SilverOpportunity.OPPORTUNITY_ID.name())))
            .and(col(Splits.SET_FROM).lt(believed))
            .and(col(knownFrom).lt(col(Splits.SET_TO)));
    return events
        .join(splits, same, "left")
        .drop(splits.col(SilverOpportunity.SYSTEM.name()))
        .drop(splits.col(SilverOpportunity.OPPORTUNITY_ID.name()))
        .withColumn(
            knownTo, nullif(least(believed, coalesce(col(Splits.SET_TO), believed)), lit(Span.END)))
        .withColumn(
            knownFrom, greatest(col(knownFrom), coalesce(col(Splits.SET_FROM), col(knownFrom))));
  }

  private static Dataset<Row> perPerson(Dataset<Row> events) {
    Column shares =
        Splits.shares(
            SilverOpportunityCredit.EVENT.col(),
            SilverOpportunityCredit.EVENT_AT.col(),
            col(OWNER));
    return events
        .withColumn(CREDIT, explode(shares))
        .withColumn(
            SilverOpportunityCredit.REP_KEY.name(), credited(SilverOpportunityCredit.REP_KEY))
        .withColumn(SilverOpportunityCredit.SHARE.name(), credited(SilverOpportunityCredit.SHARE))
        .withColumn(SilverOpportunityCredit.KIND.name(), credited(SilverOpportunityCredit.KIND))
        .where(SilverOpportunityCredit.REP_KEY.col().isNotNull());
  }

  private static Dataset<Row> contract(Dataset<Row> credits) {
    return Projection.onto(SilverOpportunityCredit.TABLE)
        .put(
            SilverOpportunityCredit.OWNER_AT_EVENT,
            coalesce(SilverOpportunityCredit.REP_KEY.col().equalTo(col(OWNER)), lit(false)))
        .put(SilverOpportunityCredit.AMOUNT, part(SilverOpportunity.AMOUNT.col()))
        .put(SilverOpportunityCredit.AMOUNT_USD, part(SilverOpportunity.AMOUNT_USD.col()))
        .put(
            SilverOpportunityCredit.AMOUNT_USD_CONSTANT,
            part(SilverOpportunity.AMOUNT_USD_CONSTANT.col()))
        .put(SilverOpportunityCredit.COHORT_DATE, SilverOpportunity.CREATED_DATE.col())
        .put(SilverOpportunityCredit.VALID_FROM, SilverOpportunityCredit.EVENT_AT.col())
        .of(credits);
  }

  private static Column part(Column amount) {
    return round(amount.multiply(SilverOpportunityCredit.SHARE.col().cast("decimal(9,6)")), 2);
  }

  private static Column event(Column name, Column at, Column date) {
    return struct(
        name.as(SilverOpportunityCredit.EVENT.name()),
        at.as(SilverOpportunityCredit.EVENT_AT.name()),
        date.as(SilverOpportunityCredit.EVENT_DATE.name()));
  }

  private static Column of(org.evenhand.table.Column field) {
    return col(HAPPENED + "." + field.name());
  }

  private static Column credited(org.evenhand.table.Column field) {
    return col(CREDIT + "." + field.name());
  }
}
