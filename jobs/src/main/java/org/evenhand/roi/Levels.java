package org.evenhand.roi;

import java.util.SortedSet;
import java.util.TreeMap;

/**
 * Means of what was observed, weighted as the headline weights effects: periods alike within a
 * cohort, cohorts by their reps.
 */
record Levels(Scope scope, Linear outcome) {

  /** Of the treated, from each cohort's first period on; 0 when nobody was seen. */
  double sinceStart(SortedSet<Integer> cohorts) {
    double sum = 0;
    double weight = 0;
    for (int cohort : cohorts) {
      double size = size(cohort);
      if (size > 0 && scope.cohorts().test(cohort)) {
        sum += size * cohortMean(cohort);
        weight += size;
      }
    }
    return weight == 0 ? 0 : sum / weight;
  }

  private double size(int cohort) {
    return scope.panel().sizes(outcome.family()).entrySet().stream()
        .filter(entry -> entry.getKey().cohort() == cohort)
        .mapToLong(java.util.Map.Entry::getValue)
        .sum();
  }

  private double cohortMean(int cohort) {
    TreeMap<Integer, double[]> byPeriod = new TreeMap<>();
    for (BlockSum sum : scope.panel().levels(outcome.family())) {
      if (sum.block().cohort() == cohort && sum.pair().time() >= cohort) {
        double[] both = byPeriod.computeIfAbsent(sum.pair().time(), t -> new double[2]);
        both[0] += outcome.of(sum);
        both[1] += outcome.count(sum);
      }
    }
    return byPeriod.values().stream().mapToDouble(both -> both[0] / both[1]).average().orElse(0);
  }
}
