package org.evenhand.stats.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Randomisation inference: cohort labels are dealt to the clusters anew and the effect over its
 * cluster-robust error is computed each time; p = (1 + #{|t*| &ge; |t|})/(1 + B) (Fisher 1935; on t
 * after MacKinnon and Webb 2020). When there are no more different deals than draws, all are taken,
 * the true one once: p is exact. Assumes that every cluster could have had any cohort.
 */
public final class Randomisation {
  private final int[] labels;
  private final int draws;
  private final SplittableRandom random;

  private Randomisation(int[] labels, int draws, long seed) {
    this.labels = labels;
    this.draws = draws;
    this.random = new SplittableRandom(seed);
  }

  /**
   * @param p one per statistic; empty when the effect has no error
   * @param deals how many were compared, the true one among them
   */
  public record Result(List<OptionalDouble> p, int deals) {
    public Result {
      p = List.copyOf(p);
    }
  }

  /** Why labels cannot be dealt, if so. */
  public static Optional<String> whyNot(CellEstimator estimator) {
    return estimator.labels().whyNot();
  }

  /**
   * @param statistics the effects to judge, always the same number
   * @throws IllegalArgumentException when {@link #whyNot} has a reason
   */
  public static Result of(
      CellEstimator estimator,
      Function<GroupTime, List<Optional<Effect>>> statistics,
      int draws,
      long seed) {
    whyNot(estimator)
        .ifPresent(
            reason -> {
              throw new IllegalArgumentException("Cannot randomise: " + reason + ".");
            });
    Randomisation randomisation = new Randomisation(estimator.labels().cohorts(), draws, seed);
    double[] found = studentised(statistics.apply(estimator.estimate()));
    int[] asLarge = new int[found.length];
    List<int[]> deals = randomisation.deals();
    for (int[] deal : deals) {
      double[] dealt = studentised(statistics.apply(estimator.relabelled(deal).estimate()));
      for (int k = 0; k < found.length; k++) {
        asLarge[k] += dealt[k] >= found[k] * (1 - 1e-12) ? 1 : 0;
      }
    }
    List<OptionalDouble> p = new ArrayList<>();
    for (int k = 0; k < found.length; k++) {
      p.add(
          Double.isNaN(found[k])
              ? OptionalDouble.empty()
              : OptionalDouble.of((1.0 + asLarge[k]) / (1 + deals.size())));
    }
    return new Result(p, deals.size() + 1);
  }

  private static double[] studentised(List<Optional<Effect>> effects) {
    return effects.stream()
        .mapToDouble(
            effect ->
                effect
                    .filter(Effect::varies)
                    .map(own -> Math.abs(own.value()) / own.standardError())
                    .orElse(Double.NaN))
        .toArray();
  }

  /** All other deals, or draws of them. */
  private List<int[]> deals() {
    List<int[]> deals = new ArrayList<>();
    if (arrangements() <= draws) {
      int[] next = labels.clone();
      Arrays.sort(next);
      do {
        if (!Arrays.equals(next, labels)) {
          deals.add(next.clone());
        }
      } while (advance(next));
      return deals;
    }
    for (int b = 0; b < draws; b++) {
      deals.add(shuffled());
    }
    return deals;
  }

  /** How many different deals there are, or more than the draws. */
  private double arrangements() {
    double count = 1;
    int placed = 0;
    for (int label : Arrays.stream(labels).distinct().toArray()) {
      int same = (int) Arrays.stream(labels).filter(own -> own == label).count();
      for (int i = 1; i <= same; i++) {
        placed++;
        count = count * placed / i;
      }
    }
    return Math.rint(count);
  }

  private int[] shuffled() {
    int[] deal = labels.clone();
    for (int i = deal.length - 1; i > 0; i--) {
      swap(deal, i, random.nextInt(i + 1));
    }
    return deal;
  }

  /** The next arrangement in lexicographic order; false after the last. */
  private static boolean advance(int[] labels) {
    int i = labels.length - 2;
    while (i >= 0 && labels[i] >= labels[i + 1]) {
      i--;
    }
    if (i < 0) {
      return false;
    }
    int j = labels.length - 1;
    while (labels[j] <= labels[i]) {
      j--;
    }
    swap(labels, i, j);
    for (int from = i + 1, to = labels.length - 1; from < to; from++, to--) {
      swap(labels, from, to);
    }
    return true;
  }

  private static void swap(int[] labels, int i, int j) {
    int kept = labels[i];
    labels[i] = labels[j];
    labels[j] = kept;
  }
}
