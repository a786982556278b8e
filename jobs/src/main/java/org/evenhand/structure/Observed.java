package org.evenhand.structure;

/** Cases with their covariates: the intercept, the role, then the conditions as differences. */
final class Observed {
  private final CaseSums sums;
  private final double[] x;
  private final double[] completeness;

  Observed(CaseSums sums, double[] x, double[] completeness) {
    this.sums = sums;
    this.x = x;
    this.completeness = completeness;
  }

  CaseSums.Who who() {
    return sums.who();
  }

  CaseSums.Counts counts() {
    return sums.counts();
  }

  double[] x() {
    return x;
  }

  /** Part of the cases the factor was measured for. */
  double completeness(Factor factor) {
    return completeness[factor.place()];
  }
}
