package org.evenhand.report;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.evenhand.job.Job;
import org.evenhand.job.JobResult;
import org.evenhand.job.Quarter;
import org.evenhand.job.RunContext;
import org.evenhand.report.facts.FactRows;
import org.evenhand.report.facts.FactSet;
import org.evenhand.report.facts.Subject;
import org.evenhand.schema.Sha256;
import org.evenhand.table.Table;
import org.evenhand.table.columns.GoldFact;

/** Renders all artefacts of the edition from gold.fact into the quarter's output directory. */
public final class RenderReports implements Job {
  private static final int DAYS_UNTIL_FINAL = 10;
  private static final int MONTHS_A_QUARTER = 3;

  @Override
  public String name() {
    return "render-reports";
  }

  @Override
  public List<Table> reads() {
    return List.of(GoldFact.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of();
  }

  @Override
  public JobResult run(RunContext context) {
    List<Row> rows =
        context.tables().read(GoldFact.TABLE, context.period().edition()).collectAsList();
    FactSet facts = FactRows.read(rows);
    Path directory = context.places().out().resolve(context.period().quarter().toString());
    List<Artefact> artefacts =
        Reports.render(facts, header(context, facts), context.policies(), directory);
    return new JobResult(rows.size(), artefacts.size(), 0, List.of());
  }

  private static ReportHeader header(RunContext context, FactSet facts) {
    return new ReportHeader(
        context.period().quarter().toString(),
        context.period().asOf(),
        status(context.period(), facts),
        new ReportHeader.Origin(
            context.stamp().runId(),
            context.period().edition().id(),
            shortHash(context.policies().canonical()),
            codeVersion()));
  }

  /** Interim while deliveries of the quarter may still come, restated once a figure has changed. */
  private static ReportHeader.Status status(RunContext.Period period, FactSet facts) {
    long restatement = facts.get(Subject.COMPANY, "restatement", "now").count();
    if (restatement > 0) {
      return new ReportHeader.Status(
          ReportHeader.Status.Kind.RESTATED, Math.toIntExact(restatement));
    }
    Quarter quarter = period.quarter();
    LocalDate end =
        LocalDate.of(quarter.year(), quarter.number() * MONTHS_A_QUARTER, 1).plusMonths(1);
    LocalDate known = period.asOf().atZone(java.time.ZoneOffset.UTC).toLocalDate();
    return known.isBefore(end.plusDays(DAYS_UNTIL_FINAL))
        ? ReportHeader.Status.INTERIM
        : new ReportHeader.Status(ReportHeader.Status.Kind.FINAL, 0);
  }

  private static String codeVersion() {
    String version = RenderReports.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  private static String shortHash(String text) {
    return Sha256.of(text).substring(0, 12);
  }
}
