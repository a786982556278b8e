package org.evenhand.stats.skills;

import java.io.Serializable;

/**
 * How a skill at one time goes with the same skill at another: K(r) = &tau;&sup2; + &kappa;&sup2;(1
 * + &lambda;r)e^(&minus;&lambda;r), r the weeks between and &lambda; = &radic;3/&#8467;. The first
 * part is what stays, the second a Mat&eacute;rn-3/2 curve that fades, smooth enough to have a
 * slope.
 *
 * @param lasting &tau;&sup2;
 * @param moving &kappa;&sup2;
 * @param length &#8467; in weeks
 */
public record Kernel(double lasting, double moving, double length) implements Serializable {
  public Kernel {
    if (!(lasting >= 0 && moving >= 0 && length > 0 && Double.isFinite(lasting + moving))) {
      throw new IllegalArgumentException(
          "Cannot make a kernel of tau2 %s, kappa2 %s and length %s: variances are 0 or more and a length is more than 0. Correct the parameters."
              .formatted(lasting, moving, length));
    }
  }

  /** &lambda; = &radic;3/&#8467;. */
  double rate() {
    return Math.sqrt(3) / length;
  }

  /** &tau;&sup2; + &kappa;&sup2;: what is unknown of a level nothing is heard of. */
  public double variance() {
    return lasting + moving;
  }

  /** Of levels at two times. */
  double covariance(double time, double other) {
    return lasting + moving * correlation(Math.abs(time - other));
  }

  /** Of the moving part at two times some weeks apart. */
  double correlation(double gap) {
    return (1 + rate() * gap) * Math.exp(-rate() * gap);
  }

  /**
   * Of a level at a time with the slope at another: &minus;&kappa;&sup2;&lambda;&sup2;(t* &minus;
   * t)e^(&minus;&lambda;|t* &minus; t|).
   */
  double slopeCovariance(double time, double slopeAt) {
    double ahead = slopeAt - time;
    return -moving * rate() * rate() * ahead * Math.exp(-rate() * Math.abs(ahead));
  }

  /** &kappa;&sup2;&lambda;&sup2;. */
  double slopeVariance() {
    return moving * rate() * rate();
  }

  /**
   * Of the change over a length of time: 2&kappa;&sup2;(1 &minus; (1 +
   * &lambda;h)e^(&minus;&lambda;h)).
   */
  public double changeVariance(double span) {
    return 2 * moving * (1 - correlation(span));
  }
}
