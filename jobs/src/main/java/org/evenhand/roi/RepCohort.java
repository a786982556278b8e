package org.evenhand.roi;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.evenhand.job.Job;
import org.evenhand.job.JobResult;
import org.evenhand.job.Known;
import org.evenhand.job.Parameters;
import org.evenhand.job.RunContext;
import org.evenhand.table.Edition;
import org.evenhand.table.Table;
import org.evenhand.table.columns.GoldRepCohort;
import org.evenhand.table.columns.GoldRepPeriod;
import org.evenhand.table.columns.SilverAiFeature;
import org.evenhand.table.columns.SilverAiRollout;
import org.evenhand.table.columns.SilverCalendar;
import org.evenhand.table.columns.SilverTerritoryAssignment;
import org.evenhand.table.columns.SilverWorker;
import org.jspecify.annotations.Nullable;

/** With whom each rep is compared: rollout cohort of the first team, stratum, exclusions. */
public final class RepCohort implements Job {

  /** Frames as known at the knowledge date. */
  record Inputs(Dataset<Row> periods, Dataset<Row> territories, Dataset<Row> workers) {}

  @Override
  public String name() {
    return "rep-cohort";
  }

  @Override
  public List<Table> reads() {
    return List.of(
        GoldRepPeriod.TABLE,
        SilverAiFeature.TABLE,
        SilverAiRollout.TABLE,
        SilverCalendar.TABLE,
        SilverTerritoryAssignment.TABLE,
        SilverWorker.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(GoldRepCohort.TABLE);
  }

  @Override
  public List<String> parameters(RunContext context) {
    return Parameters.of(context);
  }

  @Override
  public JobResult run(RunContext context) {
    RoiPolicy policy = RoiPolicy.of(context.policies());
    Window window = Window.of(context, policy);
    Cohorts cohorts = new Cohorts(window, Rollouts.of(context, policy, window.lastDay()), policy);
    Inputs inputs =
        new Inputs(
            context.tables().read(GoldRepPeriod.TABLE),
            Known.rows(context, SilverTerritoryAssignment.TABLE),
            Known.rows(context, SilverWorker.TABLE));
    List<Seen> seen =
        perRep(inputs, window, cohorts.first()).collectAsList().stream()
            .map(RepCohort::seen)
            .toList();
    Edition edition = context.period().edition();
    List<Row> rows = cohorts.of(seen).stream().map(member -> row(edition, member)).toList();
    return JobResult.derived(
        context.tables().edition(GoldRepCohort.TABLE, edition, rows, context.stamp()));
  }

  /** One row a rep; output counts in periods before the first cohort of all. */
  static Dataset<Row> perRep(Inputs inputs, Window window, int firstCohort) {
    Column period = GoldRepPeriod.PERIOD_INDEX.col();
    Column place =
        struct(
            GoldRepPeriod.TEAM_ID.col(), GoldRepPeriod.ROLE.col(), GoldRepPeriod.TENURE_DAYS.col());
    Column early = period.lt(lit(firstCohort)).and(GoldRepPeriod.OUTPUT.col().isNotNull());
    return inputs
        .periods()
        .where(period.between(window.first(), window.last()))
        .groupBy(GoldRepPeriod.REP_KEY.col())
        .agg(
            min_by(place, period).as("place"),
            min(period).as("first"),
            max(period).as("last"),
            countDistinct(GoldRepPeriod.TEAM_ID.col()).gt(1).as("moved"),
            sum(when(early, GoldRepPeriod.OUTPUT.col()))
                .divide(sum(when(early, GoldRepPeriod.WORKED_DAYS.col())))
                .as("before"))
        .join(firstTier(inputs.territories()), GoldRepPeriod.REP_KEY.name(), "left")
        .join(hires(inputs.workers()), GoldRepPeriod.REP_KEY.name(), "left")
        .select(
            GoldRepPeriod.REP_KEY.col(),
            col("place.team_id"),
            col("place.role"),
            col("place.tenure_days"),
            col("tier"),
            col("first"),
            col("last"),
            col("moved"),
            col("hired_on"),
            col("before"));
  }

  private static Dataset<Row> firstTier(Dataset<Row> territories) {
    return territories
        .groupBy(SilverTerritoryAssignment.REP_KEY.col())
        .agg(
            min_by(
                    SilverTerritoryAssignment.TERRITORY_TIER.col(),
                    struct(
                        SilverTerritoryAssignment.FROM_DATE.col(),
                        SilverTerritoryAssignment.TERRITORY_ID.col()))
                .as("tier"));
  }

  private static Dataset<Row> hires(Dataset<Row> workers) {
    return workers
        .groupBy(SilverWorker.REP_KEY.col())
        .agg(max(SilverWorker.HIRED_ON.col()).as(SilverWorker.HIRED_ON.name()));
  }

  private static Seen seen(Row row) {
    return new Seen(
        row.getLong(0),
        new Seen.First(
            Optional.ofNullable(row.getString(1)),
            Optional.ofNullable(row.getString(2)),
            row.isNullAt(3) ? Optional.empty() : Optional.of(row.getInt(3)),
            Optional.ofNullable(row.getString(4))),
        new Seen.Span(row.getInt(5), row.getInt(6)),
        row.getBoolean(7),
        Optional.ofNullable(row.getLocalDate(8)),
        row.isNullAt(9) ? Optional.empty() : Optional.of(row.getDouble(9)));
  }

  private static Row row(Edition edition, Member member) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(edition.quarter());
    values.add(edition.id());
    values.add(member.seen().rep());
    values.add(member.team());
    values.add(member.start().map(Rollouts.Start::day).orElse(null));
    values.add(member.start().map(Rollouts.Start::assignment).orElse(null));
    values.add(member.cohort());
    values.add(member.stratum().role());
    values.add(member.stratum().tenureBand());
    values.add(member.stratum().territoryTier());
    values.add(member.stratum().priorTercile());
    values.add(member.seen().periods().first());
    values.add(member.seen().periods().last());
    values.add(member.seen().moved());
    values.add(member.excluded().map(Enum::name).orElse(null));
    values.add(member.hiredAfterStart());
    return RowFactory.create(values.toArray());
  }
}
