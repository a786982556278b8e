package org.evenhand.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.estimate.DidOptions.Sampling;
import org.evenhand.stats.did.CellEstimator;
import org.evenhand.stats.did.CrossSections;
import org.evenhand.stats.did.Design;
import org.evenhand.stats.did.PanelObservation;
import org.evenhand.stats.did.Plan;
import org.evenhand.stats.did.Seen;
import org.evenhand.stats.did.Sums;
import org.evenhand.stats.did.Unit;
import org.evenhand.stats.did.Units;

/** Rows as the estimators take them. A unit's weight and cluster are those of its first row. */
final class DidPanel {
  private final List<DidRow> rows;
  private final DidOptions options;
  private final Map<String, Map<Integer, DidRow>> units = new LinkedHashMap<>();

  DidPanel(List<DidRow> rows, DidOptions options) {
    this.rows = rows;
    this.options = options;
    for (DidRow row : rows) {
      units.computeIfAbsent(row.unit(), unit -> new TreeMap<>()).put(row.time(), row);
    }
  }

  Plan plan(Design design) {
    return Plan.of(
        design,
        new TreeSet<>(rows.stream().map(DidRow::time).toList()),
        rows.stream().map(DidRow::cohort).toList());
  }

  CellEstimator estimator(Plan plan) {
    if (options.method().sampling() == Sampling.CROSS_SECTIONS) {
      return CrossSections.of(plan, rows.stream().map(DidPanel::section).toList());
    }
    return options.columns().covariates().isEmpty()
        ? sums(plan)
        : Units.of(
            plan,
            options.method().adjustment(),
            units.values().stream().map(DidPanel::unit).toList());
  }

  /** Units the plan does not leave out. */
  long units(Plan plan) {
    return units.values().stream()
        .filter(unit -> !plan.leftOut().contains(first(unit).cohort()))
        .count();
  }

  /** Units not observed in every period, the left out aside. */
  long incomplete(Plan plan) {
    return units.values().stream()
        .filter(unit -> !plan.leftOut().contains(first(unit).cohort()))
        .filter(unit -> !unit.keySet().containsAll(plan.periods()))
        .count();
  }

  long rowsLeftOut(Plan plan) {
    return rows.stream().filter(row -> plan.leftOut().contains(row.cohort())).count();
  }

  long rowsBeyond(Plan plan) {
    return rows.stream()
        .filter(row -> !plan.leftOut().contains(row.cohort()))
        .filter(row -> !plan.periods().contains(row.time()))
        .count();
  }

  /** Units whose weight changes: the first counts. */
  long unsteadyWeights() {
    return units.values().stream()
        .filter(unit -> unit.values().stream().mapToDouble(DidRow::weight).distinct().count() > 1)
        .count();
  }

  /** What a fit to untreated observations takes. */
  List<PanelObservation> observations(Plan plan) {
    List<PanelObservation> observations = new ArrayList<>();
    for (Map<Integer, DidRow> unit : units.values()) {
      for (DidRow row : unit.values()) {
        if (plan.periods().contains(row.time()) && !plan.leftOut().contains(row.cohort())) {
          observations.add(
              new PanelObservation(
                  row.unit(),
                  row.time(),
                  plan.effective(row.cohort()),
                  row.outcome(),
                  first(unit).weight()));
        }
      }
    }
    return observations;
  }

  private Sums sums(Plan plan) {
    List<Map<Integer, DidRow>> kept =
        units.values().stream()
            .filter(unit -> !plan.leftOut().contains(first(unit).cohort()))
            .toList();
    Sums.Builder sums =
        Sums.builder(
            plan, kept.stream().map(unit -> first(unit).traits().cluster()).distinct().toList());
    BlockChanges changes = new BlockChanges(plan);
    for (Map<Integer, DidRow> unit : kept) {
      DidRow first = first(unit);
      sums.units(first.traits().cluster(), first.cohort(), first.weight());
      changes.add(first, unit);
    }
    changes.into(sums);
    return sums.build();
  }

  private static Unit unit(Map<Integer, DidRow> unit) {
    DidRow first = first(unit);
    Map<Integer, Seen> seen = new TreeMap<>();
    unit.forEach((time, row) -> seen.put(time, new Seen(row.outcome(), row.traits().covariates())));
    return new Unit(first.traits().cluster(), first.cohort(), first.weight(), seen);
  }

  private static CrossSections.Row section(DidRow row) {
    return new CrossSections.Row(
        row.traits().cluster(), row.cohort(), row.time(), row.weight(), row.outcome());
  }

  private static DidRow first(Map<Integer, DidRow> unit) {
    return unit.values().iterator().next();
  }
}
