package org.evenhand.stats.skills;

import java.io.Serializable;

/**
 * How heavy the tails of the noise are: Student's t with &nu; degrees of freedom as a Gaussian
 * whose precision is unknown, or the Gaussian itself, &nu; without end.
 *
 * @param freedom &nu;, more than 0
 */
public record Tails(double freedom) implements Serializable {
  /** Every item counts as its weight says. */
  public static final Tails GAUSSIAN = new Tails(Double.POSITIVE_INFINITY);

  public Tails {
    if (!(freedom > 0)) {
      throw new IllegalArgumentException(
          "Cannot use tails of %s degrees of freedom: they are more than 0. Correct the parameters."
              .formatted(freedom));
    }
  }

  /** Whether items far from the others count less. */
  public boolean areHeavy() {
    return Double.isFinite(freedom);
  }

  /**
   * Expected precision (&nu; + 1)/(&nu; + E[&epsilon;&sup2;]/&sigma;&sup2;) (Lange, Little and
   * Taylor 1989); 1 of a Gaussian.
   *
   * @param square E[&epsilon;&sup2;]/&sigma;&sup2;
   */
  double weight(double square) {
    return areHeavy() ? (freedom + 1) / (freedom + square) : 1;
  }
}
