package org.evenhand.stats;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** Quantiles of the reference distributions, two-sided for a confidence level such as 0.90. */
public final class Quantiles {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Quantiles() {}

  /** z with P(|Z| &le; z) = confidence. */
  public static double normal(double confidence) {
    return NORMAL.inverseCumulativeProbability(0.5 + confidence / 2);
  }

  /** t with P(|T| &le; t) = confidence at the degrees of freedom. */
  public static double student(double confidence, double degreesOfFreedom) {
    return TDistribution.of(degreesOfFreedom).inverseCumulativeProbability(0.5 + confidence / 2);
  }

  /** Probability of a chi-squared value at least as large. */
  public static double chiSquaredTail(double statistic, double degreesOfFreedom) {
    return ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(statistic);
  }
}
