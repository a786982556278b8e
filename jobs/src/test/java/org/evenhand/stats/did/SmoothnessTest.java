package org.evenhand.stats.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

/**
 * The Medicaid expansion example of the README of the R package HonestDiD (asheshrambachan,
 * README.md, "Sensitivity Analysis Using Smoothness Restrictions"). Estimates and covariance are
 * ours: the event study it describes, two-way fixed effects and clusters by state, on
 * Mixtape-Sessions/Advanced-DID ehec_data.
 */
final class SmoothnessTest {
  private static final double[] ESTIMATES = {
    -0.005285354532720755,
    -0.011297324648151183,
    -0.0026759918117936245,
    -0.001419312252110727,
    0.00033966351897162655,
    0.04644685415994547,
    0.06920617547902189
  };
  private static final double[][] COVARIANCE = {
    {
      7.488483635897708e-05,
      6.0398740956444204e-05,
      4.4446198184611816e-05,
      3.3857647060892156e-05,
      4.328011254743591e-05,
      4.765880478777984e-05,
      2.4251286997541464e-05
    },
    {
      6.0398740956444204e-05,
      7.266500616997028e-05,
      3.789330221288144e-05,
      2.8665780251485008e-05,
      4.543320628403789e-05,
      4.428850119318107e-05,
      2.8246550429846295e-05
    },
    {
      4.4446198184611816e-05,
      3.789330221288144e-05,
      5.052051940162935e-05,
      2.6736794324839146e-05,
      2.778193567674073e-05,
      3.060644108905558e-05,
      9.637533882668891e-06
    },
    {
      3.3857647060892156e-05,
      2.8665780251485008e-05,
      2.6736794324839146e-05,
      4.003222026337798e-05,
      2.4128599757164112e-05,
      2.3808682090736164e-05,
      2.9238781433637677e-06
    },
    {
      4.328011254743591e-05,
      4.543320628403789e-05,
      2.778193567674073e-05,
      2.4128599757164112e-05,
      5.4626622070543055e-05,
      3.682531051743181e-05,
      9.722947502418231e-06
    },
    {
      4.765880478777984e-05,
      4.428850119318107e-05,
      3.060644108905558e-05,
      2.3808682090736164e-05,
      3.682531051743181e-05,
      8.375668824677537e-05,
      6.321397962533771e-05
    },
    {
      2.4251286997541464e-05,
      2.8246550429846295e-05,
      9.637533882668891e-06,
      2.9238781433637677e-06,
      9.722947502418231e-06,
      6.321397962533771e-05,
      0.00010712352303004419
    }
  };

  /** Lower, upper for M = 0, 0.01, ... 0.05, as its cached result holds them. */
  private static final double[][] PUBLISHED = {
    {0.02594147902742559, 0.06072578637633297},
    {0.013197025151447349, 0.0786707425358153},
    {0.002856995951433544, 0.09071603940652409},
    {-0.007142576403053387, 0.10071561176101101},
    {-0.017142576402225745, 0.11071561176018338},
    {-0.027142576401398125, 0.12071561175935576},
  };

  /** It draws the critical value a million times, which is worth 3e-5 here; ours is exact. */
  @Test
  void reproducesTheMedicaidExample() {
    Smoothness found = medicaid(List.of(0.0, 0.01, 0.02, 0.03, 0.04, 0.05));

    for (int i = 0; i < PUBLISHED.length; i++) {
      Smoothness.Interval interval = found.intervals().get(i);
      assertThat(interval.low()).isCloseTo(PUBLISHED[i][0], within(4e-5));
      assertThat(interval.high()).isCloseTo(PUBLISHED[i][1], within(4e-5));
    }
  }

  /** The same search by scipy's Nelder-Mead and root-finding. */
  @Test
  void agreesWithAnotherSearch() {
    List<Smoothness.Interval> found = medicaid(List.of(0.0, 0.01, 0.02, 0.03)).intervals();

    assertThat(found.get(0).low()).isCloseTo(0.02597143282798397, within(1e-9));
    assertThat(found.get(1).low()).isCloseTo(0.013174876137793494, within(1e-7));
    assertThat(found.get(1).high()).isCloseTo(0.07868435504590232, within(1e-7));
    assertThat(found.get(2).low()).isCloseTo(0.002834377592787138, within(1e-7));
    assertThat(found.get(3).high()).isCloseTo(0.10073786508514437, within(1e-7));
  }

