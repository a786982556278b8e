package org.evenhand.panel;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.evenhand.job.Known;
import org.evenhand.job.RunContext;
import org.evenhand.table.columns.SilverCalendar;

/**
 * Four-week periods of the calendar on the driver.
 *
 * @param byStart index of each period by its first day
 */
record Periods(TreeMap<LocalDate, Integer> byStart) {

  static Periods of(RunContext context) {
    TreeMap<LocalDate, Integer> byStart = new TreeMap<>();
    for (Row day : Known.onDriver(context, SilverCalendar.TABLE)) {
      byStart.put(
          SilverCalendar.PERIOD_START.date(day),
          (Integer) day.get(day.fieldIndex(SilverCalendar.PERIOD_INDEX.name())));
    }
    return new Periods(byStart);
  }

  /** The period a day lies in; empty before the calendar. */
  Optional<Integer> of(LocalDate day) {
    return Optional.ofNullable(byStart.floorEntry(day)).map(Map.Entry::getValue);
  }

  /** The last day of the period a day lies in; empty outside the calendar. */
  Optional<LocalDate> lastDay(LocalDate day) {
    return Optional.ofNullable(byStart.higherKey(day)).map(next -> next.minusDays(1));
  }
}
