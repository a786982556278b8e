package org.evenhand.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * At every distinct exit time: how many cases were at risk, how many had the event, how many a
 * competing one. A case is at risk at t when entry &lt; t &le; exit, so censoring at t comes after
 * events at t.
 */
public record RiskTable(List<At> times) {
  public RiskTable {
    times = List.copyOf(times);
  }

  /**
   * @param events exits with cause 1
   * @param competing exits with cause 2 or more
   */
  public record At(double time, long atRisk, long events, long competing) {
    /** Exits of any cause but censoring. */
    long all() {
      return events + competing;
    }
  }

  /** In order of time; empty for no cases. */
  public static RiskTable of(List<Spell> spells) {
    double[] entries = spells.stream().mapToDouble(Spell::entry).sorted().toArray();
    List<Spell> byExit = spells.stream().sorted(Comparator.comparingDouble(Spell::exit)).toList();
    List<At> times = new ArrayList<>();
    int left = 0;
    while (left < byExit.size()) {
      double time = byExit.get(left).exit();
      int next = left;
      long events = 0;
      long competing = 0;
      for (; next < byExit.size() && byExit.get(next).exit() == time; next++) {
        events += byExit.get(next).cause() == 1 ? 1 : 0;
        competing += byExit.get(next).cause() > 1 ? 1 : 0;
      }
      times.add(new At(time, before(entries, time) - left, events, competing));
      left = next;
    }
    return new RiskTable(times);
  }

  /** The same without one of its cases. */
  RiskTable without(Spell spell) {
    return new RiskTable(times.stream().map(at -> without(at, spell)).toList());
  }

  private static At without(At at, Spell spell) {
    boolean there = spell.entry() < at.time && at.time <= spell.exit();
    boolean ends = spell.exit() == at.time;
    return new At(
        at.time,
        at.atRisk - (there ? 1 : 0),
        at.events - (ends && spell.cause() == 1 ? 1 : 0),
        at.competing - (ends && spell.cause() > 1 ? 1 : 0));
  }

  private static long before(double[] entries, double time) {
    int found = Arrays.binarySearch(entries, time);
    int position = found >= 0 ? found : -found - 1;
    while (position > 0 && entries[position - 1] >= time) {
      position--;
    }
    return position;
  }
}
