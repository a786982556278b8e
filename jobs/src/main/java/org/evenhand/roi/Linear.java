package org.evenhand.roi;

import java.util.Map;
import java.util.TreeMap;
import org.evenhand.roi.Outcome.Family;

/**
 * A weighted sum of outcomes of one family: as additive as they are, so its effects follow from the
 * same sums.
 */
record Linear(Family family, Map<Outcome, Double> weights) {
  Linear {
    weights = java.util.Collections.unmodifiableMap(new TreeMap<>(weights));
  }

  static Linear of(Outcome outcome) {
    return of(outcome, 1);
  }

  static Linear of(Outcome outcome, double weight) {
    return new Linear(outcome.family(), Map.of(outcome, weight));
  }

  double of(BlockSum sums) {
    double total = 0;
    for (Map.Entry<Outcome, Double> term : weights.entrySet()) {
      total += term.getValue() * sums.sum(term.getKey());
    }
    return total;
  }

  long count(BlockSum sums) {
    return sums.count(family);
  }

  /** first &times; this + second &times; other; both of one family. */
  Linear combined(double first, Linear other, double second) {
    Map<Outcome, Double> sum = new TreeMap<>();
    weights.forEach((outcome, weight) -> sum.merge(outcome, first * weight, Double::sum));
    other.weights.forEach((outcome, weight) -> sum.merge(outcome, second * weight, Double::sum));
    return new Linear(family, sum);
  }
}