  /** "The breakdown value for a significant effect is M about 0.03": between 0.02 and 0.03. */
  @Test
  void theIntervalAtTheBreakdownValueTouchesZero() {
    double breakdown = medicaid(List.of()).breakdown().orElseThrow();

    assertThat(breakdown).isBetween(0.02, 0.03);
    assertThat(medicaid(List.of(breakdown)).intervals().get(0).low()).isCloseTo(0, within(1e-8));
  }

  @Test
  void aMirroredEffectBreaksDownAtTheSameBound() {
    SortedMap<Integer, Double> mirrored = new TreeMap<>();
    estimates(ESTIMATES, 5).forEach((time, value) -> mirrored.put(time, -value));
    Smoothness found = Smoothness.of(mirrored, COVARIANCE, new double[] {1, 0}, List.of(), 0.95);

    assertThat(found.breakdown().orElseThrow())
        .isCloseTo(medicaid(List.of()).breakdown().orElseThrow(), within(1e-8));
  }

  @Test
  void theIntervalWidensWithTheBound() {
    List<Smoothness.Interval> found =
        medicaid(List.of(0.0, 0.002, 0.004, 0.008, 0.016, 0.1)).intervals();
    for (int i = 1; i < found.size(); i++) {
      assertThat(found.get(i).high() - found.get(i).low())
          .isGreaterThan(found.get(i - 1).high() - found.get(i - 1).low());
    }
  }

  /**
   * Independent estimates of variance 1: the line through the reference is drawn by sum k b / sum k
   * k.
   */
  @Test
  void aStraightTrendIsExtendedByLeastSquares() {
    SortedMap<Integer, Double> estimates = estimates(new double[] {-2.5, -2.2, -0.9, 9}, 3);
    Smoothness.Interval found =
        Smoothness.of(estimates, identity(4), new double[] {1}, List.of(0.0), 0.95)
            .intervals()
            .get(0);
    double slope = (1 * 0.9 + 2 * 2.2 + 3 * 2.5) / 14;
    double half =
        NormalDistribution.of(0, 1).inverseCumulativeProbability(0.975) * Math.sqrt(15 / 14.0);

    assertThat(found.low()).isCloseTo(9 - slope - half, within(1e-10));
    assertThat(found.high()).isCloseTo(9 - slope + half, within(1e-10));
  }

  /** One pre-period: effect less one slope, bias M, variance of the sum of two. */
  @Test
  void withOnePreperiodNothingIsFree() {
    SortedMap<Integer, Double> estimates = estimates(new double[] {-1, 9}, 1);
    Smoothness.Interval found =
        Smoothness.of(estimates, identity(2), new double[] {1}, List.of(2.0), 0.95)
            .intervals()
            .get(0);
    double half = FoldedNormal.quantile(0.95, 2 / Math.sqrt(2)) * Math.sqrt(2);

    assertThat(found.low()).isCloseTo(8 - half, within(1e-10));
    assertThat(found.high()).isCloseTo(8 + half, within(1e-10));
  }

  /** The second way: all weights on a fine grid, the bias found by trying every bend. */
  @Test
  void twoPreperiodsAgreeWithAGrid() {
    Random random = new Random(20_261_122);
    for (int i = 0; i < 5; i++) {
      double[][] covariance = covariance(random, 4);
      SortedMap<Integer, Double> estimates = estimates(new double[] {1, 0.5, 4, 6}, 2);
      double bound = 0.2 + random.nextDouble();
      Smoothness.Interval found =
          Smoothness.of(estimates, covariance, new double[] {0.3, 0.7}, List.of(bound), 0.95)
              .intervals()
              .get(0);
      double shortest = Double.POSITIVE_INFINITY;
      for (double v = -4; v <= 4; v += 0.001) {
        double[] weights = {v, 1.7 - 2 * v, 0.3, 0.7};
        shortest = Math.min(shortest, half(weights, covariance, bound));
      }
      assertThat((found.high() - found.low()) / 2).isCloseTo(shortest, within(1e-5));
    }
  }

