package org.evenhand.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class FiellerTest {
  private static final long SEED = 20_261_122;

  /** Independent, equal variances: a rotation of angle asin(q/r) either way, in closed form. */
  @Test
  void equalVariancesTurnTheRatioByAnAngle() {
    double q = Quantiles.normal(0.95);
    Fieller.Interval found = (Fieller.Interval) Fieller.of(new Fieller.Pair(6, 8, 1, 1, 0), 0.95);

    assertThat(found.low()).isCloseTo(Math.tan(Math.atan(0.75) - Math.asin(q / 10)), within(1e-12));
    assertThat(found.high())
        .isCloseTo(Math.tan(Math.atan(0.75) + Math.asin(q / 10)), within(1e-12));
    assertThat(found.ratio()).isEqualTo(0.75);
  }

  /** The second way: the test of a = rho b, for many rho. */
  @Test
  void theSetHoldsTheRatiosThatATestDoesNotReject() {
    Random random = new Random(SEED);
    double q = Quantiles.student(0.9, 12);
    for (int i = 0; i < 300; i++) {
      double varianceA = 0.1 + random.nextDouble();
      double varianceB = 0.1 + random.nextDouble();
      double covariance = (1.9 * random.nextDouble() - 0.95) * Math.sqrt(varianceA * varianceB);
      double a = 2 * random.nextGaussian();
      double b = 2 * random.nextGaussian();
      Fieller found = Fieller.of(new Fieller.Pair(a, b, varianceA, varianceB, covariance), 12, 0.9);
      for (double rho = -20; rho <= 20; rho += 0.01) {
        double distance =
            (a - rho * b) / Math.sqrt(varianceA - 2 * rho * covariance + rho * rho * varianceB);
        if (Math.abs(Math.abs(distance) - q) > 1e-9) {
          assertThat(found.contains(rho)).isEqualTo(Math.abs(distance) < q);
        }
      }
    }
  }

  @Test
  void theKindOfSetFollowsFromWhatMayBeZero() {
    assertThat(Fieller.of(new Fieller.Pair(5, 5, 1, 1, 0), 0.95))
        .isInstanceOf(Fieller.Interval.class);
    assertThat(Fieller.of(new Fieller.Pair(5, 1, 1, 1, 0), 0.95))
        .isInstanceOf(Fieller.Outside.class);
    assertThat(Fieller.of(new Fieller.Pair(1, 1, 1, 1, 0), 0.95))
        .isInstanceOf(Fieller.Everything.class);
    assertThat(Fieller.of(new Fieller.Pair(1, 0, 1, 1, 0), 0.95).contains(1e9)).isTrue();
  }

  @Test
  void aPreciseDenominatorGivesTheIntervalOfTheNumerator() {
    Fieller.Interval found =
        (Fieller.Interval) Fieller.of(new Fieller.Pair(3, 2, 0.25, 1e-18, 0), 0.95);
    double half = Quantiles.normal(0.95) * 0.5 / 2;

    assertThat(found.low()).isCloseTo(1.5 - half, within(1e-9));
    assertThat(found.high()).isCloseTo(1.5 + half, within(1e-9));
  }

  @Test
  void aDenominatorAtTheCriticalValueLeavesOneEnd() {
    double q = Quantiles.normal(0.95);
    Fieller found = Fieller.of(new Fieller.Pair(10, q, 1, 1, 0), 0.95);

    assertThat(found).isInstanceOf(Fieller.Outside.class);
    assertThat(((Fieller.Outside) found).low()).isEqualTo(Double.NEGATIVE_INFINITY);
    assertThat(found.contains(10 / q)).isTrue();
    assertThat(found.contains(0)).isFalse();
  }

  @Test
  void coverageIsNominalWithAWeakDenominatorToo() {
    Random random = new Random(SEED);
    for (double b : new double[] {0.5, 2, 8}) {
      int covered = 0;
      for (int i = 0; i < 20_000; i++) {
        double common = random.nextGaussian();
        double first = 3 + 0.6 * common + 0.8 * random.nextGaussian();
        double second = b + common;
        Fieller found = Fieller.of(new Fieller.Pair(first, second, 1, 1, 0.6), 0.9);
        covered += found.contains(3 / b) ? 1 : 0;
      }
      assertThat(covered / 20_000.0).isCloseTo(0.9, within(0.008));
    }
  }

  @Test
  void estimatesWithoutVarianceAreRefused() {
    assertThatThrownBy(() -> new Fieller.Pair(1, 2, 1, 1, 1))
        .hasMessage(
            "Cannot take the ratio of 1.0 and 2.0: variances 1.0 and 1.0 with covariance 1.0. Two"
                + " numbers with positive variances and a correlation inside -1 to 1 are needed.");
  }
}
