package org.evenhand.panel;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.evenhand.job.Job;
import org.evenhand.job.JobResult;
import org.evenhand.job.Parameters;
import org.evenhand.job.RunContext;
import org.evenhand.table.Table;
import org.evenhand.table.columns.GoldDealCycle;

/** Days until deals are won, with open and lost ones as censored. */
public final class DealCycle implements Job {

  @Override
  public String name() {
    return "deal-cycle";
  }

  @Override
  public List<Table> reads() {
    return Stream.of(Deals.TABLES, Settings.TABLES).flatMap(List::stream).toList();
  }

  @Override
  public List<Table> writes() {
    return List.of(GoldDealCycle.TABLE);
  }

  @Override
  public List<String> parameters(RunContext context) {
    return Parameters.of(context);
  }

  @Override
  public JobResult run(RunContext context) {
    Quarters quarters = Quarters.of(context);
    Setting setting = Settings.of(context, quarters);
    List<Row> rows =
        new CycleMeasures(
                setting, quarters, context.period().asOf().atZone(ZoneOffset.UTC).toLocalDate())
            .results(Deals.of(context)).stream().map(row -> row(context, setting, row)).toList();
    return JobResult.derived(
        context
            .tables()
            .edition(GoldDealCycle.TABLE, context.period().edition(), rows, context.stamp()));
  }

  private static Row row(RunContext context, Setting setting, CycleMeasures.Row row) {
    long won = row.spells().stream().filter(spell -> spell.cause() == 1).count();
    return ResultRows.row(
        context.period().edition(),
        setting.measure(row.result().key().measure()),
        row.result(),
        (long) row.spells().size(),
        won);
  }
}
