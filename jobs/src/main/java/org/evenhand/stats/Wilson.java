package org.evenhand.stats;

/**
 * Score interval of a proportion (Wilson 1927): centre (p + z&sup2;/2n)/(1 + z&sup2;/n), half width
 * z/(1 + z&sup2;/n) &middot; &radic;(p(1&minus;p)/n + z&sup2;/4n&sup2;). Sensible at 0, at n and
 * for n = 1; no trials have no share.
 */
public final class Wilson {
  private Wilson() {}

  /** Share of successes among trials. */
  public static Figure interval(long successes, long trials, double confidence) {
    if (trials == 0) {
      return new Figure.Undefined("there were no cases");
    }
    double z = Quantiles.normal(confidence);
    double p = (double) successes / trials;
    double shrink = 1 + z * z / trials;
    double centre = (p + z * z / (2 * trials)) / shrink;
    double half = z / shrink * Math.sqrt(p * (1 - p) / trials + z * z / (4.0 * trials * trials));
    double low = successes == 0 ? 0 : centre - half;
    double high = successes == trials ? 1 : centre + half;
    return new Figure.Known(p, low, high, trials);
  }
}
