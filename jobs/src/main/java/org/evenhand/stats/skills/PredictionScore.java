package org.evenhand.stats.skills;

import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How well Gaussian predictions met what came: standardised errors should have mean 0, deviation 1
 * and lie inside their 80 % interval four times in five; the continuous ranked probability score
 * &sigma;(z(2 &Phi;(z) &minus; 1) + 2&phi;(z) &minus; 1/&radic;&pi;) and the log score say by how
 * much (Gneiting and Raftery 2007); the probability integral transform counted in tenths should be
 * flat.
 *
 * @param n predictions
 * @param coverage share inside the 80 % interval
 */
public record PredictionScore(
    int n, double mean, double deviation, double coverage, Loss loss, List<Integer> tenths) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
  private static final double INSIDE = 1.2815515655446004;
  private static final int BINS = 10;

  public PredictionScore {
    tenths = List.copyOf(tenths);
  }

  /** Mean losses, the smaller the better; log score is minus the log density. */
  public record Loss(double absolute, double ranked, double logarithmic) {}

  /**
   * @param errors what came less what was predicted, with the variance that was predicted; not
   *     empty
   */
  public static PredictionScore of(List<Moments> errors) {
    int n = errors.size();
    double[] z = errors.stream().mapToDouble(one -> one.mean() / one.deviation()).toArray();
    double mean = 0;
    double square = 0;
    int inside = 0;
    Integer[] tenths = new Integer[BINS];
    java.util.Arrays.fill(tenths, 0);
    for (double one : z) {
      mean += one / n;
      square += one * one / n;
      inside += Math.abs(one) <= INSIDE ? 1 : 0;
      tenths[Math.min(BINS - 1, (int) (BINS * NORMAL.cumulativeProbability(one)))]++;
    }
    return new PredictionScore(
        n,
        mean,
        Math.sqrt(Math.max(0, square - mean * mean)),
        (double) inside / n,
        loss(errors, z),
        List.of(tenths));
  }

  private static Loss loss(List<Moments> errors, double[] z) {
    double absolute = 0;
    double ranked = 0;
    double logarithmic = 0;
    for (int i = 0; i < z.length; i++) {
      double sd = errors.get(i).deviation();
      absolute += Math.abs(errors.get(i).mean());
      ranked +=
          sd
              * (z[i] * (2 * NORMAL.cumulativeProbability(z[i]) - 1)
                  + 2 * NORMAL.density(z[i])
                  - 1 / Math.sqrt(Math.PI));
      logarithmic += (z[i] * z[i] + Math.log(2 * Math.PI)) / 2 + Math.log(sd);
    }
    return new Loss(absolute / z.length, ranked / z.length, logarithmic / z.length);
  }
}
