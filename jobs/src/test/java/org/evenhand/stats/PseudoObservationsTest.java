package org.evenhand.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class PseudoObservationsTest {
  private static final long SEED = 20_261_122;

  @Test
  void withoutCensoringTheyAreTheOutcomes() {
    List<Spell> spells = spells(new Random(SEED), 40, 1);
    List<Double> survival = PseudoObservations.survival(spells, 6);
    List<Double> mean = PseudoObservations.restrictedMean(spells, 6);
    List<Double> incidence = PseudoObservations.incidence(spells, 6);

    for (int i = 0; i < spells.size(); i++) {
      Spell spell = spells.get(i);
      assertThat(survival.get(i)).isCloseTo(spell.exit() > 6 ? 1 : 0, within(1e-10));
      assertThat(mean.get(i)).isCloseTo(Math.min(spell.exit(), 6), within(1e-10));
      assertThat(incidence.get(i))
          .isCloseTo(spell.exit() <= 6 && spell.cause() == 1 ? 1 : 0, within(1e-10));
    }
  }

  /** The second way: every estimate made anew from the list without the case. */
  @Test
  void withCensoringTheyFollowTheirDefinition() {
    Random random = new Random(SEED);
    for (int round = 0; round < 20; round++) {
      List<Spell> spells = spells(random, 30, 0);
      agree(
          PseudoObservations.incidence(spells, 5),
          spells,
          cases -> AalenJohansen.of(cases).incidence(5));
      List<Spell> one =
          spells.stream().map(s -> Spell.of(s.exit(), Math.min(1, s.cause()))).toList();
      agree(
          PseudoObservations.survival(one, 5),
          one,
          cases -> KaplanMeier.of(cases).at(5).survival());
      agree(
          PseudoObservations.restrictedMean(one, 7),
          one,
          cases -> RestrictedMean.of(KaplanMeier.of(cases), 7).estimate());
    }
  }

  @Test
  void theirMeanIsNearTheEstimate() {
    List<Spell> spells = spells(new Random(SEED), 2000, 0);

    assertThat(mean(PseudoObservations.incidence(spells, 5)))
        .isCloseTo(AalenJohansen.of(spells).incidence(5), within(1e-4));
    assertThat(mean(PseudoObservations.restrictedMean(spells, 8)))
        .isCloseTo(RestrictedMean.of(KaplanMeier.of(anyCause(spells)), 8).estimate(), within(1e-3));
  }

  /** Their spread gives the standard error of the estimate (Greenwood's) in large samples. */
  @Test
  void theirSpreadGivesTheStandardError() {
    List<Spell> spells = anyCause(spells(new Random(SEED), 2000, 0));
    double error =
        Math.sqrt(Means.variance(PseudoObservations.survival(spells, 5)) / spells.size());

    assertThat(error).isCloseTo(KaplanMeier.of(spells).at(5).standardError(), within(0.01 * error));
  }

  @Test
  void noneForNoCasesAndTheEstimateForOne() {
    assertThat(PseudoObservations.survival(List.of(), 5)).isEmpty();
    assertThat(PseudoObservations.restrictedMean(List.of(Spell.of(3, 1)), 5)).containsExactly(3.0);
  }

  @Test
  void casesNotWatchedFromTheBeginningAreRefused() {
    assertThatThrownBy(() -> PseudoObservations.survival(List.of(new Spell(1, 2, 1)), 5))
        .hasMessageContaining("some cases were not watched from the beginning");
  }

  private static void agree(
      List<Double> found, List<Spell> spells, ToDoubleFunction<List<Spell>> estimator) {
    double n = spells.size();
    double all = estimator.applyAsDouble(spells);
    for (int left = 0; left < spells.size(); left++) {
      List<Spell> others = new ArrayList<>(spells);
      others.remove(left);
      assertThat(found.get(left))
          .isCloseTo(n * all - (n - 1) * estimator.applyAsDouble(others), within(1e-10));
    }
  }

  /** Times of 1 to 10 with ties; causes from the least allowed to 2. */
  private static List<Spell> spells(Random random, int n, int leastCause) {
    return IntStream.range(0, n)
        .mapToObj(
            i -> Spell.of(1 + random.nextInt(10), leastCause + random.nextInt(3 - leastCause)))
        .toList();
  }

  private static List<Spell> anyCause(List<Spell> spells) {
    return spells.stream().map(s -> Spell.of(s.exit(), Math.min(1, s.cause()))).toList();
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
