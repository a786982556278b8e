package org.evenhand.stats.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.evenhand.stats.did.EffectVerdict.ChosenRollout;
import org.evenhand.stats.did.EffectVerdict.Desired;
import org.evenhand.stats.did.EffectVerdict.Estimate;
import org.evenhand.stats.did.EffectVerdict.RandomRollout;
import org.evenhand.stats.did.EffectVerdict.UnjudgedRollout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Smallest worthwhile effect 1, the trend as steady as it need be, ten teams, unless said. */
final class EffectVerdictTest {

  @ParameterizedTest
  @CsvSource({
    // low, high, standard error, verdict
    "1.1, 3, 0.5, HELPS_MATERIALLY",
    "1, 3, 0.5, HELPS",
    "0.1, 3, 0.5, HELPS",
    "0.1, 0.4, 0.1, HELPS",
    "0, 3, 0.5, UNDERPOWERED",
    "-3, -0.1, 0.5, HARMS",
    "-0.4, -0.1, 0.1, HARMS",
    "-0.5, 0.5, 0.2, NO_MATERIAL_EFFECT",
    "-1, 0.5, 0.2, INDETERMINATE",
    "-0.5, 1, 0.2, INDETERMINATE",
    "-0.5, 1.5, 0.35, INDETERMINATE",
    "-0.5, 1.5, 0.36, UNDERPOWERED",
    "-0.5, 0.5, 0.36, NO_MATERIAL_EFFECT",
    "0, 0, 0, NO_MATERIAL_EFFECT"
  })
  void followsTheBand(double low, double high, double error, EffectVerdict verdict) {
    ChosenRollout steady = new ChosenRollout(2, 1);

    assertThat(EffectVerdict.of(new Estimate(low, high, error), Desired.UP, 1, steady, 10))
        .isEqualTo(verdict);
    assertThat(EffectVerdict.of(new Estimate(-high, -low, error), Desired.DOWN, 1, steady, 10))
        .isEqualTo(verdict);
  }

  @ParameterizedTest
  @CsvSource({
    // breakdown, largest slope change, verdict
    "2, 1, HELPS_MATERIALLY",
    "1, 1, HELPS_MATERIALLY",
    "0.9, 1, DESIGN_NOT_CREDIBLE",
    "0, 0.1, DESIGN_NOT_CREDIBLE"
  })
  void aClaimNeedsSteadyTrends(double breakdown, double change, EffectVerdict verdict) {
    ChosenRollout design = new ChosenRollout(breakdown, change);

    assertThat(EffectVerdict.of(new Estimate(2, 3, 0.2), Desired.UP, 1, design, 10))
        .isEqualTo(verdict);
  }

  @Test
  void harmNeedsSteadyTrendsToo() {
    assertThat(
            EffectVerdict.of(
                new Estimate(-3, -2, 0.2), Desired.UP, 1, new ChosenRollout(0.5, 1), 10))
        .isEqualTo(EffectVerdict.DESIGN_NOT_CREDIBLE);
  }

  @Test
  void aRandomRolloutNeedsNoTrends() {
    assertThat(EffectVerdict.of(new Estimate(2, 3, 0.2), Desired.UP, 1, new RandomRollout(), 10))
        .isEqualTo(EffectVerdict.HELPS_MATERIALLY);
  }

  @Test
  void trendsThatCannotBeJudgedCarryNoClaimButTakeNoneAway() {
    UnjudgedRollout design = new UnjudgedRollout("there is one period before treatment");

    assertThat(EffectVerdict.of(new Estimate(2, 3, 0.2), Desired.UP, 1, design, 10))
        .isEqualTo(EffectVerdict.INDETERMINATE);
    assertThat(EffectVerdict.of(new Estimate(-0.5, 0.5, 0.2), Desired.UP, 1, design, 10))
        .isEqualTo(EffectVerdict.NO_MATERIAL_EFFECT);
  }

  @ParameterizedTest
  @CsvSource({"2, 3, 0.2", "-3, -2, 0.2", "-0.5, 0.5, 0.2", "-3, 3, 2"})
  void fewTreatedTeamsCarryNothing(double low, double high, double error) {
    Estimate estimate = new Estimate(low, high, error);

    assertThat(EffectVerdict.of(estimate, Desired.UP, 1, new RandomRollout(), 2))
        .isEqualTo(EffectVerdict.INDETERMINATE);
    assertThat(EffectVerdict.of(estimate, Desired.UP, 1, new RandomRollout(), 3))
        .isNotEqualTo(EffectVerdict.INDETERMINATE);
  }

  @Test
  void aBandUpsideDownAndAWorthwhileEffectOfNothingAreRefused() {
    assertThatThrownBy(() -> new Estimate(2, 1, 0.1)).hasMessageContaining("from 2.0 to 1.0");
    assertThatThrownBy(
            () -> EffectVerdict.of(new Estimate(1, 2, 0.1), Desired.UP, 0, new RandomRollout(), 9))
        .hasMessageContaining("above 0 in the policy");
  }
}
