package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.BronzeOpportunitySplit;
import org.evenhand.table.columns.SilverOpportunity;
import org.evenhand.table.columns.SilverOpportunityCredit;

/**
 * The revenue splits of a deal at each state of knowledge, and those of them that were entered by
 * the time of an event (a day of grace, since splits are entered on closing).
 */
final class Splits {
  static final String SET = "split_set";
  static final String SET_FROM = "split_from";
  static final String SET_TO = "split_to";
  private static final String POINTS = "split_points";
  private static final String POINT = "split_point";
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String ENTERED = "entered";
  private static final String REP = SilverOpportunityCredit.REP_KEY.name();
  private static final String SHARE = SilverOpportunityCredit.SHARE.name();

  private Splits() {}

  /** system, opportunity_id, split_from, split_to and the list believed in between. */
  static Dataset<Row> perBelief(Dataset<Row> versions, People people) {
    Column open = not(Events.is(BronzeOpportunitySplit.IS_DELETED.col()));
    Column revenue =
        coalesce(BronzeOpportunitySplit.SPLIT_TYPE.col().equalTo("REVENUE"), lit(true));
    Column split =
        struct(
            SilverOpportunity.KNOWN_FROM.col().as(FROM),
            coalesce(SilverOpportunity.KNOWN_TO.col(), lit(Span.END)).as(TO),
            BronzeOpportunitySplit.CREATED_AT.col().as(ENTERED),
            SilverOpportunityCredit.REP_KEY.col().as(REP),
            BronzeOpportunitySplit.SHARE.col().as(SHARE));
    return versions
        .where(Events.present().and(open).and(revenue))
        .where(BronzeOpportunitySplit.SHARE.col().isNotNull())
        .transform(
            rows ->
                people.resolve(
                    rows,
                    BronzeOpportunitySplit.USER_ID.col(),
                    SilverOpportunity.KNOWN_FROM.col(),
                    SilverOpportunityCredit.REP_KEY))
        .groupBy(SilverOpportunity.SYSTEM.col(), SilverOpportunity.OPPORTUNITY_ID.col())
        .agg(array_sort(collect_list(split)).as(SET))
        .transform(Splits::perPoint);
  }

  private static Dataset<Row> perPoint(Dataset<Row> sets) {
    Column points =
        array_sort(
            array_distinct(
                concat(
                    array(lit(Span.BEGINNING), lit(Span.END)),
                    transform(col(SET), split -> split.getField(FROM)),
                    transform(col(SET), split -> split.getField(TO)))));
    Column from = get(col(POINTS), col(POINT));
    Column believed =
        filter(col(SET), split -> split.getField(FROM).leq(from).and(split.getField(TO).gt(from)));
    return sets.withColumn(POINTS, points)
        .withColumn(
            POINT,
            explode(
                org.apache.spark.sql.functions.sequence(lit(0), size(col(POINTS)).minus(lit(2)))))
        .select(
            SilverOpportunity.SYSTEM.col(),
            SilverOpportunity.OPPORTUNITY_ID.col(),
            from.as(SET_FROM),
            get(col(POINTS), col(POINT).plus(lit(1))).as(SET_TO),
            believed.as(SET));
  }

  /** Who is credited how much: the splits entered by then, else the owner for all of it. */
  static Column shares(Column event, Column at, Column owner) {
    Column entered =
        filter(
            col(SET),
            split ->
                coalesce(
                    split.getField(ENTERED).leq(date_add(at, 2).cast("timestamp")), lit(true)));
    Column ofSplits =
        transform(
            entered,
            split ->
                struct(
                    split.getField(REP).as(REP),
                    split.getField(SHARE).as(SHARE),
                    lit("SPLIT").as(SilverOpportunityCredit.KIND.name())));
    Column ofOwner =
        array(
            struct(
                owner.as(REP),
                lit(1.0).as(SHARE),
                lit("OWNER").as(SilverOpportunityCredit.KIND.name())));
    Column split = event.notEqual("CREATED").and(coalesce(size(entered).gt(0), lit(false)));
    return when(split, ofSplits).otherwise(ofOwner);
  }
}
