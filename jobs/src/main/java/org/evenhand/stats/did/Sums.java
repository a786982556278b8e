package org.evenhand.stats.did;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A panel as sums per cluster, cohort, stratum and pair of periods: all that group-time effects,
 * their cluster contributions, aggregates, pre-trend test and bands need. A panel of units is the
 * same with every unit its own cluster. A unit adds to a pair if and only if it is observed in both
 * periods; its stratum is the one at the earlier of the two.
 *
 * <p>Within strata the estimator is the saturated, doubly robust one, where regression, weighting
 * and their combination coincide (Sant'Anna and Zhao 2020); see {@link Strata}.
 */
public final class Sums implements CellEstimator {
  private final Plan plan;
  private final List<String> clusters;
  private final int strata;
  private final Map<Integer, double[]> sizes;
  private final CohortWeights weights;
  private final List<SummedCell> cells;
  private final Map<Pair, List<Entry>> entries;

  private Sums(
      Plan plan,
      List<String> clusters,
      int strata,
      Map<Integer, double[]> sizes,
      Map<Pair, List<Entry>> entries) {
    this.plan = plan;
    this.clusters = clusters;
    this.strata = strata;
    this.sizes = sizes;
    this.weights = new CohortWeights(sizes);
    this.entries = entries;
    this.cells =
        plan.cells().stream()
            .map(
                cell ->
                    new SummedCell(
                        plan,
                        cell,
                        clusters.size(),
                        strata,
                        entries.getOrDefault(cell.pair(), List.of())))
            .toList();
  }

  /** The change of a block of units: one cluster, cohort and stratum. */
  record Entry(int cluster, int cohort, int stratum, Change change) {
    Entry of(int[] cohorts) {
      return new Entry(cluster, cohorts[cluster], stratum, change);
    }
  }

  /**
   * @param clusters every cluster there is, of all measures to be judged together: their order (by
   *     name) is that of the influence
   */
  public static Builder builder(Plan plan, Collection<String> clusters) {
    return new Builder(plan, clusters);
  }

  @Override
  public GroupTime estimate() {
    return new GroupTime(
        plan, clusters, cells.stream().map(SummedCell::estimate).toList(), weights);
  }

  @Override
  public GroupTime without(int cluster) {
    return new GroupTime(
        plan,
        List.of(),
        cells.stream().map(cell -> cell.without(cluster)).toList(),
        weights.without(cluster));
  }

  @Override
  public Labels labels() {
    Labels labels = new Labels(clusters.size());
    sizes.forEach(
        (cohort, byCluster) -> {
          for (int c = 0; c < byCluster.length; c++) {
            if (byCluster[c] > 0) {
              labels.see(c, cohort);
            }
          }
        });
    return labels;
  }

  @Override
  public CellEstimator relabelled(int[] cohorts) {
    Map<Integer, double[]> dealt = new TreeMap<>();
    sizes
        .values()
        .forEach(
            byCluster -> {
              for (int c = 0; c < byCluster.length; c++) {
                dealt.computeIfAbsent(cohorts[c], g -> new double[clusters.size()])[c] +=
                    byCluster[c];
              }
            });
    Map<Pair, List<Entry>> changes = new TreeMap<>();
    entries.forEach(
        (pair, list) -> changes.put(pair, list.stream().map(entry -> entry.of(cohorts)).toList()));
    return new Sums(plan, clusters, strata, dealt, changes);
  }

  /** Takes sums in any order and number; what is given twice for a block adds up. */
  public static final class Builder {
    private static final Comparator<Entry> ORDER =
        Comparator.comparingInt(Entry::cluster)
            .thenComparingInt(Entry::cohort)
            .thenComparingInt(Entry::stratum);

    private final Plan plan;
    private final List<String> clusters;
    private final Map<String, Integer> positions = new TreeMap<>();
    private final Map<Integer, double[]> sizes = new TreeMap<>();
    private final Map<String, Integer> strata = new TreeMap<>();
    private final Map<Pair, List<Entry>> entries = new TreeMap<>();

    private Builder(Plan plan, Collection<String> clusters) {
      this.plan = plan;
      this.clusters = List.copyOf(new TreeSet<>(clusters));
      for (int i = 0; i < this.clusters.size(); i++) {
        positions.put(this.clusters.get(i), i);
      }
    }

    /**
     * Units of a cluster in a cohort (0: never treated), whether or not a pair sees them.
     *
     * @param weight sum of their weights; their number without weights
     */
    public Builder units(String cluster, int cohort, double weight) {
      int effective = plan.effective(cohort);
      if (!plan.leftOut().contains(cohort)) {
        sizes.computeIfAbsent(effective, g -> new double[clusters.size()])[position(cluster)] +=
            weight;
      }
      return this;
    }

    /** Changes of a block; of a pair the plan does not ask for, or a cohort left out: ignored. */
    public Builder change(String cluster, int cohort, String stratum, Pair pair, Change change) {
      if (!plan.leftOut().contains(cohort) && change.count() > 0) {
        entries
            .computeIfAbsent(pair, p -> new ArrayList<>())
            .add(new Entry(position(cluster), plan.effective(cohort), stratum(stratum), change));
      }
      return this;
    }

    public Sums build() {
      entries.values().forEach(list -> list.sort(ORDER));
      return new Sums(plan, clusters, Math.max(1, strata.size()), sizes, entries);
    }

    private int position(String cluster) {
      Integer position = positions.get(cluster);
      if (position == null) {
        throw new IllegalArgumentException(
            "Cannot place cluster '%s': it was not announced. Name all clusters first."
                .formatted(cluster));
      }
      return position;
    }

    private int stratum(String name) {
      return strata.computeIfAbsent(name, added -> strata.size());
    }
  }
}
