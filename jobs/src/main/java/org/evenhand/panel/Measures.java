package org.evenhand.panel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.job.Job;
import org.evenhand.job.JobResult;
import org.evenhand.job.Parameters;
import org.evenhand.job.RunContext;
import org.evenhand.table.Table;
import org.evenhand.table.columns.GoldCommissionQuarter;
import org.evenhand.table.columns.GoldMeasure;
import org.evenhand.table.columns.GoldRepWeek;
import org.evenhand.table.columns.SilverOpportunityStage;

/** Time, tasks, commission and deal counts, now, before and by quarter. */
public final class Measures implements Job {

  @Override
  public String name() {
    return "measures";
  }

  @Override
  public List<Table> reads() {
    return Stream.of(
            Settings.TABLES,
            Deals.TABLES,
            List.of(GoldCommissionQuarter.TABLE, SilverOpportunityStage.TABLE))
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public List<Table> writes() {
    return List.of(GoldMeasure.TABLE);
  }

  @Override
  public List<String> parameters(RunContext context) {
    return Parameters.of(context);
  }

  @Override
  public JobResult run(RunContext context) {
    Quarters quarters = Quarters.of(context);
    Setting setting = Settings.of(context, quarters);
    List<Result> results = new ArrayList<>();
    results.addAll(People.results(context, setting, quarters));
    results.addAll(time(context, setting, quarters));
    results.addAll(commission(context, setting, quarters));
    results.addAll(deals(context, setting, quarters));
    List<Row> rows =
        results.stream()
            .map(
                result ->
                    ResultRows.row(
                        context.period().edition(),
                        setting.measure(result.key().measure()),
                        result))
            .toList();
    return JobResult.derived(
        context
            .tables()
            .edition(GoldMeasure.TABLE, context.period().edition(), rows, context.stamp()));
  }

  private static List<Result> time(RunContext context, Setting setting, Quarters quarters) {
    Observed observed =
        new Observed(windows(context, setting, quarters), setting.thresholds().minimumWeeks());
    if (observed.nothing()) {
      return NotDelivered.results(
          setting,
          Stream.concat(Stream.of("time_saved"), Observed.measures().stream()).toList(),
          "No activities were delivered (tasks, calendar, calls, mail): working time is not"
              + " known.");
    }
    List<Result> results = new ArrayList<>();
    results.addAll(new GroupActivity(setting, observed).results());
    results.addAll(new RepActivity(setting, observed).results());
    results.addAll(new ActivitySeries(setting, observed, quarters).results());
    return results;
  }

  private static Map<Long, Map<String, RepWindow>> windows(
      RunContext context, Setting setting, Quarters quarters) {
    Dataset<Row> starts =
        AiStarts.perTeam(context, quarters.dates(context.period().quarter()).last());
    Map<Long, Map<String, RepWindow>> windows = new HashMap<>();
    RepWindows.perRepAndWindow(
            context.tables().read(GoldRepWeek.TABLE),
            starts,
            setting.series(),
            setting.thresholds().beforeWeeks())
        .collectAsList()
        .stream()
        .map(RepWindows::read)
        .forEach(
            window ->
                windows
                    .computeIfAbsent(window.rep(), rep -> new HashMap<>())
                    .put(window.window(), window));
    return windows;
  }

  private static List<Result> commission(RunContext context, Setting setting, Quarters quarters) {
    Pay pay =
        Pay.of(
            context
                .tables()
                .read(GoldCommissionQuarter.TABLE, context.period().edition())
                .collectAsList());
    if (pay.lines().isEmpty()) {
      return NotDelivered.results(
          setting, List.of("commission"), "No commission statements were delivered.");
    }
    List<Result> results = new ArrayList<>();
    results.addAll(new CommissionMeasures(setting, pay, quarters).results());
    results.addAll(new CommissionDetails(setting, pay).results());
    return results;
  }

  private static List<Result> deals(RunContext context, Setting setting, Quarters quarters) {
    List<Deal> deals = Deals.of(context);
    if (deals.isEmpty()) {
      return NotDelivered.results(
          setting, List.of("won_count", "closed_count", "win_rate"), "No deals were delivered.");
    }
    DealProfile profile = new DealProfile(setting, deals);
    List<Result> results = new ArrayList<>();
    results.addAll(new DealCounts(setting, deals, quarters).results());
    results.addAll(profile.results(quarters.dates(context.period().quarter())));
    results.add(
        profile.company(
            "plausibility",
            "close_date_pushes",
            DealHistory.closeDatePushes(context, setting.thresholds().closeDatePushes())));
    results.add(profile.company("plausibility", "stage_skips", DealHistory.stageSkips(context)));
    return results;
  }
}
