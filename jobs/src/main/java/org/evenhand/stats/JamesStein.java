package org.evenhand.stats;

import java.util.Arrays;
import java.util.List;

/**
 * Shrinkage of several means of equal, known variance towards their mean (Efron and Morris 1975): c
 * = 1 &minus; (k&minus;3) s&sup2; / &sum;(y&minus;y&#772;)&sup2;, never below 0.
 *
 * @param mean the mean of the values
 * @param factor c, what is kept of each difference from the mean
 * @param shrunken one per value
 */
public record JamesStein(double mean, double factor, List<Double> shrunken) {
  public JamesStein {
    shrunken = List.copyOf(shrunken);
  }

  /**
   * @param variance of each value
   * @throws IllegalArgumentException for fewer than four values, where it does not improve
   */
  public static JamesStein of(double[] values, double variance) {
    if (values.length < 4) {
      throw new IllegalArgumentException(
          "Cannot shrink %d values: at least four are needed to gain by it. Use more groups."
              .formatted(values.length));
    }
    double mean = Arrays.stream(values).average().orElseThrow();
    double spread = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    double factor = spread == 0 ? 0 : Math.max(0, 1 - (values.length - 3) * variance / spread);
    return new JamesStein(
        mean,
        factor,
        Arrays.stream(values).mapToObj(value -> mean + factor * (value - mean)).toList());
  }
}
