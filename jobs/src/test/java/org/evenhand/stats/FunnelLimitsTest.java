package org.evenhand.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class FunnelLimitsTest {
  /** Printed binomial table, n = 20, p = 0.5: P(X <= 5) = 0.0207, P(X <= 6) = 0.0577. */
  @Test
  void limitIsInterpolatedBetweenTheTabulatedCounts() {
    double back = (0.0577 - 0.025) / (0.0577 - 0.0207);

    FunnelLimits limits = FunnelLimits.binomial(0.5, 20, FunnelLimits.INNER);

    assertThat(limits.low()).isCloseTo((6 - back) / 20, within(1e-4));
  }

  /** Second way: probabilities summed one by one. */
  @Test
  void limitsEqualSumsOfProbabilities() {
    for (int n : new int[] {1, 3, 17, 60, 400}) {
      for (double target : new double[] {0.05, 0.3, 0.8}) {
        FunnelLimits limits = FunnelLimits.binomial(target, n, FunnelLimits.OUTER);
        assertThat(limits.low()).isCloseTo(summed(target, n, 0.001), within(1e-9));
        assertThat(limits.high()).isCloseTo(summed(target, n, 0.999), within(1e-9));
      }
    }
  }

  private static double summed(double target, int n, double q) {
    double below = 0;
    double probability = Math.pow(1 - target, n);
    for (int count = 0; count <= n; count++) {
      below += probability;
      if (below > q) {
        return Math.max(0, count - (below - q) / probability) / n;
      }
      probability *= (n - count) / (count + 1.0) * target / (1 - target);
    }
    return 1;
  }

  @Test
  void withManyCasesExactAndNormalLimitsAgree() {
    FunnelLimits exact = FunnelLimits.binomial(0.4, 100_000, FunnelLimits.INNER);
    FunnelLimits normal =
        FunnelLimits.normal(0.4, Math.sqrt(0.4 * 0.6 / 100_000), FunnelLimits.INNER);

    assertThat(exact.low()).isCloseTo(normal.low(), within(1e-5));
    assertThat(exact.high()).isCloseTo(normal.high(), within(1e-5));
  }

  @Test
  void withoutCasesEverythingLiesInside() {
    assertThat(FunnelLimits.binomial(0.4, 0, FunnelLimits.INNER)).isEqualTo(new FunnelLimits(0, 1));
    assertThat(FunnelLimits.binomial(0, 9, FunnelLimits.INNER)).isEqualTo(new FunnelLimits(0, 0));
  }
}
