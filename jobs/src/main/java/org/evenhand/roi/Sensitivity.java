package org.evenhand.roi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenhand.stats.did.Aggregates.Part;
import org.evenhand.stats.did.Effect;
import org.evenhand.stats.did.Smoothness;

/**
 * How much the teams' difference in slope would have to change from period to period for the claim
 * to fail, and how much it changed before the start (Rambachan and Roth 2023). Event times are
 * shifted so that the last period before any effect is &minus;1; periods of anticipation count with
 * weight 0, the others since the start alike.
 *
 * @param breakdown empty when there is no claim to break, or too little before the start
 * @param largestBefore empty when fewer than two changes are known
 */
record Sensitivity(Optional<Double> breakdown, Optional<Double> largestBefore) {
  static final Sensitivity NONE = new Sensitivity(Optional.empty(), Optional.empty());

  static Sensitivity of(Estimate.Found found, int anticipation, double confidence) {
    List<Part> before = PreTrend.nearest(found, anticipation);
    List<Part> since =
        found.since().aggregates().dynamic().by().stream()
            .filter(part -> part.at() >= -anticipation)
            .toList();
    if (before.isEmpty() || since.isEmpty()) {
      return NONE;
    }
    SortedMap<Integer, Double> estimates = new TreeMap<>();
    List<Effect> effects = new ArrayList<>();
    for (Part part : concat(before, since)) {
      estimates.put(part.at() + anticipation, part.effect().value());
      effects.add(part.effect());
    }
    Smoothness smoothness =
        Smoothness.of(
            estimates, covariance(effects), weights(since, anticipation), List.of(), confidence);
    return new Sensitivity(smoothness.breakdown(), largest(before));
  }

  private static List<Part> concat(List<Part> before, List<Part> since) {
    List<Part> all = new ArrayList<>(before);
    all.addAll(since);
    return all;
  }

  private static double[][] covariance(List<Effect> effects) {
    double[][] covariance = new double[effects.size()][effects.size()];
    for (int i = 0; i < covariance.length; i++) {
      for (int j = 0; j < covariance.length; j++) {
        covariance[i][j] = effects.get(i).covariance(effects.get(j));
      }
    }
    return covariance;
  }

  private static double[] weights(List<Part> since, int anticipation) {
    double counted = since.stream().filter(part -> part.at() >= 0).count();
    return since.stream().mapToDouble(part -> part.at() < 0 ? 0 : 1 / counted).toArray();
  }

  /** Largest second difference up to the reference period, which is 0. */
  private static Optional<Double> largest(List<Part> before) {
    List<Double> values = new ArrayList<>(before.stream().map(p -> p.effect().value()).toList());
    values.add(0.0);
    Optional<Double> largest = Optional.empty();
    for (int i = 2; i < values.size(); i++) {
      double change = Math.abs(values.get(i) - 2 * values.get(i - 1) + values.get(i - 2));
      largest = Optional.of(Math.max(change, largest.orElse(0.0)));
    }
    return largest;
  }
}
