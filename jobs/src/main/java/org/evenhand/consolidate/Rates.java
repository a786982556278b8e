package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.round;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.SilverFx;
import org.evenhand.table.columns.SilverOpportunity;

/**
 * Dated exchange rates as now believed. Without a rate the converted amount is NULL, never the
 * amount itself; {@code consolidation-issue} lists those records.
 */
final class Rates {
  private static final String CURRENCY = "rate_currency";
  private static final String FROM = "rate_from";
  private static final String TO = "rate_to";
  private static final String RATE = "rate_dated";
  private static final String CONSTANT = "rate_constant";
  private final Dataset<Row> rates;

  /**
   * @param fx rows of silver.fx
   */
  Rates(Dataset<Row> fx) {
    this.rates =
        fx.where(SilverFx.KNOWN_TO.col().isNull())
            .select(
                SilverFx.CURRENCY.col().as(CURRENCY),
                SilverFx.FROM_DATE.col().as(FROM),
                SilverFx.TO_DATE.col().as(TO),
                SilverFx.RATE.col().as(RATE),
                SilverFx.CONSTANT_RATE.col().as(CONSTANT));
  }

  /** Adds amount_usd and amount_usd_constant to rows that have amount and currency. */
  Dataset<Row> convert(Dataset<Row> rows, Column day) {
    Column amount = SilverOpportunity.AMOUNT.col();
    return join(rows, day)
        .withColumn(SilverOpportunity.AMOUNT_USD.name(), converted(amount, RATE))
        .withColumn(SilverOpportunity.AMOUNT_USD_CONSTANT.name(), converted(amount, CONSTANT))
        .drop(CURRENCY, FROM, TO, RATE, CONSTANT);
  }

  /** Adds the rate of a day, for {@link #missing}. */
  Dataset<Row> match(Dataset<Row> rows, Column day) {
    return join(rows, day);
  }

  /** Whether there is an amount in a currency but no rate on the day, after {@link #match}. */
  static Column missing() {
    return SilverOpportunity.AMOUNT
        .col()
        .isNotNull()
        .and(SilverOpportunity.CURRENCY.col().isNotNull())
        .and(col(RATE).isNull());
  }

  private Dataset<Row> join(Dataset<Row> rows, Column day) {
    Column same =
        SilverOpportunity.CURRENCY
            .col()
            .equalTo(col(CURRENCY))
            .and(day.geq(col(FROM)))
            .and(col(TO).isNull().or(day.leq(col(TO))));
    return rows.join(broadcast(rates), same, "left");
  }

  private static Column converted(Column amount, String rate) {
    return round(amount.multiply(col(rate)), 2).cast("decimal(18,2)");
  }
}
