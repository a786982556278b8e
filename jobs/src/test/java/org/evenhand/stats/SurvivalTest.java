package org.evenhand.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

@EnabledIf("published")
class SurvivalTest {

  static boolean published() {
    return Lung.FOLDER.toFile().isDirectory();
  }

  @Test
  void medianAndItsIntervalAreThoseOfSurvfit() {
    Lung lung = Lung.read();
    expectMedian(lung.all(), lung.expected().at("/published/lung_all"), "ci95_log");
    expectMedian(lung.ofSex(1), lung.expected().at("/published/lung_by_sex/male"), "ci");
    expectMedian(lung.ofSex(2), lung.expected().at("/published/lung_by_sex/female"), "ci");
  }

  private static void expectMedian(List<Spell> spells, JsonNode expected, String interval) {
    KaplanMeier curve = KaplanMeier.of(spells);
    assertThat(curve.n()).isEqualTo(expected.get("n").asLong());
    assertThat(curve.events()).isEqualTo(expected.get("events").asLong());
    assertThat(curve.median(0.95))
        .isEqualTo(
            new Figure.Known(
                expected.get("median").asDouble(),
                expected.get(interval).get(0).asDouble(),
                expected.get(interval).get(1).asDouble(),
                expected.get("n").asLong()));
  }

  @Test
  void survivalAndItsErrorAreThoseOfSurvfit() {
    Lung lung = Lung.read();
    KaplanMeier curve = KaplanMeier.of(lung.all());
    lung.expected()
        .at("/oracle/lung_survival")
        .properties()
        .forEach(
            at -> {
              KaplanMeier.Step step = curve.at(Double.parseDouble(at.getKey()));
              assertThat(step.survival()).isCloseTo(at.getValue().get(0).asDouble(), within(1e-6));
              assertThat(step.standardError())
                  .isCloseTo(at.getValue().get(1).asDouble(), within(1e-6));
            });
  }

  @Test
  void restrictedMeansAreThoseOfSurvRm2() {
    Lung lung = Lung.read();
    JsonNode oracle = lung.expected().get("oracle");
    expectMean(lung.all(), 365, oracle.get("lung_rmst_365"), 1e-3);
    expectMean(lung.ofSex(1), 500, oracle.get("lung_rmst500_by_sex").get(0), 1e-6);
    expectMean(lung.ofSex(2), 500, oracle.get("lung_rmst500_by_sex").get(1), 1e-6);
  }

  private static void expectMean(
      List<Spell> spells, double horizon, JsonNode expected, double tolerance) {
    RestrictedMean mean = RestrictedMean.of(KaplanMeier.of(spells), horizon);
    assertThat(mean.estimate()).isCloseTo(expected.get(0).asDouble(), within(tolerance));
    assertThat(mean.standardError()).isCloseTo(expected.get(1).asDouble(), within(tolerance));
  }

  @Test
  void logRankIsThatOfSurvdiff() {
    Lung lung = Lung.read();
    LogRank test = LogRank.of(lung.ofSex(1), lung.ofSex(2));
    assertThat(test.statistic())
        .isCloseTo(lung.expected().at("/oracle/lung_logrank").asDouble(), within(1e-7));
    assertThat(test.observed()).isEqualTo(112);
    assertThat(test.expected()).isCloseTo(91.5817, within(1e-4));
    assertThat(test.p()).isCloseTo(0.00131116, within(1e-8));
  }

  @Test
  void productLimitEqualsTheProductWrittenOut() {
    List<Spell> spells = Lung.read().all();
    double survival = 1;
    for (double time : spells.stream().mapToDouble(Spell::exit).distinct().sorted().toArray()) {
      double atRisk = spells.stream().filter(s -> s.exit() >= time).count();
      double events = spells.stream().filter(s -> s.exit() == time && s.cause() == 1).count();
      survival *= 1 - events / atRisk;
      assertThat(KaplanMeier.of(spells).at(time).survival()).isCloseTo(survival, within(1e-12));
    }
  }

  @Test
  void delayedEntryKeepsCasesOutOfTheRiskSetBeforeTheyAreSeen() {
    List<Spell> spells =
        List.of(new Spell(0, 2, 1), new Spell(2, 4, 1), new Spell(3, 5, 0), new Spell(0, 4, 1));
    List<KaplanMeier.Step> steps = KaplanMeier.of(spells).steps();
    assertThat(steps).extracting(KaplanMeier.Step::atRisk).containsExactly(2L, 3L);
    assertThat(steps)
        .extracting(KaplanMeier.Step::survival)
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : 1)
        .containsExactly(0.5, 0.5 / 3);
  }

  @Test
  void aCurveRestingOnOneHalfHasItsMedianInTheMiddle() {
    List<Spell> spells = List.of(Spell.of(1, 1), Spell.of(2, 1), Spell.of(4, 1), Spell.of(8, 1));
    assertThat(KaplanMeier.of(spells).quantile(0.5)).isEqualTo(OptionalDouble.of(3));
  }

  @Test
  void noCasesHaveNoMedian() {
    assertThat(KaplanMeier.of(List.of()).median(0.9)).isInstanceOf(Figure.Undefined.class);
    assertThat(KaplanMeier.of(List.of(Spell.of(3, 0))).median(0.9))
        .isInstanceOf(Figure.Undefined.class);
    assertThat(KaplanMeier.of(List.of(Spell.of(3, 1))).quantile(0.5))
        .isEqualTo(OptionalDouble.of(3));
  }
}
