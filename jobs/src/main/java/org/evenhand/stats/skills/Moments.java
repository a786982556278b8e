package org.evenhand.stats.skills;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** A Gaussian belief: its mean and variance. */
public record Moments(double mean, double variance) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** A variance that rounding made negative is 0. */
  public Moments {
    variance = Math.max(0, variance);
  }

  public double deviation() {
    return Math.sqrt(variance);
  }

  /** P(below a value); a belief without variance is certain. */
  public double probabilityBelow(double value) {
    if (variance == 0) {
      return mean < value ? 1 : 0;
    }
    return NORMAL.cumulativeProbability((value - mean) / deviation());
  }
}
