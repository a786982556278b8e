package org.evenhand.estimate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenhand.stats.did.Change;
import org.evenhand.stats.did.Pair;
import org.evenhand.stats.did.Plan;
import org.evenhand.stats.did.Sums;

/**
 * Changes of units added up by cluster, cohort and stratum: many units become few sums before the
 * estimator sees them.
 */
final class BlockChanges {
  private static final int SUMS = 3;

  private final Plan plan;
  private final List<Pair> pairs;
  private final Map<Integer, Integer> positions = new HashMap<>();
  private final int[] times;
  private final int[] bases;
  private final Map<Block, double[]> blocks = new TreeMap<>();

  BlockChanges(Plan plan) {
    this.plan = plan;
    this.pairs = List.copyOf(plan.pairs());
    plan.periods().forEach(period -> positions.put(period, positions.size()));
    this.times = pairs.stream().mapToInt(pair -> positions.getOrDefault(pair.time(), 0)).toArray();
    this.bases = pairs.stream().mapToInt(pair -> positions.getOrDefault(pair.base(), 0)).toArray();
  }

  /** Whose changes add up. */
  private record Block(String cluster, int cohort, String stratum) implements Comparable<Block> {
    @Override
    public int compareTo(Block other) {
      int order = cluster.compareTo(other.cluster);
      order = order == 0 ? Integer.compare(cohort, other.cohort) : order;
      return order == 0 ? stratum.compareTo(other.stratum) : order;
    }
  }

  /**
   * @param first says the unit's cluster, cohort and weight
   */
  void add(DidRow first, Map<Integer, DidRow> unit) {
    double[] outcomes = new double[plan.periods().size()];
    String[] strata = new String[outcomes.length];
    Arrays.fill(outcomes, Double.NaN);
    Arrays.fill(strata, "");
    unit.forEach(
        (time, row) -> {
          int at = positions.getOrDefault(time, -1);
          if (at >= 0) {
            outcomes[at] = row.outcome();
            strata[at] = row.traits().stratum();
          }
        });
    String stratum = strata[0];
    double[] into = block(first, stratum);
    for (int p = 0; p < times.length; p++) {
      double change = outcomes[times[p]] - outcomes[bases[p]];
      if (!Double.isNaN(change)) {
        String at = strata[Math.min(times[p], bases[p])];
        into = at.equals(stratum) ? into : block(first, at);
        stratum = at;
        into[SUMS * p]++;
        into[SUMS * p + 1] += first.weight();
        into[SUMS * p + 2] += first.weight() * change;
      }
    }
  }

  /** Hands every sum on, in the order of clusters, cohorts and strata. */
  void into(Sums.Builder sums) {
    blocks.forEach(
        (block, of) -> {
          for (int p = 0; p < pairs.size(); p++) {
            sums.change(
                block.cluster,
                block.cohort,
                block.stratum,
                pairs.get(p),
                new Change(Math.round(of[SUMS * p]), of[SUMS * p + 1], of[SUMS * p + 2]));
          }
        });
  }

  private double[] block(DidRow first, String stratum) {
    return blocks.computeIfAbsent(
        new Block(first.traits().cluster(), first.cohort(), stratum),
        block -> new double[SUMS * pairs.size()]);
  }
}