  @Test
  void theCriticalValueHoldsItsProbability() {
    NormalDistribution normal = NormalDistribution.of(0, 1);
    for (double t = 0; t < 40; t += 0.37) {
      double c = FoldedNormal.quantile(0.95, t);
      assertThat(normal.cumulativeProbability(c - t) - normal.cumulativeProbability(-c - t))
          .isCloseTo(0.95, within(1e-12));
    }
    assertThat(FoldedNormal.quantile(0.95, 0)).isCloseTo(1.959963984540054, within(1e-12));
  }

  @Test
  void whatCannotBeJudgedHasAReason() {
    double[] first = {1};
    assertThat(
            Smoothness.of(
                estimates(new double[] {1, 5}, 1), new double[2][2], first, List.of(0.0), 0.95))
        .isEqualTo(
            new Smoothness(
                List.of(),
                java.util.Optional.empty(),
                java.util.Optional.of(
                    "the covariance matrix of the estimates is singular: there are too few teams"
                        + " for so many periods")));
    assertThat(
            Smoothness.of(estimates(new double[] {5}, 0), identity(1), first, List.of(), 0.95)
                .reason())
        .contains("there is no estimate before the reference period");
    assertThat(
            Smoothness.of(
                    new TreeMap<>(java.util.Map.of(-4, 1.0, -2, 1.0, 0, 1.0)),
                    identity(3),
                    first,
                    List.of(),
                    0.95)
                .reason())
        .contains("event times [-4, -2, 0] are not consecutive");
    assertThat(
            Smoothness.of(estimates(new double[] {0, 1}, 1), identity(2), first, List.of(), 0.95)
                .reason())
        .contains("the interval includes 0 at M = 0 already");
  }

  @Test
  void aReferencePeriodGivenAsZeroIsLeftOut() {
    SortedMap<Integer, Double> with = estimates(new double[] {-1, 9}, 1);
    with.put(-1, 0.0);
    double[][] covariance = {{1, 0, 0}, {0, 0, 0}, {0, 0, 1}};

    assertThat(Smoothness.of(with, covariance, new double[] {1}, List.of(1.0), 0.95))
        .isEqualTo(
            Smoothness.of(
                estimates(new double[] {-1, 9}, 1),
                identity(2),
                new double[] {1},
                List.of(1.0),
                0.95));
  }

  @Test
  void aNegativeBoundIsRefused() {
    assertThatThrownBy(() -> medicaid(List.of(-1.0))).hasMessageContaining("no negative M");
  }

  private static Smoothness medicaid(List<Double> bounds) {
    return Smoothness.of(estimates(ESTIMATES, 5), COVARIANCE, new double[] {1, 0}, bounds, 0.95);
  }

  private static SortedMap<Integer, Double> estimates(double[] values, int before) {
    SortedMap<Integer, Double> estimates = new TreeMap<>();
    for (int i = 0; i < values.length; i++) {
      estimates.put(i < before ? i - before - 1 : i - before, values[i]);
    }
    return estimates;
  }

  private static double[][] identity(int size) {
    double[][] identity = new double[size][size];
    for (int i = 0; i < size; i++) {
      identity[i][i] = 1;
    }
    return identity;
  }

  private static double[][] covariance(Random random, int size) {
    double[][] root = new double[size][size];
    double[][] covariance = identity(size);
    for (double[] row : root) {
      java.util.Arrays.setAll(row, i -> random.nextGaussian());
    }
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        for (int k = 0; k < size; k++) {
          covariance[i][j] += root[i][k] * root[j][k];
        }
      }
    }
    return covariance;
  }

  /**
   * Periods -3, -2, (-1), 0, 1; every trend with slope 0 after -1 at first and bends of the bound.
   */
  private static double half(double[] weights, double[][] covariance, double bound) {
    double worst = 0;
    for (int signs = 0; signs < 8; signs++) {
      double atReference = (signs & 1) == 0 ? bound : -bound;
      double before = (signs & 2) == 0 ? bound : -bound;
      double after = (signs & 4) == 0 ? bound : -bound;
      double first = atReference;
      double[] trend = {before, 0, first, first + atReference + after};
      double bias = 0;
      for (int i = 0; i < 4; i++) {
        bias += weights[i] * trend[i];
      }
      worst = Math.max(worst, Math.abs(bias));
    }
    double variance = 0;
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        variance += weights[i] * weights[j] * covariance[i][j];
      }
    }
    double deviation = Math.sqrt(variance);
    return FoldedNormal.quantile(0.95, worst / deviation) * deviation;
  }
}
