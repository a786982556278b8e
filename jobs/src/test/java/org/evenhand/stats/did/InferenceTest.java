package org.evenhand.stats.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class InferenceTest {
  private static final long SEED = 20_261_122;

  @Test
  void fewClustersTakeEverySignVectorWhateverTheSeed() {
    List<Effect> effects = List.of(effect(1, 8, 1), effect(2, 8, 2));
    MultiplierBootstrap bootstrap = MultiplierBootstrap.of(effects, 1000, 1);
    MultiplierBootstrap other = MultiplierBootstrap.of(effects, 10, 99);

    assertThat(bootstrap.draws()).isEqualTo(256);
    assertThat(bootstrap.critical(0.95)).isEqualTo(other.critical(0.95));
    assertThat(bootstrap.standardError(0)).isCloseTo(byHand(effects.get(0), 8), within(1e-12));
  }

  @Test
  void withManyClustersTheErrorIsTheAnalyticOne() {
    Effect effect = effect(1, 400, 3);
    MultiplierBootstrap bootstrap = MultiplierBootstrap.of(List.of(effect), 20_000, SEED);

    assertThat(bootstrap.standardError(0))
        .isCloseTo(effect.standardError(), within(0.03 * effect.standardError()));
    assertThat(bootstrap.critical(0.95).value()).isCloseTo(1.96, within(0.05));
  }

  /** Independent effects: the largest of k absolute normals (Sidak 1967). */
  @Test
  void theBandOverIndependentEffectsIsSidaks() {
    List<Effect> effects =
        java.util.stream.IntStream.range(0, 5).mapToObj(k -> effect(1, 500, 10 + k)).toList();

    assertThat(MultiplierBootstrap.of(effects, 20_000, SEED).critical(0.95).value())
        .isCloseTo(2.569, within(0.06));
  }

  @Test
  void aNarrowCriticalValueFallsBackWithAWarning() {
    MultiplierBootstrap.Critical critical =
        MultiplierBootstrap.of(List.of(Effect.of(1, 1, 1)), 1000, 1).critical(0.95);

    assertThat(critical.warning()).isPresent();
    assertThat(critical.value()).isCloseTo(1.96, within(0.001));
  }

  @Test
  void theWaldStatisticOfOneEffectIsItsSquaredT() {
    Effect effect = effect(0.3, 50, 4);
    Wald.Tested test = (Wald.Tested) Wald.of(List.of(effect));

    assertThat(test.statistic())
        .isCloseTo(Math.pow(0.3 / effect.standardError(), 2), within(1e-10));
  }

  @Test
  void effectsThatDependOnEachOtherAreNotTested() {
    Effect effect = effect(0.3, 50, 4);

    assertThat(Wald.of(List.of(effect, effect))).isInstanceOf(Wald.Skipped.class);
    assertThat(Wald.of(List.of(effect(1, 2, 1), effect(1, 2, 2))))
        .isEqualTo(new Wald.Skipped("2 effects cannot be tested together with 2 clusters"));
    assertThat(Wald.of(List.of())).isInstanceOf(Wald.Skipped.class);
  }

  /** At an end of Fieller's interval the difference is exactly so many errors from 0. */
  @Test
  void fiellersEndsAreWhereTheDifferenceIsJustSignificant() {
    Effect a = effect(2, 60, 5);
    Effect b = effect(4, 60, 6);
    Fieller.Bounded interval = (Fieller.Bounded) Fieller.of(a, b, 1.96);
    for (double end : List.of(interval.low(), interval.high())) {
      Effect difference = Effect.combination(List.of(a, b), 1, -end);
      assertThat(Math.abs(difference.value()) / difference.standardError())
          .isCloseTo(1.96, within(1e-9));
    }
    assertThat(interval.ratio()).isEqualTo(0.5);
    assertThat(Fieller.of(a, effect(0.01, 60, 6), 1.96)).isInstanceOf(Fieller.Unbounded.class);
  }

  /** 6 clusters, 3 treated: 20 deals; a huge effect is matched only by the mirrored deal. */
  @Test
  void randomisationTakesEveryDealWhenTheyAreFew() {
    Plan plan = Plan.of(Design.standard(), List.of(1, 2), List.of(0, 2));
    Sums.Builder sums = Sums.builder(plan, List.of("a", "b", "c", "d", "e", "f"));
    double[] changes = {100, 101, 102.5, 1, 2, 0.3};
    for (int c = 0; c < changes.length; c++) {
      String cluster = Character.toString('a' + c);
      int cohort = c < 3 ? 2 : 0;
      sums.units(cluster, cohort, 1)
          .change(cluster, cohort, "", new Pair(2, 1), Change.of(changes[c]));
    }
    Randomisation.Result result =
        Randomisation.of(sums.build(), cells -> List.of(cells.cells().get(0).effect()), 1000, SEED);

    assertThat(result.deals()).isEqualTo(20);
    assertThat(result.p().get(0).orElseThrow()).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void mixedClustersCannotBeDealt() {
    Plan plan = Plan.of(Design.standard(), List.of(1, 2), List.of(0, 2));
    Sums sums = Sums.builder(plan, List.of("a")).units("a", 0, 1).units("a", 2, 1).build();

    assertThat(Randomisation.whyNot(sums)).isNotEqualTo(Optional.empty());
  }

  private static double byHand(Effect effect, int clusters) {
    double[] values = new double[1 << clusters];
    for (int signs = 0; signs < values.length; signs++) {
      for (int c = 0; c < clusters; c++) {
        values[signs] += (signs >> c & 1) == 0 ? effect.influence(c) : -effect.influence(c);
      }
    }
    Arrays.sort(values);
    return (values[191] - values[63]) / (2 * org.evenhand.stats.Quantiles.normal(0.5));
  }

  private static Effect effect(double value, int clusters, long seed) {
    Random random = new Random(SEED + seed);
    return Effect.of(
        value, random.doubles(clusters).map(u -> random.nextGaussian() / 10).toArray());
  }
}
