package org.evenhand.simulate.world;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.stream.Stream;
import org.evenhand.job.Quarter;

/**
 * The simulated time: whole calendar quarters, and the weeks (from Monday) that touch them.
 *
 * @param first first quarter
 * @param count number of quarters
 */
public record Horizon(Quarter first, int count) {
  /** Days after a quarter's end at which its exports are made. */
  public static final int EXTRACT_DELAY_DAYS = 4;

  public static LocalDate startOf(Quarter quarter) {
    return LocalDate.of(quarter.year(), quarter.number() * 3 - 2, 1);
  }

  /** First day after the quarter. */
  public static LocalDate endOf(Quarter quarter) {
    return startOf(quarter.next());
  }

  public static LocalDate extractDateOf(Quarter quarter) {
    return endOf(quarter).plusDays(EXTRACT_DELAY_DAYS);
  }

  /** The instant the exports of a quarter show: 04:00 UTC on the extract date. */
  public static Instant extractInstantOf(Quarter quarter) {
    return extractDateOf(quarter).atTime(4, 0).toInstant(ZoneOffset.UTC);
  }

  public static Quarter quarterOf(LocalDate day) {
    return new Quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
  }

  public List<Quarter> quarters() {
    return Stream.iterate(first, Quarter::next).limit(count).toList();
  }

  public Quarter last() {
    int quarter = first.year() * 4 + first.number() - 1 + count - 1;
    return new Quarter(quarter / 4, quarter % 4 + 1);
  }

  public LocalDate start() {
    return startOf(first);
  }

  /** First day after the horizon. */
  public LocalDate end() {
    return endOf(last());
  }

  public boolean holds(LocalDate day) {
    return !day.isBefore(start()) && day.isBefore(end());
  }

  public int weeks() {
    return (int) ChronoUnit.WEEKS.between(monday(0), end().minusDays(1)) + 1;
  }

  public LocalDate monday(int week) {
    return start().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).plusWeeks(week);
  }

  public int weekOf(LocalDate day) {
    return (int) Math.floorDiv(ChronoUnit.DAYS.between(monday(0), day), 7L);
  }
}
