package org.evenhand.stats;

import java.util.Arrays;
import java.util.List;

/** Order statistics and the consistency of a short series. */
public final class Spread {
  private Spread() {}

  /**
   * Linear interpolation between order statistics at 1 + (n&minus;1)p (Hyndman and Fan 1996, type
   * 7). At least one value.
   */
  public static double quantile(List<Double> values, double p) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    if (sorted.length == 0) {
      throw new IllegalArgumentException(
          "Cannot take a quantile of no values. Ask for one only where there are some.");
    }
    double position = (sorted.length - 1) * p;
    int below = (int) Math.floor(position);
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }

  public static double median(List<Double> values) {
    return quantile(values, 0.5);
  }

  /**
   * Median absolute deviation from the median, unscaled, over the median: robust twin of the CV.
   */
  public static Figure relativeDeviation(List<Double> values) {
    if (values.isEmpty() || median(values) == 0) {
      return new Figure.Undefined("the middle value is zero or missing");
    }
    double median = median(values);
    double deviation =
        median(
            Arrays.asList(values.stream().map(v -> Math.abs(v - median)).toArray(Double[]::new)));
    double ratio = deviation / Math.abs(median);
    return new Figure.Known(ratio, ratio, ratio, values.size());
  }

  /**
   * Coefficient of variation with the small-sample correction CV(1 + 1/(4k)) (Sokal and Rohlf 1995,
   * section 4.10), k values. Interval by the normal approximation CV&radic;((1/2 + CV&sup2;)/k).
   * Undefined below the least number of values or for a mean that is not positive.
   */
  public static Figure consistency(List<Double> values, int least, double confidence) {
    int k = values.size();
    if (k < least || k < 2) {
      return new Figure.Undefined(
          "%d quarters are known and %d are needed".formatted(k, Math.max(2, least)));
    }
    double mean = Means.mean(values);
    if (mean <= 0) {
      return new Figure.Undefined("the mean is not above zero");
    }
    double cv = Math.sqrt(Means.variance(values)) / mean * (1 + 1 / (4.0 * k));
    double margin = Quantiles.normal(confidence) * cv * Math.sqrt((0.5 + cv * cv) / k);
    return new Figure.Known(cv, Math.max(0, cv - margin), cv + margin, k);
  }
}
