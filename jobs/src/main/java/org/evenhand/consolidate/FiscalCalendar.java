package org.evenhand.consolidate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evenhand.job.Quarter;

/**
 * Days with their fiscal week, four-week period and quarter. Quarters come from the company's
 * calendar where it was delivered, else from the rule (three whole months each). Weeks begin on
 * Monday; four-week periods are counted without a break from an anchor, so that all have 28 days.
 */
final class FiscalCalendar {
  private static final int PERIOD_DAYS = 28;
  private final Settings.CalendarRule rule;
  private final List<Span> delivered;

  FiscalCalendar(Settings.CalendarRule rule, List<Span> delivered) {
    this.rule = rule;
    this.delivered = delivered.stream().sorted(Comparator.comparing(Span::from)).toList();
  }

  /** A quarter and its days, both inclusive. */
  record Span(Quarter quarter, LocalDate from, LocalDate to, boolean exported) {
    boolean holds(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }
  }

  /**
   * One day.
   *
   * @param index number of the period counted from the anchor
   * @param period number of the period in the fiscal year, from 1
   */
  record Day(LocalDate day, LocalDate weekStart, int week, long index, int period, Span quarter) {}

  List<Day> days() {
    List<Day> days = new ArrayList<>();
    Span span = quarterOf(rule.firstDay());
    for (LocalDate day = rule.firstDay(); !day.isAfter(rule.lastDay()); day = day.plusDays(1)) {
      if (!span.holds(day) || !span.exported()) {
        span = quarterOf(day);
      }
      days.add(day(day, span));
    }
    return days;
  }

  Span quarterOf(LocalDate day) {
    Optional<Span> exported = delivered.stream().filter(span -> span.holds(day)).findFirst();
    return exported.orElseGet(() -> byRule(day));
  }

  LocalDate periodStart(long index) {
    return rule.periodAnchor().plusDays(index * PERIOD_DAYS);
  }

  private Day day(LocalDate day, Span span) {
    LocalDate week = monday(day);
    LocalDate yearStart = firstDayOfYear(span);
    long index = index(day);
    return new Day(
        day,
        week,
        1 + (int) ChronoUnit.WEEKS.between(monday(yearStart), week),
        index,
        1 + (int) (index - index(yearStart)),
        span);
  }

  private LocalDate firstDayOfYear(Span span) {
    Quarter first = new Quarter(span.quarter().year(), 1);
    return delivered.stream()
        .filter(other -> other.quarter().equals(first))
        .map(Span::from)
        .findFirst()
        .orElseGet(() -> startByRule(first));
  }

  private Span byRule(LocalDate day) {
    LocalDate shifted = day.minusMonths(rule.firstMonth() - 1L);
    int year = rule.firstMonth() == 1 ? shifted.getYear() : shifted.getYear() + 1;
    Quarter quarter = new Quarter(year, (shifted.getMonthValue() + 2) / 3);
    LocalDate from = startByRule(quarter);
    return new Span(quarter, from, from.plusMonths(3).minusDays(1), false);
  }

  private LocalDate startByRule(Quarter quarter) {
    int calendarYear = rule.firstMonth() == 1 ? quarter.year() : quarter.year() - 1;
    return LocalDate.of(calendarYear, rule.firstMonth(), 1).plusMonths(3L * (quarter.number() - 1));
  }

  private long index(LocalDate day) {
    return Math.floorDiv(ChronoUnit.DAYS.between(rule.periodAnchor(), day), (long) PERIOD_DAYS);
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }
}
