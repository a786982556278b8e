package org.evenhand.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.evenhand.stats.CrossedEffects.Factor;
import org.junit.jupiter.api.Test;

final class LeaveOutVarianceTest {
  private static final long SEED = 20_261_122;
  private static final int WORKERS = 40;
  private static final int TERRITORIES = 15;

  /** Residuals three times as wide in half of the territories. */
  @Test
  void meanOverSamplesIsTheTruthWherePlugInIsNot() {
    Design design = new Design(new Random(SEED));
    LeaveOutVariance.Components truth = design.truth();
    double[] plugIn = new double[3];
    double[] corrected = new double[3];
    int draws = 400;
    Random random = new Random(SEED + 1);
    for (int i = 0; i < draws; i++) {
      LeaveOutVariance fit = design.fit(random, 0.5, 1.5);
      add(plugIn, fit.plugIn(), draws);
      add(corrected, fit.corrected(), draws);
    }

    assertThat(corrected[0]).isCloseTo(truth.worker(), within(0.05));
    assertThat(corrected[1]).isCloseTo(truth.territory(), within(0.05));
    assertThat(corrected[2]).isCloseTo(truth.covariance(), within(0.05));
    assertThat(plugIn[0]).isGreaterThan(truth.worker() + 0.3);
    assertThat(plugIn[1]).isGreaterThan(truth.territory() + 0.2);
    assertThat(plugIn[2]).isLessThan(truth.covariance() - 0.15);
  }

  @Test
  void withEqualVariancesItAgreesOnAverageWithOneVarianceForAll() {
    Design design = new Design(new Random(SEED));
    double[] one = new double[3];
    double[] own = new double[3];
    Random random = new Random(SEED + 2);
    for (int i = 0; i < 400; i++) {
      LeaveOutVariance fit = design.fit(random, 1, 1);
      add(one, fit.homoskedastic(), 400);
      add(own, fit.corrected(), 400);
    }
    for (int i = 0; i < 3; i++) {
      assertThat(own[i]).isCloseTo(one[i], within(0.03));
    }
  }

  @Test
  void withoutNoiseNothingIsTakenOff() {
    Design design = new Design(new Random(SEED));
    LeaveOutVariance fit = design.fit(new Random(1), 0, 0);

    assertThat(fit.corrected().worker()).isCloseTo(design.truth().worker(), within(1e-10));
    assertThat(fit.corrected().covariance()).isCloseTo(design.truth().covariance(), within(1e-10));
  }

  /** Two squares of two workers and two territories, joined by one observation; one loose end. */
  @Test
  void bridgesAndLooseEndsArePruned() {
    int[] worker = {0, 0, 1, 1, 2, 2, 3, 3, 2, 0, 4};
    int[] territory = {0, 1, 0, 1, 2, 3, 2, 3, 2, 2, 3};
    double[] values = {1, 2, 3, 5, 8, 1, 2, 4, 6, 7, 9};
    LeaveOutVariance fit = LeaveOutVariance.of(values, factor(worker), factor(territory));

    assertThat(fit.observations()).isEqualTo(5);
    assertThat(fit.dropped()).isEqualTo(6);
    assertThat(fit.workers()).isEqualTo(2);
    assertThat(fit.territories()).isEqualTo(2);
  }

  @Test
  void aTreeHasNothingToLeaveOut() {
    assertThatThrownBy(
            () ->
                LeaveOutVariance.of(
                    new double[] {1, 2, 3},
                    factor(new int[] {0, 0, 1}),
                    factor(new int[] {0, 1, 1})))
        .hasMessageContaining("joined by more than one path");
  }

  private static void add(double[] to, LeaveOutVariance.Components from, int of) {
    to[0] += from.worker() / of;
    to[1] += from.territory() / of;
    to[2] += from.covariance() / of;
  }

  private static Factor factor(int[] levels) {
    return new Factor("levels", Arrays.stream(levels).boxed().toList());
  }

  /** Every worker in three territories next to each other, so that the graph is thin. */
  private static final class Design {
    private final int[] worker = new int[3 * WORKERS];
    private final int[] territory = new int[3 * WORKERS];
    private final double[] effects = new double[3 * WORKERS];
    private final List<double[]> parts = new ArrayList<>();

    Design(Random random) {
      double[] ofWorker = random.doubles(WORKERS).map(u -> random.nextGaussian()).toArray();
      double[] ofTerritory =
          random.doubles(TERRITORIES).map(u -> 0.7 * random.nextGaussian()).toArray();
      for (int i = 0; i < worker.length; i++) {
        worker[i] = i / 3;
        territory[i] = (i / 3 + i % 3) % TERRITORIES;
        effects[i] = ofWorker[worker[i]] + ofTerritory[territory[i]];
        parts.add(new double[] {ofWorker[worker[i]], ofTerritory[territory[i]]});
      }
    }

    LeaveOutVariance fit(Random random, double narrow, double wide) {
      double[] values =
          IntStream.range(0, worker.length)
              .mapToDouble(
                  i -> effects[i] + random.nextGaussian() * (territory[i] % 2 == 0 ? narrow : wide))
              .toArray();
      return LeaveOutVariance.of(values, factor(worker), factor(territory));
    }

    LeaveOutVariance.Components truth() {
      return new LeaveOutVariance.Components(product(0, 0), product(1, 1), product(0, 1));
    }

    private double product(int one, int other) {
      double mean = parts.stream().mapToDouble(part -> part[one]).average().orElseThrow();
      double second = parts.stream().mapToDouble(part -> part[other]).average().orElseThrow();
      return parts.stream()
          .mapToDouble(part -> (part[one] - mean) * (part[other] - second))
          .average()
          .orElseThrow();
    }
  }
}
