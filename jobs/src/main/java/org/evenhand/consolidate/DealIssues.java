package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.evenhand.table.Table;
import org.evenhand.table.columns.BronzeAccount;
import org.evenhand.table.columns.BronzeCommissionLine;
import org.evenhand.table.columns.BronzeOpportunity;
import org.evenhand.table.columns.BronzeOpportunitySplit;
import org.evenhand.table.columns.SilverCommissionLine;
import org.evenhand.table.columns.SilverOpportunity;
import org.evenhand.table.columns.SilverOpportunityCredit;

/** Deals, splits and commission lines with values that could not be used. */
final class DealIssues {
  private static final String NO_RATE =
      "No dated exchange rate of this currency covers the day. Deliver the rate.";
  private final Function<Table, Dataset<Row>> read;
  private final Rates rates;
  private final Products products;
  private final Segments segments;

  DealIssues(
      Function<Table, Dataset<Row>> read, Rates rates, Products products, Segments segments) {
    this.read = read;
    this.rates = rates;
    this.products = products;
    this.segments = segments;
  }

  /** The rules whose tables have rows. */
  Stream<Dataset<Row>> all(Predicate<Table> holds) {
    return Stream.of(
            some(holds.test(BronzeOpportunity.TABLE), this::ofDeals),
            some(holds.test(BronzeCommissionLine.TABLE), this::linesWithoutRate),
            some(holds.test(BronzeAccount.TABLE), this::misspeltSegment),
            some(holds.test(BronzeOpportunitySplit.TABLE), this::splitOfUnknownDeal),
            some(holds.test(BronzeOpportunitySplit.TABLE), this::splitTotal))
        .flatMap(rules -> rules);
  }

  private static Stream<Dataset<Row>> some(boolean held, Supplier<Dataset<Row>> rule) {
    return held ? Stream.of(rule.get()) : Stream.of();
  }

  /** All rules about the deal itself, in one pass. */
  private Dataset<Row> ofDeals() {
    Column decided =
        coalesce(BronzeOpportunity.CLOSED_ON.col(), to_date(BronzeOpportunity.KNOWN_FROM.col()));
    return deals()
        .withColumn(SilverOpportunity.SYSTEM.name(), BronzeOpportunity.META_SYSTEM.col())
        .transform(products::match)
        .transform(deals -> rates.match(deals, decided))
        .transform(
            deals ->
                Issue.in(
                    deals,
                    withoutRate(),
                    withoutCurrency(),
                    misspeltProduct(),
                    unknownProduct(),
                    withoutClosing(),
                    withoutOpening(),
                    closedBeforeCreation(),
                    merged()));
  }

  private static Column withoutRate() {
    return issue("NO_EXCHANGE_RATE", Issue.WITHOUT_VALUE, BronzeOpportunity.CURRENCY)
        .where(Rates.missing(), BronzeOpportunity.CURRENCY.col(), NO_RATE);
  }

  private Dataset<Row> linesWithoutRate() {
    return new Issue(
            SilverCommissionLine.TABLE,
            "NO_EXCHANGE_RATE",
            Issue.WITHOUT_VALUE,
            BronzeCommissionLine.CURRENCY,
            BronzeCommissionLine.LINE_ID)
        .of(
            rates
                .match(
                    read.apply(BronzeCommissionLine.TABLE), BronzeCommissionLine.PERIOD_END.col())
                .where(Rates.missing()),
            BronzeCommissionLine.CURRENCY.col(),
            NO_RATE);
  }

  private static Column withoutCurrency() {
    return issue("CURRENCY_UNKNOWN", Issue.WITHOUT_VALUE, BronzeOpportunity.CURRENCY)
        .where(
            BronzeOpportunity.AMOUNT
                .col()
                .isNotNull()
                .and(BronzeOpportunity.CURRENCY.col().isNull()),
            lit(null),
            "The amount has no currency. Name the currency in the export or in the mapping.");
  }

  private Column misspeltProduct() {
    return issue("UNKNOWN_PRODUCT", Issue.CORRECTED, BronzeOpportunity.PRODUCT_ID)
        .where(
            products.misspelt().and(products.found().isNotNull()),
            BronzeOpportunity.PRODUCT_ID.col(),
            array(products.found()),
            lit(
                "The price list spells this product otherwise; its one near entry was used. Correct the deal or the list."));
  }

  private Column unknownProduct() {
    return issue("UNKNOWN_PRODUCT", Issue.WITHOUT_VALUE, BronzeOpportunity.PRODUCT_ID)
        .where(
            products.misspelt().and(products.found().isNull()),
            BronzeOpportunity.PRODUCT_ID.col(),
            "The price list does not hold this product. Correct the deal or the list.");
  }

