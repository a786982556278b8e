package org.evenhand.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.evenhand.stats.CrossedEffects.Factor;
import org.junit.jupiter.api.Test;

final class CrossedEffectsTest {
  private static final long SEED = 20_261_122;

  /** The whole variance matrix, its determinant and inverse: no neighbour has more likelihood. */
  @Test
  void criterionIsThatOfTheDenseLikelihoodAndLowest() {
    for (Likelihood likelihood : Likelihood.values()) {
      Sample sample = new Sample(new Random(SEED), 60, 9, 4);
      CrossedEffects fit =
          CrossedEffects.of(sample.values, sample.first, sample.second, likelihood);
      double[] best = {fit.first(), fit.second(), fit.residual()};

      assertThat(sample.dense(best, likelihood)).isCloseTo(fit.criterion(), within(1e-8));
      for (int i = 0; i < 3; i++) {
        for (double factor : new double[] {0.97, 1.03}) {
          double[] beside = best.clone();
          beside[i] *= factor;
          assertThat(sample.dense(beside, likelihood)).isGreaterThan(fit.criterion());
        }
      }
    }
  }

  /** Predictions by the textbook: G Z' V^-1 (y - mu). */
  @Test
  void effectsAreTheBestLinearPredictions() {
    Sample sample = new Sample(new Random(SEED), 60, 9, 4);
    CrossedEffects fit =
        CrossedEffects.of(sample.values, sample.first, sample.second, Likelihood.RESTRICTED);
    DMatrixRMaj inverse =
        inverse(sample.variance(new double[] {fit.first(), fit.second(), fit.residual()}));
    DMatrixRMaj rest = new DMatrixRMaj(sample.values.length, 1);
    for (int i = 0; i < sample.values.length; i++) {
      rest.set(i, sample.values[i] - fit.mean());
    }
    DMatrixRMaj weighted = CommonOps_DDRM.mult(inverse, rest, null);
    for (int level = 0; level < 9; level++) {
      double predicted = 0;
      for (int i = 0; i < sample.values.length; i++) {
        predicted += sample.first.levels().get(i) == level ? fit.first() * weighted.get(i) : 0;
      }
      assertThat(fit.firstEffects().get(level).shrunken())
          .isCloseTo(fit.mean() + predicted, within(1e-9));
    }
  }

  @Test
  void changingPlacesChangesNothing() {
    Sample sample = new Sample(new Random(SEED), 80, 5, 12);
    CrossedEffects fit =
        CrossedEffects.of(sample.values, sample.first, sample.second, Likelihood.FULL);
    CrossedEffects turned =
        CrossedEffects.of(sample.values, sample.second, sample.first, Likelihood.FULL);

    assertThat(turned.second()).isEqualTo(fit.first());
    assertThat(turned.firstEffects()).isEqualTo(fit.secondEffects());
  }

  @Test
  void aFactorOfNoiseAloneHasNoVariance() {
    double[] values = new double[40];
    Arrays.setAll(values, i -> i % 2 == 0 ? 1 : -1);
    Factor first = new Factor("pair", IntStream.range(0, 40).mapToObj(i -> i / 2).toList());
    Factor second = new Factor("ten", IntStream.range(0, 40).mapToObj(i -> i / 10).toList());
    CrossedEffects fit = CrossedEffects.of(values, first, second, Likelihood.RESTRICTED);

    assertThat(fit.first()).isZero();
    assertThat(fit.second()).isZero();
    assertThat(fit.residual()).isCloseTo(40.0 / 39, within(1e-12));
  }

  @Test
  void thousandsOfLevelsRecoverTheirVariances() {
    Sample sample = new Sample(new Random(SEED), 12_000, 3000, 40);
    CrossedEffects fit =
        CrossedEffects.of(sample.values, sample.first, sample.second, Likelihood.RESTRICTED);

    assertThat(fit.first()).isCloseTo(4, within(0.3));
    assertThat(fit.second()).isCloseTo(1, within(0.6));
    assertThat(fit.residual()).isCloseTo(2.25, within(0.1));
  }

  @Test
  void factorsThatCannotBeToldApartAreRefused() {
    Factor one = new Factor("one", List.of(0, 0, 1, 1));
    double[] values = {1, 2, 3, 5};
    assertThatThrownBy(() -> CrossedEffects.of(values, one, one, Likelihood.FULL))
        .hasMessageContaining("part the rows alike");
    assertThatThrownBy(
            () ->
                CrossedEffects.of(
                    values, one, new Factor("each", List.of(0, 1, 2, 3)), Likelihood.FULL))
        .hasMessageContaining("'each' has 4 levels in 4 rows");
  }

  private static DMatrixRMaj inverse(DMatrixRMaj of) {
    DMatrixRMaj inverse = of.copy();
    CommonOps_DDRM.invert(inverse);
    return inverse;
  }

  private static final class Sample {
    private final double[] values;
    private final Factor first;
    private final Factor second;

    /** Every level at least once; standard deviations 2, 1 and 1.5. */
    Sample(Random random, int rows, int firstLevels, int secondLevels) {
      int[] ofFirst = IntStream.range(0, rows).map(i -> i % firstLevels).toArray();
      int[] ofSecond =
          IntStream.range(0, rows)
              .map(i -> i < secondLevels ? i : random.nextInt(secondLevels))
              .toArray();
      double[] a = random.doubles(firstLevels).map(u -> 2 * random.nextGaussian()).toArray();
      double[] b = random.doubles(secondLevels).map(u -> random.nextGaussian()).toArray();
      values =
          IntStream.range(0, rows)
              .mapToDouble(i -> 50 + a[ofFirst[i]] + b[ofSecond[i]] + 1.5 * random.nextGaussian())
              .toArray();
      first = new Factor("first", Arrays.stream(ofFirst).boxed().toList());
      second = new Factor("second", Arrays.stream(ofSecond).boxed().toList());
    }

    DMatrixRMaj variance(double[] variances) {
      int n = values.length;
      DMatrixRMaj variance = new DMatrixRMaj(n, n);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          variance.set(
              i,
              j,
              (first.levels().get(i).equals(first.levels().get(j)) ? variances[0] : 0)
                  + (second.levels().get(i).equals(second.levels().get(j)) ? variances[1] : 0)
                  + (i == j ? variances[2] : 0));
        }
      }
      return variance;
    }

    double dense(double[] variances, Likelihood likelihood) {
      DMatrixRMaj variance = variance(variances);
      DMatrixRMaj inverse = inverse(variance);
      double ones = CommonOps_DDRM.elementSum(inverse);
      DMatrixRMaj y = new DMatrixRMaj(values.length, 1, true, values.clone());
      DMatrixRMaj weighted = CommonOps_DDRM.mult(inverse, y, null);
      double mean = CommonOps_DDRM.elementSum(weighted) / ones;
      CommonOps_DDRM.add(y, -mean);
      double squares =
          CommonOps_DDRM.multTransA(y, CommonOps_DDRM.mult(inverse, y, null), null).get(0);
      double restricted = likelihood == Likelihood.RESTRICTED ? Math.log(ones) : 0;
      return Math.log(CommonOps_DDRM.det(variance))
          + restricted
          + likelihood.freedom(values.length) * Math.log(2 * Math.PI)
          + squares;
    }
  }
}
