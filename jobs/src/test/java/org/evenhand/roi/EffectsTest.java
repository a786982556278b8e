package org.evenhand.roi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.evenhand.schema.Policies;
import org.evenhand.stats.Figure;
import org.evenhand.stats.did.EffectVerdict;
import org.evenhand.table.Edition;
import org.evenhand.table.columns.GoldRoiEffect;
import org.junit.jupiter.api.Test;

/** S1-38, S1-59 to S1-63, S1-78 to S1-85 on companies whose truth is known. */
class EffectsTest {
  private static final RoiPolicy POLICY = RoiPolicy.of(Policies.bundled());
  private static final Edition EDITION = new Edition("2026Q3", "edition1");

  private static World company(double saved) {
    World world = new World(7);
    for (int i = 0; i < 7; i++) {
      world.team("E" + i, 5, 6, saved).team("L" + i, 8, 6, saved).team("N" + i, 0, 6, 0);
    }
    return world;
  }

  private static Findings company(World world) {
    return findings(world.sums(0));
  }

  private static Findings findings(List<BlockSum> sums) {
    Estimator estimator = new Estimator(POLICY, 0, List.of(10, 11, 12));
    return Findings.of(Scope.company(new Panel(sums)), estimator, POLICY, Findings.Depth.PLAIN);
  }

  private static Judged judged(Findings findings, String measure) {
    return findings.found(measure).orElseThrow();
  }

  private static EffectVerdict verdict(Findings findings, String measure) {
    return RoiVerdict.of(judged(findings, measure), POLICY);
  }

  private static List<Row> rows(Findings findings) {
    return new EffectRows(EDITION, POLICY, Units.of(Policies.bundled()), new Movers(List.of()))
        .of(findings);
  }

  @Test
  void plantedEffectIsRecovered() {
    Judged saved = judged(company(company(2)), "time_saved");

    assertThat(saved.effect().value()).isCloseTo(2, within(0.3));
    assertThat(saved.interval(saved.effect(), 0.99).orElseThrow().holds(2)).isTrue();
    assertThat(saved.against().second().orElseThrow()).isCloseTo(2, within(0.3));
    assertThat(verdict(company(company(2)), "time_saved"))
        .isEqualTo(EffectVerdict.HELPS_MATERIALLY);
  }

  /** A ratio moves by successes per case, not by a mean of ratios. */
  @Test
  void conversionIsTheChangeOfTheRatioOfSums() {
    Judged conversion = judged(company(company(2)), "conversion");

    assertThat(conversion.effect().value()).isCloseTo(0.1, within(0.02));
  }

  @Test
  void teamsThatGainedNothingAreNotSaidToHelp() {
    Findings nothing = company(company(0));

    for (String measure : nothing.judged().keySet()) {
      assertThat(verdict(nothing, measure))
          .as(measure)
          .isNotIn(EffectVerdict.HELPS, EffectVerdict.HELPS_MATERIALLY, EffectVerdict.HARMS);
    }
    assertThat(verdict(nothing, "time_saved")).isEqualTo(EffectVerdict.NO_MATERIAL_EFFECT);
  }

  /** S1-38: more use with the same outcomes changes nothing. */
  @Test
  void useWithoutOutcomesChangesNoVerdict() {
    Findings before = company(company(1));
    Findings after = company(company(1).withMore(Outcome.CLAIMED_HOURS, 50));

    assertThat(rows(after)).isEqualTo(rows(before));
  }

  @Test
  void claimedHoursStandBesideMeasuredOnes() {
    Findings findings = company(company(2).withMore(Outcome.CLAIMED_HOURS, 4));
    List<Line> lines =
        new Claims(findings, POLICY, new Figure.NotMeasured("no survey"))
            .lines(new Figure.Known(2, 1, 3, 84), 84);

    Line ratio =
        lines.stream().filter(l -> l.name() == Line.Name.REALISATION).findFirst().orElseThrow();
    assertThat(ratio.figure()).isEqualTo(new Figure.Known(0.5, 0.25, 0.75, 84));
  }

