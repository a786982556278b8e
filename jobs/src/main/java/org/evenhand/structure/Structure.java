package org.evenhand.structure;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.job.Job;
import org.evenhand.job.JobResult;
import org.evenhand.job.Known;
import org.evenhand.job.RunContext;
import org.evenhand.table.Edition;
import org.evenhand.table.Table;
import org.evenhand.table.columns.GoldExpectedOutcome;
import org.evenhand.table.columns.GoldRepWeek;
import org.evenhand.table.columns.GoldStructuralContext;
import org.evenhand.table.columns.GoldStructureFigure;
import org.evenhand.table.columns.SilverAssignment;
import org.evenhand.table.columns.SilverCalendar;
import org.evenhand.table.columns.SilverLead;
import org.evenhand.table.columns.SilverOpportunity;
import org.evenhand.table.columns.SilverOpportunityCredit;
import org.evenhand.table.columns.SilverStructuralInput;
import org.evenhand.table.columns.SilverTerritoryAssignment;

/**
 * What is not the rep's: territory, leads, timing, prices, brand, economy; what was to be expected
 * under them; and what is left. One aggregate makes sums, the driver does the rest.
 */
public final class Structure implements Job {

  @Override
  public String name() {
    return "structure";
  }

  @Override
  public List<Table> reads() {
    return List.of(
        SilverCalendar.TABLE,
        SilverAssignment.TABLE,
        SilverTerritoryAssignment.TABLE,
        SilverStructuralInput.TABLE,
        SilverOpportunity.TABLE,
        SilverOpportunityCredit.TABLE,
        SilverLead.TABLE,
        GoldRepWeek.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(
        GoldStructuralContext.TABLE, GoldExpectedOutcome.TABLE, GoldStructureFigure.TABLE);
  }

  @Override
  public List<String> parameters(RunContext context) {
    RunContext.Period period = context.period();
    return List.of(
        "quarter " + period.quarter(),
        "edition " + period.edition().id(),
        "as of " + period.asOf());
  }

  @Override
  public JobResult run(RunContext context) {
    Edition edition = context.period().edition();
    StructurePolicy policy = StructurePolicy.of(context);
    Series series = Series.of(context, policy.seriesQuarters());
    List<CaseSums> cases =
        CaseFrames.perSituation(cases(context, policy, series)).collectAsList().stream()
            .map(CaseFrames::read)
            .toList();
    StructureTables made =
        new Analysis(policy, series, Places.of(context), Conditions.of(context, policy), edition)
            .of(cases);
    return JobResult.derived(
        context
            .tables()
            .edition(GoldStructuralContext.TABLE, edition, made.context(), context.stamp()),
        context
            .tables()
            .edition(GoldExpectedOutcome.TABLE, edition, made.expected(), context.stamp()),
        context
            .tables()
            .edition(GoldStructureFigure.TABLE, edition, made.figures(), context.stamp()));
  }

  private static Dataset<Row> cases(RunContext context, StructurePolicy policy, Series series) {
    LocalDate until = context.period().asOf().atZone(ZoneOffset.UTC).toLocalDate();
    return CaseFrames.deals(
            Known.standing(context, SilverOpportunity.TABLE),
            Known.rows(context, SilverOpportunityCredit.TABLE),
            series)
        .unionByName(
            CaseFrames.leads(
                Known.standing(context, SilverLead.TABLE), series, policy.leadHorizonDays(), until))
        .unionByName(CaseFrames.weeks(context.tables().read(GoldRepWeek.TABLE), series));
  }
}
