package org.evenhand.roi;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.evenhand.job.Job;
import org.evenhand.job.JobResult;
import org.evenhand.job.Known;
import org.evenhand.job.Parameters;
import org.evenhand.job.RunContext;
import org.evenhand.table.Edition;
import org.evenhand.table.Table;
import org.evenhand.table.columns.GoldHarmonyLink;
import org.evenhand.table.columns.GoldRepCohort;
import org.evenhand.table.columns.GoldRepRamp;
import org.evenhand.table.columns.GoldRoiEffect;
import org.evenhand.table.columns.GoldRoiSum;
import org.evenhand.table.columns.GoldRoiSummary;
import org.evenhand.table.columns.SilverAiFeature;
import org.evenhand.table.columns.SilverAiRollout;
import org.evenhand.table.columns.SilverCalendar;
import org.evenhand.table.columns.SilverSurveyResponse;

/** Effects of the rollouts, the chain behind them and their balance: sums to figures, no Spark. */
public final class RoiEffects implements Job {

  @Override
  public String name() {
    return "roi-effects";
  }

  @Override
  public List<Table> reads() {
    return List.of(
        GoldRoiSum.TABLE,
        GoldRepCohort.TABLE,
        GoldRepRamp.TABLE,
        SilverAiFeature.TABLE,
        SilverAiRollout.TABLE,
        SilverCalendar.TABLE,
        SilverSurveyResponse.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(GoldRoiEffect.TABLE, GoldHarmonyLink.TABLE, GoldRoiSummary.TABLE);
  }

  @Override
  public List<String> parameters(RunContext context) {
    return Parameters.of(context);
  }

  @Override
  public JobResult run(RunContext context) {
    Edition edition = context.period().edition();
    Analysis.Output output = Analysis.of(input(context)).output(edition);
    return JobResult.derived(
        context.tables().edition(GoldRoiEffect.TABLE, edition, output.effects(), context.stamp()),
        context.tables().edition(GoldHarmonyLink.TABLE, edition, output.links(), context.stamp()),
        context.tables().edition(GoldRoiSummary.TABLE, edition, output.summary(), context.stamp()));
  }

  static Analysis.Input input(RunContext context) {
    RoiPolicy policy = RoiPolicy.of(context.policies());
    Units units = Units.of(context.policies());
    Window window = Window.of(context, policy);
    Cohorts cohorts = new Cohorts(window, Rollouts.of(context, policy, window.lastDay()), policy);
    List<BlockSum> sums = new ArrayList<>();
    edition(context, GoldRoiSum.TABLE).forEach(row -> sums.add(BlockSum.of(row)));
    return new Analysis.Input(
        policy,
        units,
        new Estimator(policy, cohorts.anticipation(), window.quarter()),
        new Panel(sums),
        new People(
            new Movers(edition(context, GoldRepCohort.TABLE)),
            edition(context, GoldRepRamp.TABLE),
            policy),
        new Analysis.Outside(
            Costs.of(
                known(context, SilverAiFeature.TABLE), policy, window.lastDay(), units.currency()),
            SelfReport.of(known(context, SilverSurveyResponse.TABLE), policy)));
  }

  private static List<Row> known(RunContext context, Table table) {
    return Known.onDriver(context, table);
  }

  private static List<Row> edition(RunContext context, Table table) {
    return context.tables().read(table, context.period().edition()).collectAsList();
  }
}