  @Test
  void theOrderOfSumsDoesNotMatter() {
    List<BlockSum> sums = new ArrayList<>(company(2).sums(0));
    List<Row> ordered = rows(findings(sums));
    Collections.shuffle(sums, new Random(3));

    assertThat(rows(findings(sums))).isEqualTo(ordered);
  }

  @Test
  void everybodyTreatedAtOnceHasNoComparisonAndSaysSo() {
    World all = new World(1).team("A", 5, 6, 1).team("B", 5, 6, 1).team("C", 5, 6, 1);

    assertThat(reason(company(all))).contains("No comparison at the same time");
  }

  @Test
  void treatedFromTheFirstPeriodOnHaveNothingBefore() {
    World all = new World(1).team("A", 1, 6, 1).team("B", 0, 6, 0);

    assertThat(reason(findings(all.sums(0)))).contains("no cohort starts after the first period");
  }

  @Test
  void nobodyTreatedIsUndefined() {
    assertThat(reason(company(new World(1).team("A", 0, 6, 0))))
        .contains("Cannot estimate an effect");
  }

  @Test
  void noRowsAreNotMeasured() {
    Row row = rows(findings(List.of())).get(0);

    assertThat(GoldRoiEffect.STATE.text(withSchema(row))).isEqualTo("NOT_MEASURED");
  }

  /** One rep alone is never shown. */
  @Test
  void aCohortOfOneRepIsSuppressed() {
    World world = new World(1).team("A", 5, 1, 1).team("B", 0, 6, 0).team("C", 0, 6, 0);
    Row row = rows(company(world)).get(0);

    assertThat(GoldRoiEffect.STATE.text(withSchema(row))).isEqualTo("SUPPRESSED");
    assertThat(GoldRoiEffect.VALUE.isNull(withSchema(row))).isTrue();
  }

  @Test
  void fewTreatedTeamsGetASyntheticComparisonAndNoClaim() {
    World world = new World(1).team("A", 7, 6, 3);
    for (int i = 0; i < 6; i++) {
      world.team("N" + i, 0, 6, 0);
    }
    Judged saved = judged(company(world), "time_saved");

    assertThat(saved.synthetic()).isTrue();
    assertThat(saved.effect().value()).isCloseTo(3, within(0.6));
    assertThat(RoiVerdict.of(saved, POLICY)).isEqualTo(EffectVerdict.INDETERMINATE);
  }

  @Test
  void anOutcomeThatNeverVariesCarriesNoInterval() {
    Judged saved = judged(company(company(0).constant(Outcome.NON_SELLING_HOURS, 8)), "time_saved");

    assertThat(saved.interval(saved.effect(), 0.9)).isEmpty();
    assertThat(RoiVerdict.of(saved, POLICY)).isEqualTo(EffectVerdict.INDETERMINATE);
  }

  @Test
  void theChainNamesItsFirstWeakLink() {
    Findings findings = company(company(2));
    List<Harmony.Found> links = new Harmony(findings, POLICY).links();

    assertThat(links.get(0).state()).isEqualTo(Harmony.State.IMPROVED);
    assertThat(links.get(1).state()).isEqualTo(Harmony.State.IMPROVED);
    assertThat(Harmony.weakest(links)).contains(Link.COMMISSION);
    assertThat(Harmony.precedence(links)).isEqualTo(Harmony.Precedence.REP_FIRST);
  }

  /** S1-85. */
  @Test
  void revenueWithoutTheRepIsFlagged() {
    Findings findings = company(company(0).withMore(Outcome.WON_VALUE, 9000));

    assertThat(Harmony.precedence(new Harmony(findings, POLICY).links()))
        .isEqualTo(Harmony.Precedence.OTHERS_WON_FIRST);
  }

  private static String reason(Findings findings) {
    return ((Estimate.None) Objects.requireNonNull(findings.estimates().get("time_saved")))
        .reason();
  }

  private static Row withSchema(Row row) {
    return new org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema(
        java.util.stream.IntStream.range(0, row.size()).mapToObj(row::get).toArray(),
        org.evenhand.testing.TextTable.schema(GoldRoiEffect.TABLE));
  }
}
