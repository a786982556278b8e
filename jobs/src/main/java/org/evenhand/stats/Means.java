package org.evenhand.stats;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Means with Student intervals. Paired change: give the differences. One value has no spread and so
 * no interval: Undefined with the reason.
 */
public final class Means {
  private Means() {}

  /** Mean &plusmn; t(n&minus;1) s/&radic;n of independent values. */
  public static Figure mean(List<Double> values, double confidence) {
    if (values.size() < 2) {
      return tooFew(values.size());
    }
    double mean = mean(values);
    double error = Math.sqrt(variance(values) / values.size());
    return around(mean, error, values.size() - 1.0, confidence, values.size());
  }

  /**
   * Mean of values in clusters (teams), with the cluster-robust error &radic;(C/(C&minus;1)
   * &sum;&#8346; (&sum;&#7522; (y&#7522; &minus; m))&sup2;)/n (Liang and Zeger 1986, with the
   * C/(C&minus;1) correction) and t(C&minus;1). With one cluster: as {@link #mean(List, double)}.
   */
  public static Figure clustered(Map<String, List<Double>> byCluster, double confidence) {
    List<Double> all = byCluster.values().stream().flatMap(Collection::stream).toList();
    if (byCluster.size() < 2) {
      return mean(all, confidence);
    }
    double mean = mean(all);
    double squares = 0;
    for (List<Double> cluster : byCluster.values()) {
      double residual = cluster.stream().mapToDouble(y -> y - mean).sum();
      squares += residual * residual;
    }
    double clusters = byCluster.size();
    double error = Math.sqrt(clusters / (clusters - 1) * squares) / all.size();
    return around(mean, error, clusters - 1, confidence, all.size());
  }

  /**
   * Difference of two means, second minus first, with unequal variances and the degrees of freedom
   * of Welch (1947) and Satterthwaite.
   */
  public static Figure difference(List<Double> first, List<Double> second, double confidence) {
    if (first.size() < 2 || second.size() < 2) {
      return tooFew(Math.min(first.size(), second.size()));
    }
    double a = variance(first) / first.size();
    double b = variance(second) / second.size();
    double change = mean(second) - mean(first);
    long n = (long) first.size() + second.size();
    if (a + b == 0) {
      return new Figure.Known(change, change, change, n);
    }
    double freedom = (a + b) * (a + b) / (a * a / (first.size() - 1) + b * b / (second.size() - 1));
    return around(change, Math.sqrt(a + b), freedom, confidence, n);
  }

  static double mean(Collection<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sum() / values.size();
  }

  /** Sample variance with n &minus; 1. */
  public static double variance(Collection<Double> values) {
    double mean = mean(values);
    return values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum() / (values.size() - 1);
  }

  static Figure around(double value, double error, double freedom, double confidence, long n) {
    double margin = Quantiles.student(confidence, freedom) * error;
    return new Figure.Known(value, value - margin, value + margin, n);
  }

  private static Figure tooFew(int n) {
    return new Figure.Undefined(
        n == 0 ? "there is nothing to average" : "one value alone has no spread to judge it by");
  }
}
