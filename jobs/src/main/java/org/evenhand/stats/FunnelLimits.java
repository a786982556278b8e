package org.evenhand.stats;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Where a group's rate lies with a probability when nothing but chance moves it (Spiegelhalter
 * 2005). Exact binomial limits, interpolated as in its appendix A.1.1: with R the smallest count of
 * P(X &le; R) &gt; q and a = (P(X &le; R) &minus; q)/P(X = R), the limit is (R &minus; a)/n. For a
 * rate adjusted for its cases: target &plusmn; z &middot; error. No cases: the limits are 0 and 1.
 */
public record FunnelLimits(double low, double high) {
  /** The inner limits: one group in twenty lies outside by chance. */
  public static final double INNER = 0.95;

  /** The outer limits: two in a thousand. */
  public static final double OUTER = 0.998;

  /**
   * @param target rate if all groups were alike
   * @param n cases of the group
   * @param level probability of lying inside
   */
  public static FunnelLimits binomial(double target, int n, double level) {
    if (n == 0 || target <= 0 || target >= 1) {
      return n == 0 ? new FunnelLimits(0, 1) : new FunnelLimits(target, target);
    }
    BinomialDistribution counts = BinomialDistribution.of(n, target);
    double tail = (1 - level) / 2;
    return new FunnelLimits(limit(counts, n, tail), limit(counts, n, 1 - tail));
  }

  private static double limit(BinomialDistribution counts, int n, double q) {
    int count = counts.inverseCumulativeProbability(q);
    double below = counts.cumulativeProbability(count);
    while (below <= q && count < n) {
      below = counts.cumulativeProbability(++count);
    }
    double back = (below - q) / counts.probability(count);
    return Math.max(0, count - back) / n;
  }

  /** Target &plusmn; z standard errors. */
  public static FunnelLimits normal(double target, double standardError, double level) {
    double margin = Quantiles.normal(level) * standardError;
    return new FunnelLimits(target - margin, target + margin);
  }
}
