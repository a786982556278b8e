package org.evenhand.roi;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.exists;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.split_part;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.roi.Outcome.Family;
import org.evenhand.table.columns.GoldRepCohort;
import org.evenhand.table.columns.GoldRepPeriod;

/**
 * Which outcomes of a rep's period are known, and what they are. Amounts are per worked time; a
 * period with too few worked days is unknown, and so is one without any record of activity: missing
 * records are not idleness.
 */
final class KnownOutcomes {
  private static final double DAYS_A_WEEK = 5;
  private static final double DAYS_A_PERIOD = 20;
  private static final double DAYS_A_QUARTER = 65;
  private static final List<String> FAMILIES = List.of("SDR", "AE", "CSM", "SUPPORT");

  private final Window window;
  private final RoiPolicy policy;
  private final LocalDate today;

  /**
   * @param today day of what is known
   */
  KnownOutcomes(Window window, RoiPolicy policy, LocalDate today) {
    this.window = window;
    this.policy = policy;
    this.today = today;
  }

  Dataset<Row> withKnown(Dataset<Row> rows) {
    Column worked =
        coalesce(GoldRepPeriod.WORKED_DAYS.col(), lit(0)).geq(lit(policy.minimumWorkedDays()));
    Column active =
        col("non_selling_h").plus(col("selling_h")).plus(col("edits_n")).plus(col("tasks_n")).gt(0);
    Column owner = GoldRepCohort.ROLE.col().isin("AE", "CSM");
    Column priced = col("won_n").equalTo(0).or(col("won_v").isNotNull());
    Column covered =
        col(RepPeriods.FIRST_DAY)
            .geq(col("paid_from"))
            .and(col(RepPeriods.LAST_DAY).leq(col("paid_to")));
    return rows.withColumn(Family.ACTIVITY.known(), certain(worked.and(active)))
        .withColumn(Family.DEALS.known(), certain(worked.and(owner).and(priced)))
        .withColumn(
            Family.COMMISSION.known(), certain(worked.and(col("paid").isNotNull()).and(covered)))
        .withColumn(Family.CASES.known(), certain(worked.and(watched())))
        .withColumn(Family.EMPLOYED.known(), col("spells").isNotNull());
  }

  private static Column certain(Column condition) {
    return coalesce(condition, lit(false));
  }

  /** Whether every case begun in the period has been watched for the role's horizon. */
  private Column watched() {
    Column last = lit(0);
    for (String role : FAMILIES) {
      int until = window.periods().lastEnded(today.minusDays(policy.conversionHorizon(role)));
      last = when(GoldRepCohort.ROLE.col().equalTo(role), lit(until)).otherwise(last);
    }
    return col(RepPeriods.PERIOD).leq(last);
  }

  /** Who, period, the known flags, one column an outcome: 0 where unknown. */
  static Dataset<Row> withOutcomes(Dataset<Row> rows) {
    List<Column> columns = new ArrayList<>();
    columns.add(GoldRepCohort.REP_KEY.col());
    columns.add(GoldRepCohort.TEAM_ID.col());
    columns.add(GoldRepCohort.COHORT.col());
    columns.add(GoldRepCohort.ROLE.col());
    columns.add(GoldRepCohort.TENURE_BAND.col());
    columns.add(GoldRepCohort.TERRITORY_TIER.col());
    columns.add(GoldRepCohort.PRIOR_TERCILE.col());
    columns.add(col(RepPeriods.PERIOD));
    for (Family family : Family.values()) {
      columns.add(col(family.known()));
      for (Outcome outcome : family.outcomes()) {
        columns.add(
            when(col(family.known()), coalesce(amount(outcome), lit(0)).cast("double"))
                .otherwise(lit(0.0))
                .as(outcome.column().name()));
      }
    }
    return rows.select(columns.toArray(Column[]::new));
  }

  private static Column amount(Outcome outcome) {
    return switch (outcome) {
      case NON_SELLING_HOURS -> per(col("non_selling_h"), DAYS_A_WEEK);
      case SELLING_HOURS -> per(col("selling_h"), DAYS_A_WEEK);
      case EDITS -> per(col("edits_n"), DAYS_A_WEEK);
      case NON_SELLING_TASKS -> per(col("tasks_n"), DAYS_A_WEEK);
      case CLAIMED_HOURS -> per(col("claimed_h"), DAYS_A_WEEK);
      case WON_DEALS -> per(col("won_n"), DAYS_A_PERIOD);
      case CREATED_DEALS -> per(col("created_n"), DAYS_A_PERIOD);
      case WON_VALUE -> per(col("won_v"), DAYS_A_QUARTER);
      case COMMISSION -> per(element_at(col("paid"), col(RepPeriods.PERIOD)), DAYS_A_QUARTER);
      case CASES -> col("cases_n");
      case SUCCESSES -> col("successes_n");
      case EMPLOYED -> when(employed(), 1.0).otherwise(0.0);
    };
  }

  private static Column per(Column amount, double days) {
    return amount.multiply(days).divide(GoldRepPeriod.WORKED_DAYS.col());
  }

  /** Spells are ISO intervals such as 2024-01-01/2024-06-30, the last one open as 2025-01-01/.. */
  private static Column employed() {
    Column end = col(RepPeriods.LAST_DAY).cast("string");
    return exists(
        col("spells"),
        spell ->
            split_part(spell, lit("/"), lit(1))
                .leq(end)
                .and(
                    split_part(spell, lit("/"), lit(2))
                        .equalTo("..")
                        .or(split_part(spell, lit("/"), lit(2)).geq(end))));
  }
}
