package org.evenhand.stats;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Delete-one-cluster jackknife of any estimate: SE&sup2; = (C&minus;1)/C &sum;
 * (&theta;&#8331;&#8347; &minus; mean)&sup2; (Quenouille 1956; Tukey 1958) with t(C&minus;1). Fewer
 * than two clusters: undefined.
 */
public final class Jackknife {
  private Jackknife() {}

  /**
   * @param cluster which cluster an observation belongs to
   * @param estimator may be asked for any subset that leaves one cluster out
   */
  public static <T> Figure of(
      List<T> observations,
      Function<T, String> cluster,
      ToDoubleFunction<List<T>> estimator,
      double confidence) {
    Set<String> clusters = new TreeSet<>(observations.stream().map(cluster).toList());
    if (clusters.size() < 2) {
      return new Figure.Undefined("one team alone has no spread between teams to judge it by");
    }
    List<Double> without =
        clusters.stream()
            .map(c -> observations.stream().filter(o -> !cluster.apply(o).equals(c)).toList())
            .map(estimator::applyAsDouble)
            .toList();
    double c = clusters.size();
    double error = Math.sqrt((c - 1) / c * (c - 1) * Means.variance(without));
    double value = estimator.applyAsDouble(observations);
    return Means.around(value, error, c - 1, confidence, observations.size());
  }
}
