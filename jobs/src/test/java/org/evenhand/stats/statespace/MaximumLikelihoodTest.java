package org.evenhand.stats.statespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class MaximumLikelihoodTest {
  private static final long SEED = 20_261_122;

  @Test
  void noNeighbourOfTheEstimateOfACurveIsMoreLikely() {
    Series series = curve(new Random(SEED), 120);
    MaternCurve found = MaximumLikelihood.maternCurve(series);
    double best = Filter.of(found, series).logLikelihood();

    for (double by : new double[] {0.98, 1.02}) {
      for (StateSpace other :
          List.of(
              new MaternCurve(found.noise() * by, found.variance(), found.length()),
              new MaternCurve(found.noise(), found.variance() * by, found.length()),
              new MaternCurve(found.noise(), found.variance(), found.length() * by))) {
        assertThat(Filter.of(other, series).logLikelihood()).isLessThan(best);
      }
    }
  }

  @Test
  void findsThePlantedCurve() {
    MaternCurve found = MaximumLikelihood.maternCurve(curve(new Random(SEED), 600));

    assertThat(found.noise()).isCloseTo(0.25, within(0.05));
    assertThat(found.variance()).isCloseTo(1, within(0.35));
    assertThat(found.length()).isCloseTo(8, within(2.0));
  }

  @Test
  void scalingTheValuesScalesTheVariances() {
    Series series = curve(new Random(SEED), 80);
    Series scaled =
        new Series(
            series.observations().stream()
                .map(one -> new Series.Observation(one.time(), one.value().map(v -> 10 * v + 4)))
                .toList());
    LocalLevel one = MaximumLikelihood.localLevel(series);
    LocalLevel other = MaximumLikelihood.localLevel(scaled);

    assertThat(other.noise()).isCloseTo(100 * one.noise(), within(1e-4 * other.noise()));
    assertThat(other.drift()).isCloseTo(100 * one.drift(), within(1e-4 * other.drift()));
  }

  @Test
  void noiseAloneHasNoDrift() {
    double[] values = {1, -1, 1, -1, 1, -1, 1, -1, 1, -1};
    Series series =
        new Series(
            IntStream.range(0, values.length)
                .mapToObj(i -> new Series.Observation(i, Optional.of(values[i])))
                .toList());

    assertThat(MaximumLikelihood.localLevel(series).drift()).isZero();
  }

  @Test
  void twoValuesAreTooFew() {
    Series series =
        new Series(
            List.of(
                new Series.Observation(0, Optional.of(1.0)),
                new Series.Observation(1, Optional.of(2.0))));

    assertThatThrownBy(() -> MaximumLikelihood.localLevel(series))
        .hasMessage(
            "Cannot estimate variances from 2 values, 2 of them different: at least 3 values that differ are needed. Give the variances with --params.");
  }

  /** &kappa;&sup2; = 1, length 8, noise 0.25, at irregular times, by the state space itself. */
  private static Series curve(Random random, int n) {
    MaternCurve model = new MaternCurve(0.25, 1, 8);
    double rate = Math.sqrt(3) / 8;
    double level = random.nextGaussian();
    double slope = rate * random.nextGaussian();
    List<Series.Observation> all = new ArrayList<>();
    double time = 0;
    for (int i = 0; i < n; i++) {
      all.add(new Series.Observation(time, Optional.of(2 + level + 0.5 * random.nextGaussian())));
      double gap = 0.2 + 2 * random.nextDouble();
      var f = model.transition(gap);
      var q = model.innovation(gap);
      double first = Math.sqrt(q.get(1, 1)) * random.nextGaussian();
      double along = q.get(1, 2) / q.get(1, 1);
      double second =
          along * first + Math.sqrt(q.get(2, 2) - along * q.get(1, 2)) * random.nextGaussian();
      double next = f.get(1, 1) * level + f.get(1, 2) * slope + first;
      slope = f.get(2, 1) * level + f.get(2, 2) * slope + second;
      level = next;
      time += gap;
    }
    return new Series(all);
  }
}
