package org.evenhand.stats.did;

/**
 * Interval of a ratio of two effects (Fieller 1954): all r with |a &minus; r b| &le; z SE(a &minus;
 * r b), that is (b&sup2; &minus; z&sup2;v<sub>bb</sub>)r&sup2; &minus; 2(ab &minus;
 * z&sup2;v<sub>ab</sub>)r + (a&sup2; &minus; z&sup2;v<sub>aa</sub>) &le; 0. Bounded only when the
 * denominator differs from 0; otherwise it says that it is not.
 */
public sealed interface Fieller {

  record Bounded(double ratio, double low, double high) implements Fieller {}

  record Unbounded(String reason) implements Fieller {}

  /**
   * @param critical how many standard errors, such as 1.96
   */
  static Fieller of(Effect numerator, Effect denominator, double critical) {
    double a = numerator.value();
    double b = denominator.value();
    double z = critical * critical;
    double square = b * b - z * denominator.covariance(denominator);
    if (square <= 0) {
      return new Unbounded("the denominator cannot be told from 0");
    }
    double half = a * b - z * numerator.covariance(denominator);
    double constant = a * a - z * numerator.covariance(numerator);
    double root = Math.sqrt(Math.max(0, half * half - square * constant));
    return new Bounded(a / b, (half - root) / square, (half + root) / square);
  }
}
