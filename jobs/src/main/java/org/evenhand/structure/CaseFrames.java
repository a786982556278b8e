package org.evenhand.structure;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.trunc;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.GoldRepWeek;
import org.evenhand.table.columns.SilverLead;
import org.evenhand.table.columns.SilverOpportunity;
import org.evenhand.table.columns.SilverOpportunityCredit;

/** Deals, leads and weeks as rows of one shape, and their sums. */
final class CaseFrames {
  /** What a case may be told apart by, all known before anybody worked on it. */
  static final List<String> TRAITS =
      List.of("lead_source", "segment", "product", "deal_kind", "grade");

  /** Whose cases and under which conditions: what sums are made by. */
  static final List<String> KEYS =
      List.of("family", "rep_key", "team_id", "role", "quarter", "month", "territory_id");

  /** Working days of a week. */
  private static final long DAYS = 5;

  /** Seconds of an hour. */
  private static final long SECONDS = 3_600;

  private static final long FINE = 1_000_000_000;
  private static final Column NOTHING = lit(null).cast("string");
  private static final Column ZERO = lit(0.0);

  private CaseFrames() {}

  /** One row per rep, quarter and set of conditions. */
  static Dataset<Row> perSituation(Dataset<Row> cases) {
    List<Column> keys = new ArrayList<>(KEYS.stream().map(key -> col(key)).toList());
    TRAITS.forEach(trait -> keys.add(col(trait)));
    Column won = col("priced").multiply(col("y"));
    Column amount = coalesce(col("amount"), lit(0).cast("decimal(18,2)"));
    Column logarithm = when(won.gt(0), log(amount.cast("double"))).otherwise(ZERO);
    return cases
        .groupBy(keys.toArray(Column[]::new))
        .agg(
            exact(col("n"), DAYS).as("n"),
            count(lit(1)).as("rows"),
            exact(col("y"), SECONDS).as("y"),
            exact(col("y").multiply(col("y")).divide(col("n")), FINE).as("squares"),
            exact(col("priced"), 1).as("priced"),
            exact(won, 1).as("won"),
            exact(logarithm, FINE).as("logs"),
            exact(logarithm.multiply(logarithm), FINE).as("log_squares"),
            sum(amount).as("amount"),
            sum(amount.multiply(amount)).cast("double").as("amount_squares"));
  }

  /** Sums of whole numbers of parts do not depend on the order of rows. */
  private static Column exact(Column value, long parts) {
    return sum(round(value.multiply(lit((double) parts))).cast("bigint"))
        .divide(lit((double) parts));
  }

  /** Deals decided in the series, each with the holder of the largest share at the decision. */
  static Dataset<Row> deals(Dataset<Row> deals, Dataset<Row> credits, Series series) {
    String[] key = {SilverOpportunity.SYSTEM.name(), SilverOpportunity.OPPORTUNITY_ID.name()};
    Column won = SilverOpportunity.STAGE_CLASS.col().equalTo("WON");
    Column amount =
        coalesce(SilverOpportunity.AMOUNT_USD_CONSTANT.col(), SilverOpportunity.AMOUNT_USD.col());
    Column began =
        coalesce(
            SilverOpportunity.CREATED_DATE.col(),
            SilverOpportunity.ENGAGED_DATE.col(),
            SilverOpportunity.CLOSED_DATE.col());
    return deals
        .where(SilverOpportunity.MERGED_INTO_ID.col().isNull())
        .where(SilverOpportunity.STAGE_CLASS.col().isin("WON", "LOST"))
        .where(SilverOpportunity.CLOSED_QUARTER.col().isin(series.names()))
        .join(holders(credits), key)
        .select(
            lit(Family.DEAL.name()).as("family"),
            col("holder.rep_key"),
            team("holder.team_id", "holder.rep_key"),
            coalesce(col("holder.role"), lit("UNKNOWN")).as("role"),
            SilverOpportunity.CLOSED_QUARTER.col().as("quarter"),
            trunc(began, "MM").as("month"),
            coalesce(SilverOpportunity.TERRITORY_ID.col(), col("holder.territory_id"))
                .as("territory_id"),
            SilverOpportunity.LEAD_SOURCE.col(),
            SilverOpportunity.SEGMENT.col(),
            SilverOpportunity.PRODUCT.col(),
            SilverOpportunity.DEAL_KIND.col(),
            NOTHING.as("grade"),
            lit(1.0).as("n"),
            won.cast("double").as("y"),
            when(won.and(coalesce(amount, lit(0)).leq(0)), ZERO).otherwise(lit(1.0)).as("priced"),
            when(won.and(amount.gt(0)), amount).as("amount"));
  }

