package org.evenhand.skills;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.spark.sql.Row;
import org.evenhand.errors.DataException;
import org.evenhand.job.Known;
import org.evenhand.job.RunContext;
import org.evenhand.table.columns.SilverCalendar;

/**
 * The day skills are asked for: the quarter's last, or the last one known of a quarter that still
 * runs.
 */
record AsOf(LocalDate day) implements Serializable {
  private static final LocalDate MONDAY = LocalDate.of(2000, 1, 3);
  private static final double DAYS = 7;

  static AsOf of(RunContext context) {
    String quarter = context.period().quarter().toString();
    List<Row> days = Known.onDriver(context, SilverCalendar.TABLE);
    LocalDate end =
        days.stream()
            .filter(day -> SilverCalendar.QUARTER.text(day).equals(quarter))
            .map(SilverCalendar.QUARTER_END::date)
            .max(LocalDate::compareTo)
            .orElseThrow(
                () ->
                    new DataException(
                        "Cannot infer skills of %s: the fiscal calendar does not reach it. Deliver a calendar of that quarter."
                            .formatted(quarter)));
    LocalDate known = context.period().asOf().atZone(ZoneOffset.UTC).toLocalDate();
    return new AsOf(end.isBefore(known) ? end : known);
  }

  double week() {
    return week(day);
  }

  /** Weeks since the first Monday of 2000. */
  static double week(LocalDate day) {
    return (day.toEpochDay() - MONDAY.toEpochDay()) / DAYS;
  }
}
