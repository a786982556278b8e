package org.evenhand.stats;

import java.util.Arrays;

/**
 * How much of each of several differences is more than chance. True differences have variance
 * &tau;&sup2;, each observed one the known variance v on top: B = &tau;&sup2;/(&tau;&sup2; + v) of
 * it is kept (normal-normal empirical Bayes, Efron and Morris 1973). &tau;&sup2; by moments
 * (DerSimonian and Laird 1986): max(0, [&sum;(r &minus; r&#772;)&sup2;/v &minus; (k &minus; 1)] /
 * (&sum;1/v &minus; &sum;v&#8315;&sup2;/&sum;v&#8315;&sup1;)), r&#772; the mean by precision. Fewer
 * than two differences, or all equal: &tau;&sup2; = 0 and B = 0, all is called chance.
 *
 * @param mean r&#772;; NaN is never returned: 0 for no differences
 * @param tau2 &tau;&sup2;, in squared units of the differences
 */
public record NormalShrinkage(double mean, double tau2) {

  /**
   * @param differences r
   * @param variances v, all above 0
   * @throws IllegalArgumentException when they do not pair up or a variance is not above 0
   */
  public static NormalShrinkage of(double[] differences, double[] variances) {
    if (differences.length != variances.length
        || Arrays.stream(variances).anyMatch(v -> !(v > 0))) {
      throw new IllegalArgumentException(
          "Cannot shrink %d differences with %d variances: each needs one above 0. Leave out the others."
              .formatted(differences.length, variances.length));
    }
    double weights = Arrays.stream(variances).map(v -> 1 / v).sum();
    if (differences.length == 0) {
      return new NormalShrinkage(0, 0);
    }
    double mean = 0;
    for (int i = 0; i < differences.length; i++) {
      mean += differences[i] / variances[i] / weights;
    }
    double spread = 0;
    for (int i = 0; i < differences.length; i++) {
      spread += (differences[i] - mean) * (differences[i] - mean) / variances[i];
    }
    double squares = Arrays.stream(variances).map(v -> 1 / (v * v)).sum();
    double scale = weights - squares / weights;
    double excess = spread - (differences.length - 1);
    return new NormalShrinkage(mean, differences.length < 2 ? 0 : Math.max(0, excess / scale));
  }

  /** B: the part of a difference of variance v that is kept. */
  public double kept(double variance) {
    return tau2 == 0 ? 0 : tau2 / (tau2 + variance);
  }
}
