package org.evenhand.stats.did;

import java.util.OptionalInt;

/** Group-time effects and their averages, all with influence of one kind. */
public record Estimated(GroupTime cells, Aggregates aggregates) {

  /** With analytic influence: errors are cluster-robust (iid when every unit is a cluster). */
  public static Estimated analytic(CellEstimator estimator, OptionalInt balance) {
    GroupTime cells = estimator.estimate();
    return new Estimated(cells, Aggregates.of(cells, balance));
  }

  /** With jackknife influence: the default where clusters are few; see {@link ClusterJackknife}. */
  public static Estimated jackknife(CellEstimator estimator, OptionalInt balance) {
    return ClusterJackknife.of(estimator, balance);
  }
}
