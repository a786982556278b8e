package org.evenhand.roi;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_from_entries;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.GoldRepCase;
import org.evenhand.table.columns.GoldRepCohort;
import org.evenhand.table.columns.GoldRepPeriod;
import org.evenhand.table.columns.SilverAiAssist;
import org.evenhand.table.columns.SilverCommissionLine;
import org.evenhand.table.columns.SilverWorker;

/**
 * Outcomes of every compared rep in every period from the first one on, each with whether it is
 * known. Amounts are per worked time, so leave and part periods do not pass for effects; a period
 * with fewer worked days than the policy's minimum, or without any record of activity, is unknown,
 * not zero.
 */
final class RepPeriods {
  static final String PERIOD = "period";
  static final String FIRST_DAY = "first_day";
  static final String LAST_DAY = "last_day";
  private static final String REP = GoldRepCohort.REP_KEY.name();

  private final Window window;
  private final RoiPolicy policy;
  private final KnownOutcomes known;

  RepPeriods(Window window, RoiPolicy policy, KnownOutcomes known) {
    this.window = window;
    this.policy = policy;
    this.known = known;
  }

  /** Frames of one edition, silver as known at the knowledge date. */
  record Inputs(
      Dataset<Row> cohorts,
      Dataset<Row> periods,
      Dataset<Row> cases,
      Dataset<Row> commission,
      Dataset<Row> assists,
      Dataset<Row> workers) {}

  /** Who, period, one column an outcome (0 where unknown), one a family that says if known. */
  Dataset<Row> transform(Inputs inputs) {
    return grid(inputs.cohorts())
        .join(worked(inputs.periods()), using(REP, PERIOD), "left")
        .join(cases(inputs.cases()), using(REP, PERIOD), "left")
        .join(assists(inputs.assists()), using(REP, PERIOD), "left")
        .join(commission(inputs.commission()), using(REP), "left")
        .join(spells(inputs.workers()), using(REP), "left")
        .transform(known::withKnown)
        .transform(KnownOutcomes::withOutcomes);
  }

  private static String[] using(String... names) {
    return names;
  }

  private Dataset<Row> grid(Dataset<Row> cohorts) {
    Column first = GoldRepCohort.FIRST_PERIOD.col();
    return cohorts
        .where(GoldRepCohort.EXCLUDED.col().isNull())
        .select(
            GoldRepCohort.REP_KEY.col(),
            GoldRepCohort.TEAM_ID.col(),
            GoldRepCohort.COHORT.col(),
            GoldRepCohort.ROLE.col(),
            GoldRepCohort.TENURE_BAND.col(),
            GoldRepCohort.TERRITORY_TIER.col(),
            GoldRepCohort.PRIOR_TERCILE.col(),
            explode(filter(spans(), span -> span.getField(PERIOD).geq(first))).as("span"))
        .select(col("*"), col("span." + PERIOD), col("span." + FIRST_DAY), col("span." + LAST_DAY))
        .drop("span");
  }

  /** All periods up to the last, each with its days. */
  private Column spans() {
    return array(
        window
            .periods()
            .spans()
            .subMap(window.first(), true, window.last(), true)
            .entrySet()
            .stream()
            .map(
                entry ->
                    struct(
                        lit(entry.getKey()).as(PERIOD),
                        lit(entry.getValue().first()).as(FIRST_DAY),
                        lit(entry.getValue().last()).as(LAST_DAY)))
            .toArray(Column[]::new));
  }

  private static Dataset<Row> worked(Dataset<Row> periods) {
    return periods.select(
        GoldRepPeriod.REP_KEY.col(),
        GoldRepPeriod.PERIOD_INDEX.col().as(PERIOD),
        GoldRepPeriod.WORKED_DAYS.col(),
        GoldRepPeriod.NON_SELLING_HOURS.col().as("non_selling_h"),
        GoldRepPeriod.SELLING_HOURS.col().as("selling_h"),
        GoldRepPeriod.EDITS.col().as("edits_n"),
        GoldRepPeriod.NON_SELLING_TASKS.col().as("tasks_n"),
        GoldRepPeriod.WON_DEALS.col().as("won_n"),
        GoldRepPeriod.CREATED_DEALS.col().as("created_n"),
        GoldRepPeriod.WON_VALUE.col().cast("double").as("won_v"));
  }

  private static Dataset<Row> cases(Dataset<Row> cases) {
    return cases.select(
        GoldRepCase.REP_KEY.col(),
        GoldRepCase.PERIOD_INDEX.col().as(PERIOD),
        GoldRepCase.CASES.col().as("cases_n"),
        GoldRepCase.SUCCESSES.col().as("successes_n"));
  }

  /** Hours a vendor would claim: standard minutes for every assist made for the rep. */
  private Dataset<Row> assists(Dataset<Row> assists) {
    Column meeting =
        SilverAiAssist.KIND
            .col()
            .equalTo("CALL_SUMMARY")
            .and(SilverAiAssist.CALL_ID.col().isNotNull());
    Column minutes =
        when(meeting, policy.minutesPerSummarisedMeeting()).otherwise(policy.minutesPerAction());
    return assists
        .where(SilverAiAssist.BENEFICIARY.col().isin("REP", "BOTH"))
        .select(
            SilverAiAssist.REP_KEY.col(),
            window
                .periods()
                .indexOf(SilverAiAssist.DAY.col(), window.first(), window.last())
                .as(PERIOD),
            minutes.as("minutes"))
        .groupBy(SilverAiAssist.REP_KEY.col(), col(PERIOD))
        .agg(sum(col("minutes")).divide(60).as("claimed_h"));
  }

  /** One row a rep on a plan: commission by period, and the days statements cover at all. */
  private Dataset<Row> commission(Dataset<Row> lines) {
    Column day =
        coalesce(SilverCommissionLine.INCENTIVE_DATE.col(), SilverCommissionLine.PERIOD_END.col());
    Dataset<Row> counted =
        lines
            .where(SilverCommissionLine.FINAL.col())
            .where(SilverCommissionLine.STATUS.col().notEqual("VOID"))
            .where(SilverCommissionLine.LINE_CLASS.col().isin("COMMISSION", "ADJUSTMENT"));
    Dataset<Row> covered =
        counted.agg(
            min(SilverCommissionLine.PERIOD_START.col()).as("paid_from"),
            max(SilverCommissionLine.PERIOD_END.col()).as("paid_to"));
    return counted
        .select(
            SilverCommissionLine.REP_KEY.col(),
            window.periods().indexOf(day, window.first(), window.last()).as(PERIOD),
            SilverCommissionLine.AMOUNT_USD_CONSTANT.col().cast("double").as("amount"))
        .groupBy(SilverCommissionLine.REP_KEY.col(), col(PERIOD))
        .agg(sum(col("amount")).as("amount"))
        .where(col(PERIOD).isNotNull())
        .groupBy(SilverCommissionLine.REP_KEY.col())
        .agg(map_from_entries(collect_list(struct(col(PERIOD), col("amount")))).as("paid"))
        .crossJoin(covered);
  }

  private static Dataset<Row> spells(Dataset<Row> workers) {
    return workers
        .groupBy(SilverWorker.REP_KEY.col())
        .agg(first(SilverWorker.EMPLOYED.col()).as("spells"));
  }
}
