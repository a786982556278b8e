package org.evenhand.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.evenhand.job.Job;
import org.evenhand.job.JobResult;
import org.evenhand.job.Parameters;
import org.evenhand.job.RunContext;
import org.evenhand.table.Edition;
import org.evenhand.table.Table;
import org.evenhand.table.columns.GoldCompleteness;
import org.evenhand.table.columns.SilverActivity;
import org.evenhand.table.columns.SilverAiUsage;
import org.evenhand.table.columns.SilverCaptureSetting;
import org.evenhand.table.columns.SilverCommissionLine;
import org.evenhand.table.columns.SilverTicket;

/** How much of what should be known about each rep in the quarter was received, and why not all. */
public final class Completeness implements Job {

  @Override
  public String name() {
    return "completeness";
  }

  @Override
  public List<Table> reads() {
    return Stream.of(
            Settings.TABLES,
            List.of(
                SilverActivity.TABLE,
                SilverAiUsage.TABLE,
                SilverCaptureSetting.TABLE,
                SilverCommissionLine.TABLE,
                SilverTicket.TABLE))
        .flatMap(List::stream)
        .toList();
  }

  @Override
  public List<Table> writes() {
    return List.of(GoldCompleteness.TABLE);
  }

  @Override
  public List<String> parameters(RunContext context) {
    return Parameters.of(context);
  }

  @Override
  public JobResult run(RunContext context) {
    Quarters quarters = Quarters.of(context);
    Quarters.Dates dates = quarters.dates(context.period().quarter());
    Setting setting = Settings.of(context, quarters);
    Delivered delivered = Delivered.of(context);
    Received received = Received.of(context, dates);
    List<Row> rows = new ArrayList<>();
    for (Population.Member member : setting.population().members()) {
      for (Coverage coverage : Coverage.of(member, setting, received, delivered)) {
        rows.add(row(context.period().edition(), member, coverage));
      }
    }
    return JobResult.derived(
        context
            .tables()
            .edition(GoldCompleteness.TABLE, context.period().edition(), rows, context.stamp()));
  }

  private static Row row(Edition edition, Population.Member member, Coverage coverage) {
    return RowFactory.create(
        edition.quarter(),
        edition.id(),
        member.rep(),
        member.team().orElse(null),
        member.role().orElse(null),
        coverage.source(),
        (double) coverage.expected(),
        (double) coverage.received(),
        coverage.share().orElse(null),
        coverage.code().name(),
        coverage.reason());
  }

  /** Tables whose emptiness means that nobody delivered them. */
  record Delivered(boolean activities, boolean commission, boolean usage, boolean tickets) {
    static Delivered of(RunContext context) {
      return new Delivered(
          has(context, SilverActivity.TABLE),
          has(context, SilverCommissionLine.TABLE),
          has(context, SilverAiUsage.TABLE),
          has(context, SilverTicket.TABLE));
    }

    private static boolean has(RunContext context, Table table) {
      return context.tables().state(table).rows() > 0;
    }
  }
}
