package org.evenhand.stats.did;

import java.util.Map;
import java.util.TreeMap;

/**
 * How many units (sum of weights) every cluster has in every cohort: the weights of averages over
 * cohorts, and what each cluster adds to their error.
 */
public final class CohortWeights {
  private final Map<Integer, double[]> byCluster;
  private final Map<Integer, Double> totals = new TreeMap<>();

  /**
   * @param byCluster per cohort a weight for each cluster
   */
  public CohortWeights(Map<Integer, double[]> byCluster) {
    this.byCluster = new TreeMap<>(byCluster);
    byCluster.forEach(
        (cohort, weights) -> totals.put(cohort, java.util.Arrays.stream(weights).sum()));
  }

  private CohortWeights(CohortWeights all, int without) {
    this.byCluster = all.byCluster;
    all.totals.forEach((cohort, total) -> totals.put(cohort, total - all.of(cohort, without)));
  }

  /** The totals with one cluster left out. */
  CohortWeights without(int cluster) {
    return new CohortWeights(this, cluster);
  }

  public double total(int cohort) {
    return totals.getOrDefault(cohort, 0.0);
  }

  public double of(int cohort, int cluster) {
    double[] weights = byCluster.get(cohort);
    return weights == null ? 0 : weights[cluster];
  }
}
