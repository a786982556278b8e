package org.evenhand.panel;

import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.evenhand.errors.DataException;
import org.evenhand.job.Known;
import org.evenhand.job.Quarter;
import org.evenhand.job.RunContext;
import org.evenhand.table.columns.SilverCalendar;

/** First and last days of the fiscal quarters, from the calendar. */
record Quarters(Map<String, Dates> byName) {
  Quarters {
    byName = Map.copyOf(byName);
  }

  /** Both inclusive. */
  record Dates(LocalDate first, LocalDate last) {}

  static Quarters of(RunContext context) {
    return Shared.get(
        context,
        "quarters",
        List.of(SilverCalendar.TABLE),
        Quarters.class,
        () -> new Quarters(read(context)));
  }

  private static Map<String, Dates> read(RunContext context) {
    Map<String, Dates> quarters = new TreeMap<>();
    for (Row row :
        Known.rows(context, SilverCalendar.TABLE)
            .groupBy(SilverCalendar.QUARTER.col())
            .agg(min(SilverCalendar.QUARTER_START.col()), max(SilverCalendar.QUARTER_END.col()))
            .collectAsList()) {
      quarters.put(row.getString(0), new Dates(row.getLocalDate(1), row.getLocalDate(2)));
    }
    return quarters;
  }

  /**
   * @throws DataException when the calendar does not reach the quarter
   */
  Dates dates(Quarter quarter) {
    Dates dates = byName.get(quarter.toString());
    if (dates == null) {
      throw new DataException(
          "Cannot analyse %s: the fiscal calendar knows %s. Deliver a calendar or records of that quarter."
              .formatted(quarter, new TreeMap<>(byName).keySet()));
    }
    return dates;
  }

  /** The quarter and the ones before it that the calendar knows, oldest first. */
  List<Quarter> series(Quarter last, int most) {
    List<Quarter> series = new ArrayList<>();
    for (Quarter quarter = last;
        series.size() < most && byName.containsKey(quarter.toString());
        quarter = quarter.previous()) {
      series.add(0, quarter);
    }
    return series;
  }

  /** The quarter of a day; empty outside the calendar. */
  Optional<String> of(LocalDate day) {
    return byName.entrySet().stream()
        .filter(e -> !day.isBefore(e.getValue().first()) && !day.isAfter(e.getValue().last()))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
