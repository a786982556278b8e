package org.evenhand.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NormalShrinkageTest {
  /** Colditz et al. (1994): cases and others of the vaccinated and the controls of 13 trials. */
  private static final double[][] BCG = {
    {4, 119, 11, 128},
    {6, 300, 29, 274},
    {3, 228, 11, 209},
    {62, 13536, 248, 12619},
    {33, 5036, 47, 5761},
    {180, 1361, 372, 1079},
    {8, 2537, 10, 619},
    {505, 87886, 499, 87892},
    {29, 7470, 45, 7232},
    {17, 1699, 65, 1600},
    {186, 50448, 141, 27197},
    {5, 2493, 3, 2338},
    {27, 16886, 29, 17825}
  };

  /** Viechtbauer (2010), metafor: log risk ratios, DerSimonian-Laird 0.3088. */
  @Test
  void varianceBetweenTrialsEqualsThePublishedOne() {
    double[] ratios = new double[BCG.length];
    double[] variances = new double[BCG.length];
    for (int i = 0; i < BCG.length; i++) {
      double treated = BCG[i][0] + BCG[i][1];
      double control = BCG[i][2] + BCG[i][3];
      ratios[i] = Math.log(BCG[i][0] / treated / (BCG[i][2] / control));
      variances[i] = 1 / BCG[i][0] - 1 / treated + 1 / BCG[i][2] - 1 / control;
    }

    assertThat(NormalShrinkage.of(ratios, variances).tau2()).isCloseTo(0.3088, within(5e-5));
  }

  /** Second way: with equal variances the moments are the sample variance less v. */
  @Test
  void withEqualVariancesItIsTheSampleVarianceLessThatOfChance() {
    double[] values = {1, 4, 2, 9, 5};
    NormalShrinkage fit = NormalShrinkage.of(values, new double[] {2, 2, 2, 2, 2});

    assertThat(fit.tau2())
        .isCloseTo(Means.variance(List.of(1.0, 4.0, 2.0, 9.0, 5.0)) - 2, within(1e-12));
    assertThat(fit.kept(2)).isCloseTo(fit.tau2() / (fit.tau2() + 2), within(1e-15));
  }

  @Test
  void differencesNoLargerThanChanceAreAllChance() {
    assertThat(NormalShrinkage.of(new double[] {1, 1.1}, new double[] {1, 1}).kept(1)).isZero();
    assertThat(NormalShrinkage.of(new double[] {7}, new double[] {1}).kept(1)).isZero();
    assertThat(NormalShrinkage.of(new double[0], new double[0]).tau2()).isZero();
  }

  @Test
  void aVarianceOfZeroIsRefused() {
    assertThatThrownBy(() -> NormalShrinkage.of(new double[] {1}, new double[] {0}))
        .hasMessageContaining("each needs one above 0");
  }
}
