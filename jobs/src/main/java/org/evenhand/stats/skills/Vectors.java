package org.evenhand.stats.skills;

import java.util.List;
import java.util.stream.IntStream;

/** Sums over positions, always in their order. */
final class Vectors {
  private Vectors() {}

  static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }

  /** Adds position by position. */
  static void add(double[] values, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] += values[i];
    }
  }

  static double[] at(double[] values, int[] positions) {
    return IntStream.of(positions).mapToDouble(i -> values[i]).toArray();
  }

  static <T> List<T> at(List<T> values, int[] positions) {
    return IntStream.of(positions).mapToObj(values::get).toList();
  }

  /** Positions up to a size that are not among some sorted ones. */
  static int[] others(int size, int[] positions) {
    boolean[] named = new boolean[size];
    for (int position : positions) {
      named[position] = true;
    }
    return IntStream.range(0, size).filter(i -> !named[i]).toArray();
  }
}
