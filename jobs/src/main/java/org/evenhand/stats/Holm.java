package org.evenhand.stats;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * P-values adjusted for being several (Holm 1979): the i-th smallest of m becomes the largest of
 * (m&minus;j+1)p&#8331;&#11388;&#8332; over j &le; i, at most 1. The chance of even one false alarm
 * then keeps to the level. Ties get the same value; none given, none returned.
 */
public final class Holm {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private Holm() {}

  /** In the order given. */
  public static List<Double> adjusted(List<Double> pValues) {
    int m = pValues.size();
    List<Integer> order =
        IntStream.range(0, m).boxed().sorted(Comparator.comparing(pValues::get)).toList();
    double[] adjusted = new double[m];
    double largest = 0;
    for (int i = 0; i < m; i++) {
      largest = Math.max(largest, Math.min(1, (m - i) * pValues.get(order.get(i))));
      adjusted[order.get(i)] = largest;
    }
    return IntStream.range(0, m).mapToObj(i -> adjusted[i]).toList();
  }

  /** Two-sided p-value of a standard normal z. */
  public static double pValue(double z) {
    return 2 * NORMAL.survivalProbability(Math.abs(z));
  }
}
