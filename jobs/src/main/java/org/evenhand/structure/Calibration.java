package org.evenhand.structure;

import java.util.List;
import java.util.Optional;
import org.evenhand.stats.Figure;
import org.evenhand.stats.Quantiles;
import org.evenhand.stats.Regression;
import org.evenhand.stats.RidgeRegression;

/**
 * Slope of what reps reached on what was expected of them, over all quarters: 1 when expectations
 * neither overstate nor understate what conditions do. Of totals, which also differ by the number
 * of cases, and of rates per case weighted by cases, which do not.
 */
final class Calibration {
  private Calibration() {}

  static Figure ofTotals(List<Expectation> reps, double confidence) {
    RidgeRegression.Sums sums = RidgeRegression.Sums.none(2);
    for (Expectation rep : reps) {
      double actual = rep.parts().actual().doubleValue();
      double[] x = {1, rep.parts().expected().doubleValue()};
      sums.add(x, 1, actual, actual * actual);
    }
    return slope(sums, reps.size(), confidence);
  }

  static Figure ofRates(List<Expectation> reps, double confidence) {
    RidgeRegression.Sums sums = RidgeRegression.Sums.none(2);
    double mean = reps.stream().mapToDouble(rep -> rep.size().cases()).average().orElse(1);
    for (Expectation rep : reps) {
      double n = rep.size().cases();
      double rate = rep.parts().actual().doubleValue() / n;
      double[] x = {1, rep.parts().expected().doubleValue() / n};
      sums.add(x, n / mean, n / mean * rate, n / mean * rate * rate);
    }
    return slope(sums, reps.size(), confidence);
  }

  private static Figure slope(RidgeRegression.Sums sums, int n, double confidence) {
    if (n < 3) {
      return new Figure.Undefined("Fewer than three rep quarters are known.");
    }
    if (!(new RidgeRegression(0, 0).fit(sums) instanceof Regression.Fitted fit)) {
      return new Figure.Undefined("Nothing was expected to differ between reps.");
    }
    double slope = fit.coefficient(1);
    double margin = Quantiles.normal(confidence) * fit.standardError(1);
    return new Figure.Known(slope, slope - margin, slope + margin, n);
  }

  /** Both slopes of an outcome as figures. */
  static void add(Outcome outcome, List<Expectation> reps, Figures figures, double confidence) {
    figure(outcome.key(), ofTotals(reps, confidence), reps, figures, confidence);
    figure(outcome.key() + "_per_case", ofRates(reps, confidence), reps, figures, confidence);
  }

  private static void figure(
      String dimension, Figure slope, List<Expectation> reps, Figures figures, double confidence) {
    long people = reps.stream().map(row -> row.key().subject().id()).distinct().count();
    figures.add(
        new Figures.About(Subject.COMPANY, "structure_calibration", dimension, people),
        slope,
        new Figures.Reading(
            "ratio", "rep quarters", Figures.Interval.at(confidence), Optional.empty()));
  }
}
