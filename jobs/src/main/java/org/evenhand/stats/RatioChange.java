package org.evenhand.stats;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Change of a ratio of sums for the same units seen before and after: &sum;y&#8321;/&sum;x&#8321;
 * &minus; &sum;y&#8320;/&sum;x&#8320;. Error by leaving one cluster out (see {@link Jackknife}),
 * made from sums, so it costs one pass over units and one over clusters. Fewer than two clusters:
 * undefined.
 */
public final class RatioChange {
  private RatioChange() {}

  /**
   * One unit, seen twice.
   *
   * @param cluster what moves together: the team; the unit itself when units are independent
   */
  public record Unit(String cluster, Ratio.Pair before, Ratio.Pair after) {}

  public static Figure of(List<Unit> units, double confidence) {
    Map<String, double[]> clusters = new TreeMap<>();
    double[] total = new double[4];
    for (Unit unit : units) {
      double[] sums = {
        unit.after().numerator(),
        unit.after().denominator(),
        unit.before().numerator(),
        unit.before().denominator()
      };
      add(total, sums);
      add(clusters.computeIfAbsent(unit.cluster(), c -> new double[4]), sums);
    }
    if (clusters.size() < 2) {
      return new Figure.Undefined("one alone has no spread to judge the change by");
    }
    if (total[1] == 0 || total[3] == 0) {
      return new Figure.Undefined("nothing was measured to take a share of");
    }
    return jackknife(total, clusters, confidence, units.size());
  }

  private static Figure jackknife(
      double[] total, Map<String, double[]> clusters, double confidence, int n) {
    Function<double[], Double> without = sums -> change(minus(total, sums));
    List<Double> left = clusters.values().stream().map(without).filter(Double::isFinite).toList();
    if (left.size() < clusters.size()) {
      return new Figure.Undefined("all that was measured comes from one place");
    }
    double c = left.size();
    double error = (c - 1) * Math.sqrt(Means.variance(left) / c);
    return Means.around(change(total), error, c - 1, confidence, n);
  }

  private static double change(double[] sums) {
    return sums[0] / sums[1] - sums[2] / sums[3];
  }

  private static void add(double[] total, double[] sums) {
    for (int i = 0; i < total.length; i++) {
      total[i] += sums[i];
    }
  }

  private static double[] minus(double[] total, double[] sums) {
    double[] rest = total.clone();
    for (int i = 0; i < rest.length; i++) {
      rest[i] -= sums[i];
    }
    return rest;
  }
}
