package org.evenhand.stats.did;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/**
 * Which cells are estimated and who is compared in each (Callaway and Sant'Anna 2021, section 2).
 *
 * <p>A cohort is the first treated period; 0 is never. A cohort after the last period (plus
 * anticipation) counts as never treated. Cohorts treated at or before the first period (plus
 * anticipation) have no period before treatment and are left out. When nobody is never treated and
 * not-yet-treated controls are asked for, the last cohort becomes the control and only periods
 * before its treatment (less anticipation) are kept.
 */
public final class Plan {
  private final Design design;
  private final List<Integer> periods;
  private final NavigableSet<Integer> groups;
  private final NavigableSet<Integer> leftOut;
  private final int last;
  private final int standIn;

  private Plan(
      Design design,
      List<Integer> periods,
      NavigableSet<Integer> groups,
      NavigableSet<Integer> leftOut,
      int last,
      int standIn) {
    this.design = design;
    this.periods = periods;
    this.groups = groups;
    this.leftOut = leftOut;
    this.last = last;
    this.standIn = standIn;
  }

  /**
   * @param periods all periods of the panel
   * @param cohorts of all units, 0 for never treated
   * @throws IllegalArgumentException saying why nothing can be compared
   */
  public static Plan of(Design design, Collection<Integer> periods, Collection<Integer> cohorts) {
    NavigableSet<Integer> times = new TreeSet<>(periods);
    if (times.size() < 2) {
      throw new IllegalArgumentException(
          "Cannot compare changes: there are %d periods, two are needed. Give more periods."
              .formatted(times.size()));
    }
    int last = times.last();
    NavigableSet<Integer> treated = new TreeSet<>(cohorts);
    boolean never = treated.removeIf(g -> g == 0 || g > last + design.anticipation());
    NavigableSet<Integer> leftOut =
        new TreeSet<>(treated.headSet(times.first() + design.anticipation(), true));
    treated.removeAll(leftOut);
    if (treated.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot estimate an effect: no cohort starts after the first period %d and by the last %d. Check the cohort column."
              .formatted(times.first() + design.anticipation(), last));
    }
    return never
        ? new Plan(design, List.copyOf(times), treated, leftOut, last, 0)
        : withoutNever(design, times, treated, leftOut);
  }

  private static Plan withoutNever(
      Design design,
      NavigableSet<Integer> times,
      NavigableSet<Integer> treated,
      NavigableSet<Integer> leftOut) {
    if (design.control() == Design.Control.NEVER) {
      throw new IllegalArgumentException(
          "Cannot compare with the never treated: there are none. Use not-yet-treated controls.");
    }
    int standIn = treated.last();
    treated.remove(standIn);
    List<Integer> kept = List.copyOf(times.headSet(standIn - design.anticipation(), false));
    if (treated.isEmpty() || kept.size() < 2) {
      throw new IllegalArgumentException(
          "Cannot find a comparison: nobody is untreated while cohort %d is treated. Add units that are never or later treated."
              .formatted(treated.isEmpty() ? standIn : treated.first()));
    }
    return new Plan(design, kept, treated, leftOut, times.last(), standIn);
  }

  public Design design() {
    return design;
  }

  /** The periods in use, in order. */
  public List<Integer> periods() {
    return periods;
  }

  /** The cohorts whose effects are estimated. */
  public NavigableSet<Integer> groups() {
    return groups;
  }

  /** Cohorts treated before there is anything to compare with. */
  public NavigableSet<Integer> leftOut() {
    return leftOut;
  }

  /** The cohort that serves as control because nobody is never treated; 0 when not needed. */
  public int standIn() {
    return standIn;
  }

  /** The cohort as the comparison sees it: 0 for whoever is not treated within the periods. */
  public int effective(int cohort) {
    boolean untreated = cohort == standIn || cohort > last + design.anticipation();
    return untreated ? 0 : cohort;
  }

  /** Whether units of an effective cohort are the comparison in a cell. */
  public boolean controls(Cell cell, int cohort) {
    if (cohort == 0) {
      return true;
    }
    return design.control() == Design.Control.NOT_YET
        && cohort != cell.group()
        && cohort > Math.max(cell.time(), cell.base()) + design.anticipation();
  }

  /** All cells, by cohort and time. */
  public List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (int group : groups) {
      for (int i = 0; i < periods.size(); i++) {
        if (i > 0 || design.base() == Design.Base.UNIVERSAL) {
          cells.add(new Cell(group, periods.get(i), base(group, i)));
        }
      }
    }
    return cells;
  }

  /** The changes that must be summed, for every cohort alike. */
  public NavigableSet<Pair> pairs() {
    NavigableSet<Pair> pairs = new TreeSet<>();
    cells().stream().filter(cell -> !cell.reference()).map(Cell::pair).forEach(pairs::add);
    return pairs;
  }

  private int base(int group, int position) {
    boolean before = periods.get(position) < group && design.base() == Design.Base.VARYING;
    return before ? periods.get(position - 1) : lastBefore(group);
  }

  private int lastBefore(int group) {
    return periods.stream()
        .filter(period -> period + design.anticipation() < group)
        .reduce((first, second) -> second)
        .orElseThrow();
  }
}
