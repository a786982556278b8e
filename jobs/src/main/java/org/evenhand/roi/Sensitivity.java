package org.evenhand.roi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenhand.stats.Quantiles;
import org.evenhand.stats.did.Aggregates.Part;
import org.evenhand.stats.did.Effect;
import org.evenhand.stats.did.Smoothness;

/**
 * How much the teams' difference in slope would have to change from period to period for the claim
 * to fail, and how much it changed before the start (Rambachan and Roth 2023). Event times are
 * shifted so that the last period before any effect is &minus;1; periods of anticipation count with
 * weight 0, the others since the start alike.
 *
 * <p>Changes seen before the start hold noise: in data without any trend the largest of them is two
 * to three of its errors, and no claim could ever pass. So what is set against the breakdown is the
 * part of the largest change that exceeds its own interval.
 *
 * @param breakdown 0 when a straight line takes the claim away; empty when it cannot be computed
 * @param largestBefore empty when no change is known
 * @param whyNot why there is no breakdown value
 */
record Sensitivity(
    Optional<Double> breakdown, Optional<Double> largestBefore, Optional<String> whyNot) {
  static final Sensitivity NONE =
      new Sensitivity(Optional.empty(), Optional.empty(), Optional.of("no claim is made"));

  static Sensitivity of(Estimate.Found found, int anticipation, double confidence) {
    List<Part> before = PreTrend.nearest(found, anticipation);
    List<Part> since =
        found.since().aggregates().dynamic().by().stream()
            .filter(part -> part.at() >= -anticipation)
            .toList();
    if (before.isEmpty() || since.isEmpty()) {
      return new Sensitivity(
          Optional.empty(), Optional.empty(), Optional.of("too little is seen before the start"));
    }
    SortedMap<Integer, Double> estimates = new TreeMap<>();
    List<Effect> effects = new ArrayList<>();
    for (Part part : concat(before, since)) {
      estimates.put(part.at() + anticipation, part.effect().value());
      effects.add(part.effect());
    }
    Smoothness smoothness =
        Smoothness.of(estimates, covariance(effects), weights(since), List.of(0.0), confidence);
    return new Sensitivity(breakdown(smoothness), largest(before, confidence), none(smoothness));
  }

  /** Computed intervals without a breakdown hold 0 under a straight line already. */
  private static Optional<Double> breakdown(Smoothness smoothness) {
    return smoothness.intervals().isEmpty()
        ? Optional.empty()
        : Optional.of(smoothness.breakdown().orElse(0.0));
  }

  private static Optional<String> none(Smoothness smoothness) {
    return smoothness.intervals().isEmpty() ? smoothness.reason() : Optional.empty();
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

  private static double[] weights(List<Part> since) {
    double counted = since.stream().filter(part -> part.at() >= 0).count();
    return since.stream().mapToDouble(part -> part.at() < 0 ? 0 : 1 / counted).toArray();
  }

  /** Of all second differences up to the reference period, which is 0, what exceeds their noise. */
  private static Optional<Double> largest(List<Part> before, double confidence) {
    List<Effect> effects = new ArrayList<>(before.stream().map(Part::effect).toList());
    effects.add(Effect.of(0, new double[effects.get(0).clusters()]));
    double critical = Quantiles.normal(confidence);
    Optional<Double> largest = Optional.empty();
    for (int i = 2; i < effects.size(); i++) {
      Effect change = Effect.combination(effects.subList(i - 2, i + 1), 1, -2, 1);
      double sure = Math.abs(change.value()) - critical * change.standardError();
      largest = Optional.of(Math.max(Math.max(0, sure), largest.orElse(0.0)));
    }
    return largest;
  }
}
