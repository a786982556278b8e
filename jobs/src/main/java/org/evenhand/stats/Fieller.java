package org.evenhand.stats;

/**
 * Ratio a/b of two correlated estimates that are jointly normal (Fieller 1954): every &rho; with (a
 * &minus; &rho;b)&sup2; &le; q&sup2; (var a &minus; 2&rho; cov + &rho;&sup2; var b), q the critical
 * value. Unlike the delta method it keeps its coverage when b may be 0, at the price of sets that
 * are no interval: when b differs from 0 by q standard errors the set is an interval; otherwise it
 * is all but an interval, or every number. A set never is empty. Units are those of a over b.
 */
public sealed interface Fieller {

  /** a/b; infinite when b is 0 and NaN when both are. */
  double ratio();

  /** Whether a ratio is in the set. */
  boolean contains(double ratio);

  /** From low to high: b surely differs from 0. */
  record Interval(double ratio, double low, double high) implements Fieller {
    @Override
    public boolean contains(double value) {
      return low <= value && value <= high;
    }
  }

  /**
   * All up to low and all from high on: b may be 0, a surely differs from it. One end is infinite
   * when b is exactly at the critical value.
   */
  record Outside(double ratio, double low, double high) implements Fieller {
    @Override
    public boolean contains(double value) {
      return value <= low || high <= value;
    }
  }

  /** Every number: the data do not say. */
  record Everything(double ratio) implements Fieller {
    @Override
    public boolean contains(double value) {
      return !Double.isNaN(value);
    }
  }

  /**
   * Two estimates with their variances and covariance. The variances must be positive and the two
   * not fully correlated, else an IllegalArgumentException is thrown.
   */
  record Pair(double a, double b, double varianceA, double varianceB, double covariance) {
    public Pair {
      boolean proper =
          varianceA > 0 && varianceB > 0 && covariance * covariance < varianceA * varianceB;
      if (!proper || !Double.isFinite(a) || !Double.isFinite(b)) {
        throw new IllegalArgumentException(
            "Cannot take the ratio of %s and %s: variances %s and %s with covariance %s. Two numbers with positive variances and a correlation inside -1 to 1 are needed."
                .formatted(a, b, varianceA, varianceB, covariance));
      }
    }
  }

  /** With normal critical values. */
  static Fieller of(Pair pair, double confidence) {
    return at(pair, Quantiles.normal(confidence));
  }

  /** With critical values of Student's t. */
  static Fieller of(Pair pair, double degreesOfFreedom, double confidence) {
    return at(pair, Quantiles.student(confidence, degreesOfFreedom));
  }

  private static Fieller at(Pair pair, double critical) {
    double q = critical * critical;
    double squared = pair.b() * pair.b() - q * pair.varianceB();
    double linear = pair.a() * pair.b() - q * pair.covariance();
    double constant = pair.a() * pair.a() - q * pair.varianceA();
    double ratio = pair.a() / pair.b();
    if (squared == 0) {
      return line(ratio, linear, constant);
    }
    double root = linear * linear - squared * constant;
    if (root <= 0) {
      return squared > 0 ? new Interval(ratio, ratio, ratio) : new Everything(ratio);
    }
    double away = linear + Math.copySign(Math.sqrt(root), linear);
    double one = away / squared;
    double other = constant / away;
    double low = Math.min(one, other);
    double high = Math.max(one, other);
    return squared > 0 ? new Interval(ratio, low, high) : new Outside(ratio, low, high);
  }

  /** b exactly at the critical value: the set ends on one side alone. */
  private static Fieller line(double ratio, double linear, double constant) {
    if (linear == 0) {
      return new Everything(ratio);
    }
    double end = constant / (2 * linear);
    return linear > 0
        ? new Outside(ratio, Double.NEGATIVE_INFINITY, end)
        : new Outside(ratio, end, Double.POSITIVE_INFINITY);
  }
}
