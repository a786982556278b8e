package org.evenhand.structure;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.evenhand.errors.DataException;
import org.evenhand.job.Known;
import org.evenhand.job.Quarter;
import org.evenhand.job.RunContext;
import org.evenhand.table.columns.SilverCalendar;

/** The quarters expectations are learnt from, the reported one last. */
record Series(List<Days> quarters) {
  Series {
    quarters = List.copyOf(quarters);
  }

  /** A quarter with its first and last day, both inclusive. */
  record Days(String quarter, LocalDate first, LocalDate last) {}

  static Series of(RunContext context, int most) {
    Map<String, Days> known = new TreeMap<>();
    for (Row row : Known.onDriver(context, SilverCalendar.TABLE)) {
      Days days =
          new Days(
              SilverCalendar.QUARTER.text(row),
              SilverCalendar.QUARTER_START.date(row),
              SilverCalendar.QUARTER_END.date(row));
      known.put(days.quarter(), days);
    }
    List<Days> series = new ArrayList<>();
    Quarter quarter = context.period().quarter();
    Days days = known.get(quarter.toString());
    while (days != null && series.size() < most) {
      series.add(0, days);
      quarter = quarter.previous();
      days = known.get(quarter.toString());
    }
    if (series.isEmpty()) {
      throw new DataException(
          "Cannot learn what was to be expected in %s: the fiscal calendar knows %s. Deliver a calendar or records of that quarter."
              .formatted(quarter, known.keySet()));
    }
    return new Series(series);
  }

  Days reported() {
    return quarters.get(quarters.size() - 1);
  }

  Object[] names() {
    return quarters.stream().map(Days::quarter).toArray();
  }

  /** The quarter of a day; NULL outside the series. */
  Column of(Column day) {
    Column quarter = lit(null).cast("string");
    for (Days days : quarters) {
      Column inside = day.between(lit(days.first()), lit(days.last()));
      quarter = when(inside, days.quarter()).otherwise(quarter);
    }
    return quarter;
  }
}
