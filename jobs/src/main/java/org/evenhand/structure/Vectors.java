package org.evenhand.structure;

import java.util.Arrays;
import java.util.List;

/** Sums of vectors of equal length. */
final class Vectors {
  private Vectors() {}

  static double[] sum(double[] a, double[] b) {
    double[] sum = a.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += b[i];
    }
    return sum;
  }

  static List<Double> list(double[] of) {
    return Arrays.stream(of).boxed().toList();
  }

  static double[] array(List<Double> of) {
    return of.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
