package org.evenhand.stats.did;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * A panel of units with continuous covariates, read at the earlier period of each cell. A unit
 * enters a cell if and only if it is observed in both periods.
 */
public final class Units implements CellEstimator {
  private final Plan plan;
  private final Adjustment adjustment;
  private final List<Placed> units;
  private final List<String> clusters;
  private final CohortWeights weights;

  /** A unit with the position of its cluster and the cohort it is taken for. */
  private record Placed(Unit unit, int cluster, int cohort) {}

  private Units(Plan plan, Adjustment adjustment, List<String> clusters, List<Placed> units) {
    this.plan = plan;
    this.adjustment = adjustment;
    this.clusters = clusters;
    this.units = units;
    this.weights = weights();
  }

  /** Units of cohorts the plan leaves out are left out. */
  public static Units of(Plan plan, Adjustment adjustment, List<Unit> units) {
    List<Unit> kept =
        units.stream().filter(unit -> !plan.leftOut().contains(unit.cohort())).toList();
    List<String> clusters = List.copyOf(new TreeSet<>(kept.stream().map(Unit::cluster).toList()));
    Map<String, Integer> positions = new TreeMap<>();
    clusters.forEach(cluster -> positions.put(cluster, positions.size()));
    return new Units(
        plan,
        adjustment,
        clusters,
        kept.stream()
            .map(
                unit ->
                    new Placed(
                        unit,
                        positions.getOrDefault(unit.cluster(), 0),
                        plan.effective(unit.cohort())))
            .toList());
  }

  @Override
  public GroupTime estimate() {
    return new GroupTime(
        plan,
        clusters,
        plan.cells().stream().map(cell -> cell(cell, c -> true).estimate()).toList(),
        weights);
  }

  @Override
  public GroupTime without(int cluster) {
    return new GroupTime(
        plan,
        List.of(),
        plan.cells().stream().map(cell -> cell(cell, c -> c != cluster).valueOnly()).toList(),
        weights.without(cluster));
  }

  @Override
  public Labels labels() {
    Labels labels = new Labels(clusters.size());
    units.forEach(placed -> labels.see(placed.cluster, placed.cohort));
    return labels;
  }

  @Override
  public CellEstimator relabelled(int[] cohorts) {
    return new Units(
        plan,
        adjustment,
        clusters,
        units.stream()
            .map(placed -> new Placed(placed.unit, placed.cluster, cohorts[placed.cluster]))
            .toList());
  }

  private CohortWeights weights() {
    Map<Integer, double[]> sizes = new TreeMap<>();
    for (Placed placed : units) {
      sizes.computeIfAbsent(placed.cohort, g -> new double[clusters.size()])[placed.cluster] +=
          placed.unit.weight();
    }
    return new CohortWeights(sizes);
  }

  private AdjustedCell cell(Cell cell, IntPredicate clusterIsIn) {
    List<Member> members = new ArrayList<>();
    for (Placed placed : units) {
      boolean treated = placed.cohort == cell.group();
      Seen time = placed.unit.seen().get(cell.time());
      Seen base = placed.unit.seen().get(cell.base());
      if (clusterIsIn.test(placed.cluster)
          && time != null
          && base != null
          && (treated || plan.controls(cell, placed.cohort))) {
        Seen earlier = cell.time() < cell.base() ? time : base;
        members.add(
            new Member(
                placed.cluster,
                treated ? 1 : 0,
                placed.unit.weight(),
                time.outcome() - base.outcome(),
                earlier.covariates()));
      }
    }
    return new AdjustedCell(cell, adjustment, clusters.size(), members);
  }
}
