package org.evenhand.consolidate;

import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.evenhand.job.Job;
import org.evenhand.job.JobResult;
import org.evenhand.job.Quarter;
import org.evenhand.job.RunContext;
import org.evenhand.table.Slice;
import org.evenhand.table.Table;
import org.evenhand.table.columns.BronzeCalendarFiscal;
import org.evenhand.table.columns.SilverCalendar;

/** The fiscal calendar, one row a day. A corrected calendar replaces the earlier one. */
public final class CalendarJob implements Job {

  @Override
  public String name() {
    return "calendar";
  }

  @Override
  public List<Table> reads() {
    return List.of(BronzeCalendarFiscal.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(SilverCalendar.TABLE);
  }

  @Override
  public JobResult run(RunContext context) {
    List<FiscalCalendar.Span> delivered =
        delivered(context.tables().rows(BronzeCalendarFiscal.TABLE));
    List<Row> days =
        rows(new FiscalCalendar(Settings.of(context.policies()).calendar(), delivered));
    return JobResult.derived(
        context.tables().replace(SilverCalendar.TABLE, Slice.whole(), days, context.stamp()));
  }

  /** The latest delivered dates of each quarter. */
  static List<FiscalCalendar.Span> delivered(List<Row> bronze) {
    Map<Quarter, Row> latest = new TreeMap<>();
    for (Row row : bronze) {
      latest.merge(
          Quarter.parse(BronzeCalendarFiscal.QUARTER.text(row)),
          row,
          (a, b) -> known(a).isAfter(known(b)) ? a : b);
    }
    List<FiscalCalendar.Span> spans = new ArrayList<>();
    latest.forEach(
        (quarter, row) ->
            spans.add(
                new FiscalCalendar.Span(
                    quarter,
                    BronzeCalendarFiscal.STARTS_ON.date(row),
                    BronzeCalendarFiscal.ENDS_ON.date(row),
                    true)));
    return spans;
  }

  static List<Row> rows(FiscalCalendar calendar) {
    Records records = new Records(SilverCalendar.TABLE);
    return calendar.days().stream().map(day -> row(records, calendar, day)).toList();
  }

  private static Row row(Records records, FiscalCalendar calendar, FiscalCalendar.Day day) {
    return records
        .row()
        .put(SilverCalendar.DAY, day.day())
        .put(SilverCalendar.WEEK_START, day.weekStart())
        .put(SilverCalendar.WEEK, day.week())
        .put(SilverCalendar.PERIOD_START, calendar.periodStart(day.index()))
        .put(SilverCalendar.PERIOD, day.period())
        .put(SilverCalendar.PERIOD_INDEX, Math.toIntExact(day.index()))
        .put(SilverCalendar.QUARTER, day.quarter().quarter().toString())
        .put(SilverCalendar.QUARTER_START, day.quarter().from())
        .put(SilverCalendar.QUARTER_END, day.quarter().to())
        .put(SilverCalendar.FISCAL_YEAR, day.quarter().quarter().year())
        .put(SilverCalendar.WORKING, day.day().getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0)
        .put(SilverCalendar.SOURCE, day.quarter().exported() ? "EXPORT" : "POLICY")
        .put(SilverCalendar.VALID_FROM, Instant.EPOCH)
        .put(SilverCalendar.KNOWN_FROM, Instant.EPOCH)
        .build();
  }

  private static Instant known(Row row) {
    return BronzeCalendarFiscal.KNOWN_FROM.instant(row);
  }
}
