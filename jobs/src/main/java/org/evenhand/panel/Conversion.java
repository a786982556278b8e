package org.evenhand.panel;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.evenhand.job.Job;
import org.evenhand.job.JobResult;
import org.evenhand.job.Parameters;
import org.evenhand.job.RunContext;
import org.evenhand.table.Edition;
import org.evenhand.table.Table;
import org.evenhand.table.columns.GoldConversion;
import org.evenhand.table.columns.GoldRepCase;
import org.evenhand.table.columns.SilverLead;
import org.evenhand.table.columns.SilverTicket;

/**
 * Conversion per company, role, team and rep, and the cases it counts per rep and period; never
 * weighted by amount.
 */
public final class Conversion implements Job {

  @Override
  public String name() {
    return "conversion";
  }

  @Override
  public List<Table> reads() {
    return Stream.of(Deals.TABLES, Settings.TABLES, List.of(SilverLead.TABLE, SilverTicket.TABLE))
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public List<Table> writes() {
    return List.of(GoldConversion.TABLE, GoldRepCase.TABLE);
  }

  @Override
  public List<String> parameters(RunContext context) {
    return Parameters.of(context);
  }

  @Override
  public JobResult run(RunContext context) {
    Quarters quarters = Quarters.of(context);
    Setting setting = Settings.of(context, quarters);
    List<Case> cases = Cases.all(context, Deals.of(context), setting.population().byRep());
    LocalDate today = context.period().asOf().atZone(ZoneOffset.UTC).toLocalDate();
    Edition edition = context.period().edition();
    List<Row> rows =
        new ConversionMeasures(setting, quarters, today)
            .results(cases).stream().map(row -> row(context, setting, row)).toList();
    List<Row> perRep =
        new RepCases(setting.thresholds(), Periods.of(context), today).rows(edition, cases);
    return JobResult.derived(
        context.tables().edition(GoldConversion.TABLE, edition, rows, context.stamp()),
        context.tables().edition(GoldRepCase.TABLE, edition, perRep, context.stamp()));
  }

  private static Row row(RunContext context, Setting setting, ConversionMeasures.Row row) {
    Cohort cohort = row.cohort();
    return ResultRows.row(
        context.period().edition(),
        setting.measure(row.result().key().measure()),
        row.result(),
        row.horizon(),
        cohort.ended(1),
        cohort.ended(2),
        cohort.ended(0));
  }
}
