package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.evenhand.table.columns.BronzeCommissionLine;
import org.evenhand.table.columns.BronzeCommissionOrder;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.SilverAssignment;
import org.evenhand.table.columns.SilverCalendar;
import org.evenhand.table.columns.SilverCommissionLine;
import org.evenhand.table.columns.SilverFx;
import org.evenhand.table.columns.SilverIdentity;

/**
 * Lines of commission statements, every version. The version that counts is the highest final one
 * by each state of knowledge: a restatement makes the earlier one no longer final, from the day it
 * was known.
 */
public final class CommissionLineJob extends SilverJob {
  private static final String SUPERSEDED = "superseded_at";
  private static final String BELIEF = "belief";
  private static final String BEFORE = "amount_before";

  public CommissionLineJob() {
    super(
        SilverCommissionLine.TABLE,
        BronzeCommissionLine.TABLE,
        BronzeCommissionOrder.TABLE,
        BronzeFile.TABLE,
        SilverIdentity.TABLE,
        SilverAssignment.TABLE,
        SilverFx.TABLE,
        SilverCalendar.TABLE);
  }

  @Override
  Dataset<Row> rows(Upstream upstream) {
    return transform(
        upstream.versions(
            BronzeCommissionLine.TABLE,
            BronzeCommissionLine.STATEMENT_ID,
            BronzeCommissionLine.STATEMENT_VERSION,
            BronzeCommissionLine.LINE_ID),
        upstream.read(BronzeCommissionOrder.TABLE),
        upstream.lookups());
  }

  static Dataset<Row> transform(Dataset<Row> lines, Dataset<Row> orders, Lookups lookups) {
    Column end = BronzeCommissionLine.PERIOD_END.col();
    Column at = Events.noon(end);
    return lines
        .where(Events.present())
        .transform(CommissionLineJob::withRestated)
        .transform(CommissionLineJob::perBelief)
        .transform(
            rows ->
                lookups
                    .people()
                    .onlyResolved(
                        rows,
                        BronzeCommissionLine.PARTICIPANT_ID.col(),
                        at,
                        SilverCommissionLine.REP_KEY))
        .transform(rows -> lookups.spans().at(rows, SilverCommissionLine.REP_KEY.col(), at))
        .transform(rows -> lookups.rates().convert(rows, end))
        .transform(rows -> lookups.calendar().of(rows, end))
        .transform(rows -> withDeal(rows, orders))
        .transform(
            Projection.onto(SilverCommissionLine.TABLE)
                    .put(SilverCommissionLine.LINE_CLASS, BronzeCommissionLine.LINE_TYPE.col())
                    .put(
                        SilverCommissionLine.CLOSED_AT,
                        BronzeCommissionLine.STATEMENT_CLOSED_AT.col())
                    .put(SilverCommissionLine.VALID_FROM, at)
                ::of);
  }

  /** Restated = the amount differs from the version before, or the line appears later. */
  private static Dataset<Row> withRestated(Dataset<Row> lines) {
    WindowSpec line =
        Window.partitionBy(
                SilverCommissionLine.SYSTEM.col(),
                BronzeCommissionLine.STATEMENT_ID.col(),
                BronzeCommissionLine.LINE_ID.col())
            .orderBy(
                BronzeCommissionLine.STATEMENT_VERSION.col(),
                SilverCommissionLine.KNOWN_FROM.col());
    Column same = col(BEFORE).equalTo(BronzeCommissionLine.AMOUNT.col());
    return lines
        .withColumn(BEFORE, lag(BronzeCommissionLine.AMOUNT.col(), 1).over(line))
        .withColumn(
            SilverCommissionLine.RESTATED.name(),
            BronzeCommissionLine.STATEMENT_VERSION
                .col()
                .gt(1)
                .and(not(coalesce(same, lit(false)))));
  }

  private static Dataset<Row> perBelief(Dataset<Row> lines) {
    WindowSpec later =
        Window.partitionBy(
                SilverCommissionLine.SYSTEM.col(), BronzeCommissionLine.STATEMENT_ID.col())
            .orderBy(BronzeCommissionLine.STATEMENT_VERSION.col())
            .rangeBetween(1, Window.unboundedFollowing());
    Column settled = BronzeCommissionLine.STATUS.col().isin("FINAL", "PAID");
    Column from = SilverCommissionLine.KNOWN_FROM.col();
    Column to = SilverCommissionLine.KNOWN_TO.col();
    Column over = col(SUPERSEDED);
    Column overlaps = over.gt(from).and(to.isNull().or(over.lt(to)));
    Column counting = over.isNull().or(over.gt(from));
    return lines
        .withColumn(SUPERSEDED, min(when(settled, from)).over(later))
        .withColumn(
            BELIEF,
            explode(
                when(
                        settled.and(Events.is(overlaps)),
                        array(belief(from, over, lit(true)), belief(over, to, lit(false))))
                    .otherwise(array(belief(from, to, settled.and(counting))))))
        .withColumn(SilverCommissionLine.KNOWN_FROM.name(), of(SilverCommissionLine.KNOWN_FROM))
        .withColumn(SilverCommissionLine.KNOWN_TO.name(), of(SilverCommissionLine.KNOWN_TO))
        .withColumn(SilverCommissionLine.FINAL.name(), of(SilverCommissionLine.FINAL));
  }

  private static Dataset<Row> withDeal(Dataset<Row> lines, Dataset<Row> orders) {
    String ordered = "ordered_deal";
    Dataset<Row> perOrder =
        orders
            .groupBy(
                BronzeCommissionOrder.META_SYSTEM.col().as(SilverCommissionLine.SYSTEM.name()),
                BronzeCommissionOrder.ORDER_ID.col())
            .agg(max(BronzeCommissionOrder.OPPORTUNITY_ID.col()).as(ordered));
    return Joins.left(lines, perOrder, SilverCommissionLine.SYSTEM, SilverCommissionLine.ORDER_ID)
        .withColumn(
            SilverCommissionLine.OPPORTUNITY_ID.name(),
            coalesce(SilverCommissionLine.OPPORTUNITY_ID.col(), col(ordered)));
  }

  private static Column belief(Column from, Column to, Column counts) {
    return struct(
        from.as(SilverCommissionLine.KNOWN_FROM.name()),
        to.as(SilverCommissionLine.KNOWN_TO.name()),
        counts.as(SilverCommissionLine.FINAL.name()));
  }

  private static Column of(org.evenhand.table.Column field) {
    return col(BELIEF + "." + field.name());
  }
}
