package org.evenhand.stats.did;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Weighted least squares of y = &alpha;(unit) + &lambda;(time). Units are swept out, which leaves
 * one equation a time; these are solved exactly, apart for each set of times that units link. A sum
 * &alpha; + &lambda; exists only where unit and time belong to the same set.
 */
final class TwoWayFit {
  private final Map<Integer, Integer> setOfTime;
  private final Map<Integer, Double> timeEffects;
  private final Map<String, Double> unitEffects = new HashMap<>();
  private final Map<String, Integer> setOfUnit = new HashMap<>();

  private TwoWayFit(Map<Integer, Integer> setOfTime, Map<Integer, Double> timeEffects) {
    this.setOfTime = setOfTime;
    this.timeEffects = timeEffects;
  }

  static TwoWayFit of(List<PanelObservation> observations) {
    Map<String, List<PanelObservation>> units = new LinkedHashMap<>();
    observations.forEach(o -> units.computeIfAbsent(o.unit(), name -> new ArrayList<>()).add(o));
    Map<Integer, Integer> sets = linked(units.values());
    Map<Integer, List<Integer>> timesOfSet = new TreeMap<>();
    sets.forEach((time, set) -> timesOfSet.computeIfAbsent(set, s -> new ArrayList<>()).add(time));
    Map<Integer, List<List<PanelObservation>>> unitsOfSet = new HashMap<>();
    for (List<PanelObservation> unit : units.values()) {
      unitsOfSet
          .computeIfAbsent(sets.getOrDefault(unit.get(0).time(), 0), s -> new ArrayList<>())
          .add(unit);
    }
    Map<Integer, Double> effects = new HashMap<>();
    timesOfSet.forEach(
        (set, times) ->
            effects.putAll(timeEffects(times, unitsOfSet.getOrDefault(set, List.of()))));
    TwoWayFit fit = new TwoWayFit(sets, effects);
    units.forEach(fit::addUnit);
    return fit;
  }

  /** What the fit expects of a unit at a time; empty where the data do not say. */
  Optional<Double> at(String unit, int time) {
    Double own = unitEffects.get(unit);
    Double common = timeEffects.get(time);
    if (own == null || common == null || whyNot(unit, time).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(own + common);
  }

  /** Why a unit at a time cannot be expected; empty when it can. */
  Optional<String> whyNot(String unit, int time) {
    if (!setOfUnit.containsKey(unit)) {
      return Optional.of("the unit is never observed untreated");
    }
    if (!setOfTime.containsKey(time)) {
      return Optional.of("nobody is observed untreated at this time");
    }
    return setOfTime.get(time).equals(setOfUnit.get(unit))
        ? Optional.empty()
        : Optional.of("no chain of untreated observations links the unit to this time");
  }

  private void addUnit(String name, List<PanelObservation> unit) {
    double weights = 0;
    double sum = 0;
    for (PanelObservation o : unit) {
      weights += o.weight();
      sum += o.weight() * (o.outcome() - timeEffects.getOrDefault(o.time(), 0.0));
    }
    unitEffects.put(name, sum / weights);
    setOfUnit.put(name, setOfTime.getOrDefault(unit.get(0).time(), 0));
  }

  /** Each time with the smallest time it is linked to through units. */
  private static Map<Integer, Integer> linked(Iterable<List<PanelObservation>> units) {
    Map<Integer, Integer> parent = new TreeMap<>();
    for (List<PanelObservation> unit : units) {
      for (PanelObservation o : unit) {
        parent.putIfAbsent(o.time(), o.time());
        int a = root(parent, unit.get(0).time());
        int b = root(parent, o.time());
        parent.put(Math.max(a, b), Math.min(a, b));
      }
    }
    parent.replaceAll((time, ignored) -> root(parent, time));
    return parent;
  }

  private static int root(Map<Integer, Integer> parent, int time) {
    int at = time;
    while (parent.getOrDefault(at, at) != at) {
      at = parent.getOrDefault(at, at);
    }
    return at;
  }

  /** Effects of linked times, the first of them 0. */
  private static Map<Integer, Double> timeEffects(
      List<Integer> times, List<List<PanelObservation>> units) {
    Map<Integer, Double> effects = new HashMap<>();
    effects.put(times.get(0), 0.0);
    int size = times.size() - 1;
    if (size == 0) {
      return effects;
    }
    Map<Integer, Integer> row = new HashMap<>();
    times.forEach(time -> row.put(time, row.size() - 1));
    DMatrixRMaj left = new DMatrixRMaj(size, size);
    DMatrixRMaj right = new DMatrixRMaj(size, 1);
    units.forEach(unit -> sweep(unit, row, left, right));
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(size);
    if (!solver.setA(left)) {
      throw new ArithmeticException("Linked times have a positive definite system");
    }
    DMatrixRMaj solution = new DMatrixRMaj(size, 1);
    solver.solve(right, solution);
    for (int i = 0; i < size; i++) {
      effects.put(times.get(i + 1), solution.get(i));
    }
    return effects;
  }

  /** Adds a unit's deviations from its mean to the equations of the times (row -1 is dropped). */
  private static void sweep(
      List<PanelObservation> unit, Map<Integer, Integer> row, DMatrixRMaj left, DMatrixRMaj right) {
    double weights = unit.stream().mapToDouble(PanelObservation::weight).sum();
    double mean = unit.stream().mapToDouble(o -> o.weight() * o.outcome()).sum() / weights;
    for (PanelObservation o : unit) {
      int i = row.getOrDefault(o.time(), -1);
      if (i < 0) {
        continue;
      }
      right.add(i, 0, o.weight() * (o.outcome() - mean));
      left.add(i, i, o.weight());
      for (PanelObservation other : unit) {
        int j = row.getOrDefault(other.time(), -1);
        if (j >= 0) {
          left.add(i, j, -o.weight() * other.weight() / weights);
        }
      }
    }
  }
}
