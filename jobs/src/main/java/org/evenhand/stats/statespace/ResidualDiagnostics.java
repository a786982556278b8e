package org.evenhand.stats.statespace;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.FDistribution;
import org.evenhand.stats.Quantiles;

/**
 * Whether standardised one-step residuals look like independent draws of N(0, 1) (Durbin and
 * Koopman 2012, section 2.12.1): skewness S = m3/m2^1.5 and kurtosis K = m4/m2&sup2; with moments
 * over n, normality N = n(S&sup2;/6 + (K &minus; 3)&sup2;/24) ~ &chi;&sup2;(2), heteroskedasticity
 * H(h) = sum of the last h squares over that of the first h, h = n/3 rounded, ~ F(h, h), and Ljung
 * and Box's Q(k) = n(n + 2) &Sigma; c_j&sup2;/(n &minus; j) ~ &chi;&sup2;(k).
 *
 * @param ljungBox Q(1), Q(2), ...: as many as asked, fewer when the residuals are few
 */
public record ResidualDiagnostics(
    int n,
    double mean,
    double skewness,
    double kurtosis,
    Heteroskedasticity heteroskedasticity,
    List<LjungBox> ljungBox) {
  private static final int FEWEST = 4;

  public ResidualDiagnostics {
    ljungBox = List.copyOf(ljungBox);
  }

  /**
   * @param p two-sided
   */
  public record Heteroskedasticity(int h, double statistic, double p) {}

  /** Q(k), with k the lag. */
  public record LjungBox(int lag, double statistic, double p) {}

  /**
   * @throws IllegalArgumentException with fewer than four residuals or when all are equal
   */
  public static ResidualDiagnostics of(List<Double> residuals, int lags) {
    double[] values = residuals.stream().mapToDouble(Double::doubleValue).toArray();
    int n = values.length;
    double mean = n == 0 ? 0 : sum(values, 0, 1) / n;
    double second = n == 0 ? 0 : sum(values, mean, 2) / n;
    if (n < FEWEST || !(second > 0)) {
      throw new IllegalArgumentException("there are %d residuals that differ".formatted(n));
    }
    return new ResidualDiagnostics(
        n,
        mean,
        sum(values, mean, 3) / n / Math.pow(second, 1.5),
        sum(values, mean, 4) / n / (second * second),
        heteroskedasticity(values),
        ljungBox(values, mean, Math.min(lags, n - 1)));
  }

  /** N, Jarque and Bera's statistic. */
  public double normality() {
    return n * (skewness * skewness / 6 + Math.pow(kurtosis - 3, 2) / 24);
  }

  private static double sum(double[] values, double about, int power) {
    double sum = 0;
    for (double value : values) {
      sum += Math.pow(value - about, power);
    }
    return sum;
  }

  private static Heteroskedasticity heteroskedasticity(double[] values) {
    int h = (int) Math.round(values.length / 3.0);
    double first = 0;
    double last = 0;
    for (int i = 0; i < h; i++) {
      first += values[i] * values[i];
      last += values[values.length - 1 - i] * values[values.length - 1 - i];
    }
    double statistic = last / first;
    FDistribution law = FDistribution.of(h, h);
    double tail =
        Math.min(law.cumulativeProbability(statistic), law.survivalProbability(statistic));
    return new Heteroskedasticity(h, statistic, Math.min(1, 2 * tail));
  }

  private static List<LjungBox> ljungBox(double[] values, double mean, int lags) {
    int n = values.length;
    double squares = sum(values, mean, 2);
    List<LjungBox> all = new ArrayList<>();
    double statistic = 0;
    for (int lag = 1; lag <= lags; lag++) {
      double product = 0;
      for (int i = lag; i < n; i++) {
        product += (values[i] - mean) * (values[i - lag] - mean);
      }
      double correlation = product / squares;
      statistic += n * (n + 2.0) * correlation * correlation / (n - lag);
      all.add(new LjungBox(lag, statistic, Quantiles.chiSquaredTail(statistic, lag)));
    }
    return all;
  }
}
