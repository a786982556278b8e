package org.evenhand.roi;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.evenhand.errors.DataException;
import org.evenhand.job.Known;
import org.evenhand.job.RunContext;
import org.evenhand.table.columns.SilverCalendar;

/**
 * The periods effects of a quarter are estimated in.
 *
 * @param periods calendar
 * @param first as far back as the policy looks
 * @param last last full period that ended within the quarter and what is known
 * @param quarter the quarter's periods: those whose middle lies in it
 * @param lastDay last day of the quarter
 */
record Window(Periods periods, int first, int last, List<Integer> quarter, LocalDate lastDay) {

  static Window of(RunContext context, RoiPolicy policy) {
    List<Row> days = Known.onDriver(context, SilverCalendar.TABLE);
    LocalDate today = context.period().asOf().atZone(ZoneOffset.UTC).toLocalDate();
    return of(days, context.period().quarter().toString(), today, policy.mostPeriods());
  }

  static Window of(List<Row> days, String quarter, LocalDate today, int most) {
    TreeMap<String, LocalDate> ends = new TreeMap<>();
    TreeMap<String, LocalDate> starts = new TreeMap<>();
    for (Row day : days) {
      String name = SilverCalendar.QUARTER.text(day);
      ends.put(name, SilverCalendar.QUARTER_END.date(day));
      starts.put(name, SilverCalendar.QUARTER_START.date(day));
    }
    if (!ends.containsKey(quarter)) {
      throw new DataException(
          "Cannot estimate effects of %s: the fiscal calendar does not reach it. Deliver a calendar of that quarter."
              .formatted(quarter));
    }
    LocalDate end = Objects.requireNonNull(ends.get(quarter));
    LocalDate start = Objects.requireNonNull(starts.get(quarter));
    Periods periods = Periods.of(days);
    int last = periods.lastEnded(end.isBefore(today) ? end : today);
    List<Integer> own =
        periods.spans().headMap(last, true).entrySet().stream()
            .filter(span -> !span.getValue().middle().isBefore(start))
            .map(java.util.Map.Entry::getKey)
            .toList();
    return new Window(periods, last - most + 1, last, own, end);
  }
}