  private Dataset<Row> misspeltSegment() {
    Column said = coalesce(BronzeAccount.SEGMENT.col(), BronzeAccount.INDUSTRY.col());
    Column near = segments.nearly(said);
    return Issue.in(
        read.apply(BronzeAccount.TABLE),
        segment(Issue.CORRECTED)
            .where(
                size(near).equalTo(1),
                said,
                near,
                lit(
                    "The name is a letter or two away from one known industry, which was used. Correct the account.")),
        segment(Issue.WITHOUT_VALUE)
            .where(
                size(near).gt(1),
                said,
                near,
                lit(
                    "The name is a letter or two away from several known industries. Correct the account.")));
  }

  private static Issue segment(String effect) {
    return new Issue(
        SilverOpportunity.TABLE,
        "UNKNOWN_SEGMENT",
        effect,
        BronzeAccount.INDUSTRY,
        BronzeAccount.ACCOUNT_ID);
  }

  private static Column withoutClosing() {
    return issue("NO_CLOSING_DATE", Issue.WITHOUT_VALUE, BronzeOpportunity.CLOSED_ON)
        .where(
            BronzeOpportunity.STAGE_CLASS
                .col()
                .notEqual("OPEN")
                .and(BronzeOpportunity.CLOSED_ON.col().isNull()),
            BronzeOpportunity.STAGE.col(),
            "The deal is decided but has no closing date. Complete the deal.");
  }

  private static Column withoutOpening() {
    return issue("NO_OPENING_DATE", Issue.WITHOUT_VALUE, BronzeOpportunity.CREATED_AT)
        .where(
            BronzeOpportunity.CREATED_AT.col().isNull(),
            BronzeOpportunity.STAGE.col(),
            "The deal has no day on which it began, so it is in no cohort. Complete the deal.");
  }

  private static Column closedBeforeCreation() {
    return issue("IMPOSSIBLE_DATES", Issue.WITHOUT_VALUE, BronzeOpportunity.CLOSED_ON)
        .where(
            BronzeOpportunity.CLOSED_ON
                .col()
                .lt(date_sub(to_date(BronzeOpportunity.CREATED_AT.col()), 1)),
            BronzeOpportunity.CLOSED_ON.col(),
            "The deal closed before it was created. Correct the dates.");
  }

  private static Column merged() {
    return issue("DEAL_MERGED", Issue.CORRECTED, BronzeOpportunity.MERGED_INTO_ID)
        .where(
            BronzeOpportunity.MERGED_INTO_ID.col().isNotNull(),
            BronzeOpportunity.MERGED_INTO_ID.col(),
            "The deal was merged into another, which carries the credit. Nothing to do.");
  }

  private Dataset<Row> splitOfUnknownDeal() {
    return new Issue(
            SilverOpportunityCredit.TABLE,
            "UNKNOWN_DEAL",
            Issue.LEFT_OUT,
            BronzeOpportunitySplit.OPPORTUNITY_ID,
            BronzeOpportunitySplit.SPLIT_ID)
        .of(
            Joins.without(
                splits(),
                deals(),
                BronzeOpportunity.META_SYSTEM,
                BronzeOpportunitySplit.OPPORTUNITY_ID),
            BronzeOpportunitySplit.OPPORTUNITY_ID.col(),
            "The split belongs to a deal no export holds. Export the deal.");
  }

  /** Only the newest delivery of each split counts towards the total. */
  private Dataset<Row> splitTotal() {
    String latest = "latest";
    String total = "total";
    WindowSpec split =
        Window.partitionBy(
                BronzeOpportunity.META_SYSTEM.col(), BronzeOpportunitySplit.SPLIT_ID.col())
            .orderBy(BronzeOpportunity.KNOWN_FROM.col().desc());
    WindowSpec deal =
        Window.partitionBy(
            BronzeOpportunity.META_SYSTEM.col(), BronzeOpportunitySplit.OPPORTUNITY_ID.col());
    return new Issue(
            SilverOpportunityCredit.TABLE,
            "SPLIT_TOTAL",
            Issue.WITHOUT_VALUE,
            BronzeOpportunitySplit.SHARE,
            BronzeOpportunitySplit.OPPORTUNITY_ID)
        .of(
            splits()
                .withColumn(latest, row_number().over(split))
                .where(col(latest).equalTo(1))
                .withColumn(total, round(sum(BronzeOpportunitySplit.SHARE.col()).over(deal), 4))
                .where(abs(col(total).minus(1)).gt(0.005)),
            col(total),
            "The revenue splits of the deal do not add up to one; shares are used as they stand. Correct the splits.");
  }

  private Dataset<Row> deals() {
    return read.apply(BronzeOpportunity.TABLE);
  }

  private Dataset<Row> splits() {
    return read.apply(BronzeOpportunitySplit.TABLE)
        .where(
            not(Events.is(BronzeOpportunitySplit.IS_DELETED.col()))
                .and(
                    coalesce(
                        BronzeOpportunitySplit.SPLIT_TYPE.col().equalTo("REVENUE"), lit(true))));
  }

  private static Issue issue(String rule, String effect, org.evenhand.table.Column field) {
    return new Issue(
        SilverOpportunity.TABLE, rule, effect, field, BronzeOpportunity.OPPORTUNITY_ID);
  }
}
