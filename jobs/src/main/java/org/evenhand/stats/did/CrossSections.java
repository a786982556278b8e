package org.evenhand.stats.did;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Repeated cross-sections without covariates: who is seen differs from period to period, so a cell
 * compares four means, (m<sub>g,t</sub> &minus; m<sub>g,b</sub>) &minus; (m<sub>C,t</sub> &minus;
 * m<sub>C,b</sub>) (Callaway and Sant'Anna 2021, appendix B). A cluster contributes &plusmn; &sum;
 * w(Y &minus; m)/W to each. Assumes that the make-up of a cohort does not change. A mean of nobody:
 * no effect, with the reason.
 */
public final class CrossSections implements CellEstimator {
  private final Plan plan;
  private final List<String> clusters;
  private final List<Placed> rows;
  private final CohortWeights weights;

  /** One observation. */
  public record Row(String cluster, int cohort, int time, double weight, double outcome) {}

  private record Placed(int cluster, int cohort, int time, double weight, double outcome) {}

  private CrossSections(Plan plan, List<String> clusters, List<Placed> rows) {
    this.plan = plan;
    this.clusters = clusters;
    this.rows = rows;
    Map<Integer, double[]> sizes = new TreeMap<>();
    for (Placed row : rows) {
      sizes.computeIfAbsent(row.cohort, g -> new double[clusters.size()])[row.cluster] +=
          row.weight;
    }
    this.weights = new CohortWeights(sizes);
  }

  /** Rows of cohorts or periods the plan leaves out are left out. */
  public static CrossSections of(Plan plan, List<Row> rows) {
    List<Row> kept =
        rows.stream()
            .filter(row -> !plan.leftOut().contains(row.cohort()))
            .filter(row -> plan.periods().contains(row.time()))
            .toList();
    List<String> clusters = List.copyOf(new TreeSet<>(kept.stream().map(Row::cluster).toList()));
    Map<String, Integer> positions = new TreeMap<>();
    clusters.forEach(cluster -> positions.put(cluster, positions.size()));
    return new CrossSections(
        plan,
        clusters,
        kept.stream()
            .map(
                row ->
                    new Placed(
                        positions.getOrDefault(row.cluster(), 0),
                        plan.effective(row.cohort()),
                        row.time(),
                        row.weight(),
                        row.outcome()))
            .toList());
  }

  @Override
  public GroupTime estimate() {
    return estimate(rows, clusters.size(), weights);
  }

  @Override
  public GroupTime without(int cluster) {
    return estimate(
        rows.stream().filter(row -> row.cluster != cluster).toList(), 0, weights.without(cluster));
  }

  @Override
  public Labels labels() {
    Labels labels = new Labels(clusters.size());
    rows.forEach(row -> labels.see(row.cluster, row.cohort));
    return labels;
  }

  @Override
  public CellEstimator relabelled(int[] cohorts) {
    return new CrossSections(
        plan,
        clusters,
        rows.stream()
            .map(
                row ->
                    new Placed(
                        row.cluster, cohorts[row.cluster], row.time, row.weight, row.outcome))
            .toList());
  }

  /**
   * @param contributing clusters with influence; 0 for values only
   */
  private GroupTime estimate(List<Placed> chosen, int contributing, CohortWeights sizes) {
    return new GroupTime(
        plan,
        clusters,
        plan.cells().stream().map(cell -> cell(cell, chosen, contributing)).toList(),
        sizes);
  }

  private CellEffect cell(Cell cell, List<Placed> chosen, int contributing) {
    List<List<Placed>> arms = new ArrayList<>();
    for (int time : List.of(cell.time(), cell.base())) {
      List<Placed> then = chosen.stream().filter(row -> row.time == time).toList();
      arms.add(then.stream().filter(row -> row.cohort == cell.group()).toList());
      arms.add(then.stream().filter(row -> plan.controls(cell, row.cohort)).toList());
    }
    Support support = support(arms);
    if (cell.reference()) {
      return new CellEffect(
          cell,
          support,
          Optional.of(Effect.of(0, new double[contributing])),
          Optional.of(SummedCell.REFERENCE));
    }
    if (arms.stream().anyMatch(List::isEmpty)) {
      boolean untreated = arms.get(0).isEmpty() || arms.get(2).isEmpty();
      return CellEffect.unknown(
          cell,
          support,
          untreated
              ? "nobody of the cohort is observed in one of the periods"
              : "nobody untreated is observed in one of the periods");
    }
    Effect effect =
        Effect.combination(
            arms.stream().map(arm -> mean(arm, contributing)).toList(), 1, -1, -1, 1);
    return contributing == 0
        ? CellEffect.known(cell, support, effect)
        : Judgement.of(cell, support, effect);
  }

  private static Effect mean(List<Placed> arm, int contributing) {
    double weight = arm.stream().mapToDouble(Placed::weight).sum();
    double mean = arm.stream().mapToDouble(row -> row.weight * row.outcome).sum() / weight;
    double[] influence = new double[contributing];
    for (int i = 0; contributing > 0 && i < arm.size(); i++) {
      Placed row = arm.get(i);
      influence[row.cluster] += row.weight * (row.outcome - mean) / weight;
    }
    return Effect.of(mean, influence);
  }

  private static Support support(List<List<Placed>> arms) {
    return new Support(
        arms.get(0).size(), arms.get(1).size(), clusters(arms.get(0)), clusters(arms.get(1)), 0);
  }

  private static int clusters(List<Placed> arm) {
    return (int) arm.stream().mapToInt(Placed::cluster).distinct().count();
  }
}
