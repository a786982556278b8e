package org.evenhand.roi;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.flatten;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.transform;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.evenhand.job.Job;
import org.evenhand.job.JobResult;
import org.evenhand.job.Known;
import org.evenhand.job.Parameters;
import org.evenhand.job.RunContext;
import org.evenhand.roi.Outcome.Family;
import org.evenhand.table.Edition;
import org.evenhand.table.Table;
import org.evenhand.table.columns.GoldRepCase;
import org.evenhand.table.columns.GoldRepCohort;
import org.evenhand.table.columns.GoldRepPeriod;
import org.evenhand.table.columns.GoldRoiSum;
import org.evenhand.table.columns.SilverAiAssist;
import org.evenhand.table.columns.SilverAiFeature;
import org.evenhand.table.columns.SilverAiRollout;
import org.evenhand.table.columns.SilverCalendar;
import org.evenhand.table.columns.SilverCommissionLine;
import org.evenhand.table.columns.SilverWorker;

/**
 * Sums per baseline team, cohort, stratum and pair of periods: one pass of Spark from which every
 * effect follows on the driver.
 */
public final class RoiSums implements Job {
  private static final List<org.evenhand.table.Column> BLOCK =
      List.of(
          GoldRoiSum.TEAM_ID,
          GoldRoiSum.COHORT,
          GoldRoiSum.ROLE,
          GoldRoiSum.TENURE_BAND,
          GoldRoiSum.TERRITORY_TIER,
          GoldRoiSum.PRIOR_TERCILE);

  @Override
  public String name() {
    return "roi-sums";
  }

  @Override
  public List<Table> reads() {
    return List.of(
        GoldRepCohort.TABLE,
        GoldRepPeriod.TABLE,
        GoldRepCase.TABLE,
        SilverAiAssist.TABLE,
        SilverAiFeature.TABLE,
        SilverAiRollout.TABLE,
        SilverCalendar.TABLE,
        SilverCommissionLine.TABLE,
        SilverWorker.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(GoldRoiSum.TABLE);
  }

  @Override
  public List<String> parameters(RunContext context) {
    return Parameters.of(context);
  }

  @Override
  public JobResult run(RunContext context) {
    Edition edition = context.period().edition();
    RoiPolicy policy = RoiPolicy.of(context.policies());
    Window window = Window.of(context, policy);
    LocalDate today = context.period().asOf().atZone(ZoneOffset.UTC).toLocalDate();
    Cohorts cohorts = new Cohorts(window, Rollouts.of(context, policy, window.lastDay()), policy);
    KnownOutcomes known = new KnownOutcomes(window, policy, today);
    Dataset<Row> rows = new RepPeriods(window, policy, known).transform(inputs(context, edition));
    List<Row> sums =
        perPair(rows, cohorts.bases()).collectAsList().stream()
            .map(row -> stamped(edition, row))
            .toList();
    return JobResult.derived(
        context.tables().edition(GoldRoiSum.TABLE, edition, sums, context.stamp()));
  }

  private static RepPeriods.Inputs inputs(RunContext context, Edition edition) {
    return new RepPeriods.Inputs(
        context.tables().read(GoldRepCohort.TABLE, edition),
        context.tables().read(GoldRepPeriod.TABLE),
        context.tables().read(GoldRepCase.TABLE, edition),
        Known.rows(context, SilverCommissionLine.TABLE),
        Known.rows(context, SilverAiAssist.TABLE),
        Known.rows(context, SilverWorker.TABLE));
  }

  private static Row stamped(Edition edition, Row sums) {
    List<Object> values = new ArrayList<>();
    values.add(edition.quarter());
    values.add(edition.id());
    for (int i = 0; i < sums.size(); i++) {
      values.add(sums.get(i));
    }
    return RowFactory.create(values.toArray());
  }

  /**
   * Every rep's changes from the bases and from the period before, and the levels themselves (both
   * periods the same), summed per block and pair.
   */
  static Dataset<Row> perPair(Dataset<Row> rows, List<Integer> bases) {
    String cells = "cells";
    Column[] who =
        Stream.concat(Stream.of(GoldRepCohort.REP_KEY), BLOCK.stream())
            .map(org.evenhand.table.Column::col)
            .toArray(Column[]::new);
    Column cell =
        struct(
            cellColumns().stream().map(org.apache.spark.sql.functions::col).toArray(Column[]::new));
    Column pairs =
        flatten(
            transform(
                col(cells),
                at ->
                    transform(
                        filter(col(cells), base -> asked(at, base, bases)),
                        base -> change(at, base))));
    return rows.groupBy(who)
        .agg(collect_list(cell).as(cells))
        .select(
            Stream.concat(
                    BLOCK.stream().map(org.evenhand.table.Column::col),
                    Stream.of(explode(pairs).as("pair")))
                .toArray(Column[]::new))
        .select(col("*"), col("pair.*"))
        .groupBy(
            Stream.concat(BLOCK.stream(), Stream.of(GoldRoiSum.PERIOD, GoldRoiSum.BASE_PERIOD))
                .map(org.evenhand.table.Column::col)
                .toArray(Column[]::new))
        .agg(count(lit(1)).as("all"), totals().toArray(Column[]::new))
        .drop("all");
  }

  private static List<String> cellColumns() {
    List<String> names = new ArrayList<>();
    names.add(RepPeriods.PERIOD);
    for (Family family : Family.values()) {
      names.add(family.known());
      family.outcomes().forEach(outcome -> names.add(outcome.column().name()));
    }
    return names;
  }

  private static Column asked(Column at, Column base, List<Integer> bases) {
    Column t = at.getField(RepPeriods.PERIOD);
    Column b = base.getField(RepPeriods.PERIOD);
    Column same = t.equalTo(b);
    Column before = t.minus(b).equalTo(1);
    return same.or(before).or(b.isin(bases.toArray()));
  }

  private static Column change(Column at, Column base) {
    Column t = at.getField(RepPeriods.PERIOD);
    Column b = base.getField(RepPeriods.PERIOD);
    List<Column> fields = new ArrayList<>();
    fields.add(GoldRoiSum.PERIOD.as(t));
    fields.add(GoldRoiSum.BASE_PERIOD.as(b));
    for (Family family : Family.values()) {
      Column both = at.getField(family.known()).and(base.getField(family.known()));
      fields.add(when(both, 1L).otherwise(0L).as(family.count().name()));
      for (Outcome outcome : family.outcomes()) {
        String name = outcome.column().name();
        Column from = when(t.equalTo(b), 0.0).otherwise(base.getField(name));
        fields.add(when(both, at.getField(name).minus(from)).otherwise(0.0).as(name));
      }
    }
    return struct(fields.toArray(Column[]::new));
  }

  private static List<Column> totals() {
    List<Column> totals = new ArrayList<>();
    for (Family family : Family.values()) {
      totals.add(family.count().as(sum(family.count().col())));
      family.outcomes().forEach(o -> totals.add(o.column().as(sum(o.column().col()))));
    }
    return totals;
  }
}
