package org.evenhand.panel;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.job.Quarter;
import org.evenhand.job.RunContext;
import org.evenhand.table.Table;
import org.evenhand.table.columns.GoldRepWeek;
import org.evenhand.table.columns.SilverAiFeature;
import org.evenhand.table.columns.SilverAiRollout;
import org.evenhand.table.columns.SilverAssignment;
import org.evenhand.table.columns.SilverCalendar;

/** Reads what the measures of a quarter share. */
final class Settings {
  static final List<Table> TABLES =
      List.of(
          SilverCalendar.TABLE,
          SilverAssignment.TABLE,
          SilverAiFeature.TABLE,
          SilverAiRollout.TABLE,
          GoldRepWeek.TABLE);

  private Settings() {}

  static Setting of(RunContext context, Quarters quarters) {
    return Shared.get(context, "setting", TABLES, Setting.class, () -> read(context, quarters));
  }

  private static Setting read(RunContext context, Quarters quarters) {
    Thresholds thresholds = Thresholds.of(context.policies());
    Quarters.Dates reported = quarters.dates(context.period().quarter());
    return new Setting(
        Population.of(context, reported),
        Measure.catalogue(context.policies()),
        thresholds,
        quarters.series(context.period().quarter(), thresholds.seriesQuarters()).stream()
            .map(Quarter::toString)
            .toList(),
        starts(context, reported.last()),
        context.policies().get("consolidation").path("reportingCurrency").asText("USD"));
  }

  private static Map<Long, LocalDate> starts(RunContext context, LocalDate until) {
    Dataset<Row> weeks = context.tables().read(GoldRepWeek.TABLE);
    Map<Long, LocalDate> starts = new TreeMap<>();
    RepWindows.repStarts(weeks, AiStarts.perTeam(context, until))
        .collectAsList()
        .forEach(row -> starts.put(row.getLong(0), row.getLocalDate(1)));
    return starts;
  }
}