  private static Dataset<Row> holders(Dataset<Row> credits) {
    Column who =
        struct(
            SilverOpportunityCredit.REP_KEY.col(),
            SilverOpportunityCredit.TEAM_ID.col(),
            SilverOpportunityCredit.ROLE.col(),
            SilverOpportunityCredit.TERRITORY_ID.col());
    Column rank =
        struct(
            SilverOpportunityCredit.OWNER_AT_EVENT.col(),
            SilverOpportunityCredit.EVENT_AT.col(),
            SilverOpportunityCredit.SHARE.col(),
            SilverOpportunityCredit.REP_KEY.col());
    return credits
        .where(SilverOpportunityCredit.EVENT.col().isin("WON", "LOST"))
        .groupBy(SilverOpportunityCredit.SYSTEM.col(), SilverOpportunityCredit.OPPORTUNITY_ID.col())
        .agg(max_by(who, rank).as("holder"));
  }

  /** Leads of the series watched for the whole horizon by a day. */
  static Dataset<Row> leads(Dataset<Row> leads, Series series, int horizon, LocalDate until) {
    Column created = SilverLead.CREATED_DATE.col();
    Column reached =
        least(to_date(SilverLead.MEETING_HELD_AT.col()), SilverLead.CONVERTED_ON.col());
    return leads
        .where(SilverLead.MERGED_INTO_ID.col().isNull())
        .where(SilverLead.OWNER_REP_KEY.col().isNotNull())
        .where(date_add(created, horizon).leq(lit(until)))
        .withColumn("quarter", series.of(created))
        .where(col("quarter").isNotNull())
        .select(
            lit(Family.LEAD.name()).as("family"),
            SilverLead.OWNER_REP_KEY.col().as("rep_key"),
            team(SilverLead.TEAM_ID.name(), SilverLead.OWNER_REP_KEY.name()),
            lit("SDR").as("role"),
            col("quarter"),
            trunc(created, "MM").as("month"),
            SilverLead.TERRITORY_ID.col(),
            SilverLead.LEAD_SOURCE.col(),
            SilverLead.SEGMENT.col(),
            NOTHING.as("product"),
            NOTHING.as("deal_kind"),
            SilverLead.GRADE.col(),
            lit(1.0).as("n"),
            coalesce(reached.leq(date_add(created, horizon)), lit(false)).cast("double").as("y"),
            ZERO.as("priced"),
            lit(null).cast("decimal(18,2)").as("amount"));
  }

  /** Weeks worked in the series with their selling hours. */
  static Dataset<Row> weeks(Dataset<Row> weeks, Series series) {
    return weeks
        .where(GoldRepWeek.QUARTER.col().isin(series.names()))
        .where(GoldRepWeek.WORKED_DAYS.col().gt(0))
        .select(
            lit(Family.WEEK.name()).as("family"),
            GoldRepWeek.REP_KEY.col(),
            team(GoldRepWeek.TEAM_ID.name(), GoldRepWeek.REP_KEY.name()),
            coalesce(GoldRepWeek.ROLE.col(), lit("UNKNOWN")).as("role"),
            GoldRepWeek.QUARTER.col(),
            trunc(GoldRepWeek.WEEK_START.col(), "MM").as("month"),
            NOTHING.as("territory_id"),
            NOTHING.as("lead_source"),
            NOTHING.as("segment"),
            NOTHING.as("product"),
            NOTHING.as("deal_kind"),
            NOTHING.as("grade"),
            GoldRepWeek.WORKED_DAYS.col().divide(5.0).as("n"),
            GoldRepWeek.SELLING_SECONDS.col().divide(3600.0).as("y"),
            ZERO.as("priced"),
            lit(null).cast("decimal(18,2)").as("amount"));
  }

  private static Column team(String team, String rep) {
    return coalesce(col(team), concat(lit(CaseSums.Who.ALONE), col(rep))).as("team_id");
  }

  /** A collected row of {@link #perSituation}. */
  static CaseSums read(Row row) {
    Map<String, String> traits = new TreeMap<>();
    for (String trait : TRAITS) {
      text(row, trait).ifPresent(value -> traits.put(trait, value));
    }
    return new CaseSums(
        new CaseSums.Who(
            Family.valueOf(row.getString(0)),
            row.getLong(1),
            row.getString(2),
            row.getString(3),
            row.getString(4)),
        new CaseSums.Situation(row.getLocalDate(5), text(row, "territory_id").orElse(""), traits),
        new CaseSums.Counts(
            real(row, "n"),
            row.getLong(row.fieldIndex("rows")),
            real(row, "y"),
            real(row, "squares"),
            new CaseSums.Money(
                real(row, "priced"),
                real(row, "won"),
                real(row, "logs"),
                real(row, "log_squares"),
                row.getDecimal(row.fieldIndex("amount")),
                real(row, "amount_squares"))));
  }

  private static Optional<String> text(Row row, String name) {
    return Optional.ofNullable((String) row.get(row.fieldIndex(name)));
  }

  private static double real(Row row, String name) {
    return row.getDouble(row.fieldIndex(name));
  }
}
