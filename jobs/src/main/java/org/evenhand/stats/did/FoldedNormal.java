package org.evenhand.stats.did;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** |N(t, 1)|: the size of a standard normal value around a bias. */
final class FoldedNormal {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private FoldedNormal() {}

  /**
   * c with P(|N(t, 1)| &le; c) = confidence, by Newton's steps. They begin at a lower bound, where
   * the probability is concave, so each stays below the root.
   */
  static double quantile(double confidence, double t) {
    double bias = Math.abs(t);
    double c =
        Math.max(
            NORMAL.inverseCumulativeProbability(0.5 + confidence / 2),
            bias + NORMAL.inverseCumulativeProbability(confidence));
    for (int i = 0; i < 100; i++) {
      double missing = confidence - NORMAL.probability(-c - bias, c - bias);
      double step = missing / (NORMAL.density(c - bias) + NORMAL.density(c + bias));
      c += step;
      if (Math.abs(step) < 1e-13 * c) {
        break;
      }
    }
    return c;
  }
}
