package org.evenhand.stats;

import java.util.List;

/**
 * Ratio of sums R = &sum;y/&sum;x with the delta-method variance n/((n&minus;1)(&sum;x)&sup2;)
 * &sum;(y &minus; R x)&sup2; (Cochran 1977, eq. 6.13, without finite population correction) and
 * t(n&minus;1). Never a mean of ratios: a rep with few hours weighs little. No denominator:
 * undefined. One pair: no interval, undefined.
 */
public final class Ratio {
  private Ratio() {}

  /** One unit's numerator and denominator. */
  public record Pair(double numerator, double denominator) {}

  public static Figure of(List<Pair> pairs, double confidence) {
    double denominator = pairs.stream().mapToDouble(Pair::denominator).sum();
    if (denominator == 0) {
      return new Figure.Undefined("nothing was measured to take a share of");
    }
    if (pairs.size() < 2) {
      return new Figure.Undefined("one value alone has no spread to judge it by");
    }
    double ratio = pairs.stream().mapToDouble(Pair::numerator).sum() / denominator;
    double squares =
        pairs.stream().mapToDouble(p -> Math.pow(p.numerator() - ratio * p.denominator(), 2)).sum();
    double n = pairs.size();
    double error = Math.sqrt(n / (n - 1) * squares) / Math.abs(denominator);
    return Means.around(ratio, error, n - 1, confidence, pairs.size());
  }
}
