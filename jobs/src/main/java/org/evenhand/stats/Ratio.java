package org.evenhand.stats;

import java.util.List;

/**
 * Ratio of sums R = &sum;y/&sum;x with the delta-method variance n/((n&minus;1)(&sum;x)&sup2;)
 * &sum;(y &minus; R x)&sup2; (Cochran 1977, eq. 6.13, without finite population correction) and
 * t(n&minus;1). Never a mean of ratios: a rep with few hours weighs little. No denominator:
 * undefined. One pair: no interval, undefined.
 */
public final class Ratio {
  private static final Figure NO_SPREAD =
      new Figure.Undefined("one value alone has no spread to judge it by");
  private static final Figure NO_DENOMINATOR =
      new Figure.Undefined("nothing was measured to take a share of");

  private Ratio() {}

  /** One unit's numerator and denominator. */
  public record Pair(double numerator, double denominator) {}

  /**
   * All a ratio needs of its pairs (y, x): sums can be made anywhere and added.
   *
   * @param n pairs
   */
  public record Sums(long n, double y, double x, double yy, double xy, double xx) {
    /** Nothing seen. */
    public static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0);

    public Sums plus(Sums other) {
      return new Sums(
          n + other.n, y + other.y, x + other.x, yy + other.yy, xy + other.xy, xx + other.xx);
    }

    static Sums of(Pair pair) {
      double y = pair.numerator();
      double x = pair.denominator();
      return new Sums(1, y, x, y * y, x * y, x * x);
    }

    public double ratio() {
      return y / x;
    }

    /** Squared standard error; needs n above 1 and a denominator. */
    double variance() {
      double squares = Math.max(0, yy - 2 * ratio() * xy + ratio() * ratio() * xx);
      return n / (n - 1.0) * squares / (x * x);
    }
  }

  public static Figure of(List<Pair> pairs, double confidence) {
    return of(pairs.stream().map(Sums::of).reduce(Sums.NONE, Sums::plus), confidence);
  }

  public static Figure of(Sums sums, double confidence) {
    if (sums.x() == 0) {
      return NO_DENOMINATOR;
    }
    if (sums.n() < 2) {
      return NO_SPREAD;
    }
    return Means.around(
        sums.ratio(), Math.sqrt(sums.variance()), sums.n() - 1.0, confidence, sums.n());
  }

  /** Second ratio minus first, independent, with the degrees of freedom of Welch. */
  public static Figure difference(Sums first, Sums second, double confidence) {
    if (first.x() == 0 || second.x() == 0) {
      return NO_DENOMINATOR;
    }
    if (first.n() < 2 || second.n() < 2) {
      return NO_SPREAD;
    }
    double a = first.variance();
    double b = second.variance();
    double change = second.ratio() - first.ratio();
    long n = first.n() + second.n();
    if (a + b == 0) {
      return new Figure.Known(change, change, change, n);
    }
    double freedom = (a + b) * (a + b) / (a * a / (first.n() - 1) + b * b / (second.n() - 1));
    return Means.around(change, Math.sqrt(a + b), freedom, confidence, n);
  }
}
