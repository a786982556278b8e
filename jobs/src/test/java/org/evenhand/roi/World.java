package org.evenhand.roi;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.roi.Outcome.Family;
import org.evenhand.stats.did.Pair;

/** A small company on the driver: reps with outcomes by period, summed as Spark would. */
final class World {
  static final int FIRST = 1;
  static final int LAST = 12;

  private final List<Rep> reps = new ArrayList<>();
  private final SplittableRandom random;

  World(long seed) {
    this.random = new SplittableRandom(seed);
  }

  record Rep(Block block, Map<Integer, Map<Outcome, Double>> byPeriod) {}

  /** A team of reps whose non-selling hours fall by so many from their cohort on. */
  World team(String team, int cohort, int size, double saved) {
    double common = normal();
    for (int i = 0; i < size; i++) {
      double level = 14 + common + normal();
      Map<Integer, Map<Outcome, Double>> periods = new TreeMap<>();
      for (int t = FIRST; t <= LAST; t++) {
        boolean treated = cohort > 0 && t >= cohort;
        Map<Outcome, Double> outcomes = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
          outcomes.put(outcome, 0.0);
        }
        outcomes.put(
            Outcome.NON_SELLING_HOURS, level + 0.1 * t + 0.5 * normal() - (treated ? saved : 0));
        outcomes.put(Outcome.SELLING_HOURS, 10 + 0.5 * normal() + (treated ? 0.6 * saved : 0));
        outcomes.put(Outcome.CASES, 10.0);
        outcomes.put(Outcome.SUCCESSES, 3 + 0.3 * normal() + (treated ? 0.5 * saved : 0));
        outcomes.put(Outcome.COMMISSION, 9000 + 100 * normal());
        outcomes.put(Outcome.WON_VALUE, 50000 + 500 * normal());
        outcomes.put(Outcome.EMPLOYED, 1.0);
        periods.put(t, outcomes);
      }
      reps.add(new Rep(new Block(team, cohort, stratum(i)), periods));
    }
    return this;
  }

  private static Member.Stratum stratum(int i) {
    return new Member.Stratum("AE", "SETTLED", "A", List.of("LOW", "MIDDLE", "HIGH").get(i % 3));
  }

  private double normal() {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }

  /** Every rep with more of an outcome from the start on. */
  World withMore(Outcome outcome, double more) {
    reps.forEach(
        rep ->
            rep.byPeriod()
                .forEach(
                    (t, outcomes) ->
                        outcomes.merge(
                            outcome,
                            rep.block().treated() && t >= rep.block().cohort() ? more : 0,
                            Double::sum)));
    return this;
  }

  /** The same outcome for everybody at all times. */
  World constant(Outcome outcome, double value) {
    reps.forEach(rep -> rep.byPeriod().values().forEach(o -> o.put(outcome, value)));
    return this;
  }

  List<Rep> reps() {
    return List.copyOf(reps);
  }

  List<BlockSum> sums(int anticipation) {
    Set<Integer> bases = new TreeSet<>();
    reps.stream()
        .filter(rep -> rep.block().treated())
        .forEach(rep -> bases.add(rep.block().cohort() - 1 - anticipation));
    Map<Block, List<Rep>> blocks = new TreeMap<>(java.util.Comparator.comparing(Block::name));
    reps.forEach(rep -> blocks.computeIfAbsent(rep.block(), b -> new ArrayList<>()).add(rep));
    List<BlockSum> sums = new ArrayList<>();
    blocks.forEach(
        (block, own) -> {
          for (int t = FIRST; t <= LAST; t++) {
            for (int b = FIRST; b <= LAST; b++) {
              if (t == b || t - b == 1 || bases.contains(b)) {
                sums.add(sum(block, own, t, b));
              }
            }
          }
        });
    return sums;
  }

  private static BlockSum sum(Block block, List<Rep> own, int t, int b) {
    Map<Family, Long> counts = new EnumMap<>(Family.class);
    for (Family family : Family.values()) {
      counts.put(family, (long) own.size());
    }
    Map<Outcome, Double> totals = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      totals.put(
          outcome,
          own.stream()
              .mapToDouble(r -> at(r, t, outcome) - (t == b ? 0 : at(r, b, outcome)))
              .sum());
    }
    return new BlockSum(block, new Pair(t, b), counts, totals);
  }

  private static double at(Rep rep, int t, Outcome outcome) {
    return rep.byPeriod().getOrDefault(t, Map.of()).getOrDefault(outcome, 0.0);
  }
}
