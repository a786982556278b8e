package org.evenhand.roi;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.SilverCalendar;

/**
 * The four-week periods of the calendar.
 *
 * @param spans by index
 */
record Periods(TreeMap<Integer, Span> spans) {

  /** First and last day, both inclusive. */
  record Span(LocalDate first, LocalDate last) {
    LocalDate middle() {
      return first.plusDays(14);
    }
  }

  static Periods of(Collection<Row> days) {
    TreeMap<Integer, Span> spans = new TreeMap<>();
    for (Row row : days) {
      LocalDate day = SilverCalendar.DAY.date(row);
      int index = row.getInt(row.fieldIndex(SilverCalendar.PERIOD_INDEX.name()));
      spans.merge(index, new Span(day, day), Periods::around);
    }
    return new Periods(spans);
  }

  private static Span around(Span one, Span other) {
    LocalDate first = one.first().isBefore(other.first()) ? one.first() : other.first();
    LocalDate last = one.last().isAfter(other.last()) ? one.last() : other.last();
    return new Span(first, last);
  }

  Span span(int index) {
    return Objects.requireNonNull(spans.get(index), () -> "period " + index);
  }

  /** The first period that begins on or after a day: the first full one; 0 beyond the calendar. */
  int firstFull(LocalDate day) {
    return spans.entrySet().stream()
        .filter(entry -> !entry.getValue().first().isBefore(day))
        .map(java.util.Map.Entry::getKey)
        .findFirst()
        .orElse(0);
  }

  /** The last period that ended by a day; 0 when none did. */
  int lastEnded(LocalDate day) {
    return spans.entrySet().stream()
        .filter(entry -> !entry.getValue().last().isAfter(day))
        .map(java.util.Map.Entry::getKey)
        .reduce((first, second) -> second)
        .orElse(0);
  }

  /** Whether a day lies inside a period, not at its beginning. */
  boolean cuts(LocalDate day) {
    return spans.values().stream().noneMatch(span -> span.first().equals(day));
  }

  /** The period of a date among those from first to last; NULL outside of them. */
  Column indexOf(Column day, int first, int last) {
    Column[] starts =
        spans.subMap(first, true, last, true).values().stream()
            .map(span -> lit(span.first()))
            .toArray(Column[]::new);
    Column begun = size(filter(array(starts), start -> start.leq(day)));
    return when(begun.gt(0).and(day.leq(lit(span(last).last()))), begun.plus(first - 1));
  }
}
