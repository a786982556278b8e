package org.evenhand.skills;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.evenhand.stats.skills.StallWatch;

/**
 * Whose skill seems to have fallen, or to stand still below what the role asks for: within each
 * manager's list the largest set whose mean probability of being wrong stays within the policy's
 * share.
 */
record Stalls(InferencePolicy.Watch watch, Map<String, Double> plannedGrowth) {
  private static final double SURELY_BELOW = 0.8;

  /** What seems to have happened. */
  enum Kind {
    DECLINE,
    PLATEAU
  }

  /**
   * @param listError mean probability of being wrong over those named on the list
   */
  record Named(Changed changed, Kind kind, double probability, double listError) {}

  /** In order of manager, kind and probability. */
  List<Named> of(List<Changed> all) {
    List<Named> named = new ArrayList<>();
    byManager(all)
        .values()
        .forEach(
            list -> {
              named.addAll(named(list, Kind.DECLINE, this::decline));
              named.addAll(named(belowRequired(list), Kind.PLATEAU, this::plateau));
            });
    return named;
  }

  /** Those who would have been named thirteen weeks before. */
  List<Changed> before(List<Changed> all) {
    List<Changed> named = new ArrayList<>();
    byManager(all)
        .values()
        .forEach(
            list ->
                named(list, Kind.DECLINE, one -> one.before().then())
                    .forEach(one -> named.add(one.changed())));
    return named;
  }

  private static Map<Long, List<Changed>> byManager(List<Changed> all) {
    Map<Long, List<Changed>> lists = new TreeMap<>();
    all.forEach(one -> lists.computeIfAbsent(one.list(), key -> new ArrayList<>()).add(one));
    return lists;
  }

  private double decline(Changed one) {
    return new StallWatch(watch.decline()).probability(one.watched());
  }

  /** P(the change falls short of the growth planned). */
  private double plateau(Changed one) {
    return one.watched()
        .probabilityBelow(
            plannedGrowth.getOrDefault(key(one), 0.0) * one.level().prior().deviation());
  }

  private String key(Changed one) {
    return one.place().family() + "|" + one.pair().skill();
  }

  private List<Changed> belowRequired(List<Changed> list) {
    return list.stream()
        .filter(one -> plannedGrowth.containsKey(key(one)))
        .filter(one -> one.below() >= SURELY_BELOW)
        .filter(one -> decline(one) < one.watched().probabilityBelow(0))
        .toList();
  }

  private List<Named> named(List<Changed> list, Kind kind, ToDoubleFunction<Changed> probability) {
    List<Double> probabilities = list.stream().map(probability::applyAsDouble).toList();
    List<Integer> positions = StallWatch.named(probabilities, watch.falseDiscoveries());
    double error =
        positions.stream().mapToDouble(i -> 1 - probabilities.get(i)).average().orElse(0);
    return positions.stream()
        .map(i -> new Named(list.get(i), kind, probabilities.get(i), error))
        .toList();
  }
}
