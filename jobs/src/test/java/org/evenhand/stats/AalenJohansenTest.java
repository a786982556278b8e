package org.evenhand.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AalenJohansenTest {
  /** Ends of both kinds and censoring, no ties. */
  private static final List<Spell> WORKED =
      List.of(
          Spell.of(1, 1),
          Spell.of(2, 2),
          Spell.of(3, 0),
          Spell.of(4, 1),
          Spell.of(5, 2),
          Spell.of(6, 1),
          Spell.of(7, 0),
          Spell.of(8, 1),
          Spell.of(9, 0),
          Spell.of(10, 2));

  @Test
  void incidenceOfAWorkedExampleByHand() {
    AalenJohansen curve = AalenJohansen.of(WORKED);
    double first = 1.0 / 10;
    double fourth = first + 0.8 / 7;
    double sixth = fourth + 0.8 * 6 / 7 * 5 / 6 / 5;
    assertThat(curve.incidence(1)).isCloseTo(first, within(1e-12));
    assertThat(curve.incidence(5)).isCloseTo(fourth, within(1e-12));
    assertThat(curve.incidence(6)).isCloseTo(sixth, within(1e-12));
  }

  @Test
  void incidencesAndSurvivalAddUpToOne() {
    List<Spell> swapped =
        WORKED.stream().map(s -> Spell.of(s.exit(), s.cause() == 0 ? 0 : 3 - s.cause())).toList();
    List<Spell> any = WORKED.stream().map(s -> Spell.of(s.exit(), Math.min(1, s.cause()))).toList();
    for (double time = 0; time <= 10; time++) {
      double total =
          AalenJohansen.of(WORKED).incidence(time)
              + AalenJohansen.of(swapped).incidence(time)
              + KaplanMeier.of(any).at(time).survival();
      assertThat(total).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void withoutCensoringItIsTheBinomialShareWithItsVariance() {
    List<Spell> decided =
        WORKED.stream().map(s -> Spell.of(s.exit(), Math.max(1, s.cause()))).toList();
    double share = 0.5;
    AalenJohansen curve = AalenJohansen.of(decided);
    assertThat(curve.incidence(8)).isCloseTo(0.6, within(1e-12));
    assertThat(curve.incidence(6)).isCloseTo(0.4, within(1e-12));
    assertThat(curve.incidence(7)).isCloseTo(share, within(1e-12));
    assertThat(curve.standardError(7)).isCloseTo(Math.sqrt(share * share / 10), within(1e-9));
  }

  @Test
  void withoutCompetingCausesItIsOneMinusKaplanMeier() {
    List<Spell> single =
        WORKED.stream().map(s -> Spell.of(s.exit(), s.cause() == 1 ? 1 : 0)).toList();
    AalenJohansen curve = AalenJohansen.of(single);
    KaplanMeier survival = KaplanMeier.of(single);
    for (double time = 1; time <= 8; time++) {
      assertThat(curve.incidence(time)).isCloseTo(1 - survival.at(time).survival(), within(1e-12));
      assertThat(curve.standardError(time))
          .isCloseTo(survival.at(time).standardError(), within(1e-9));
    }
  }

  @Test
  void standardErrorAgreesWithTheBootstrap() {
    Random random = new Random(7);
    List<Spell> sample = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      sample.add(Spell.of(1 + random.nextInt(100), random.nextInt(3)));
    }
    List<Double> draws = new ArrayList<>();
    for (int b = 0; b < 600; b++) {
      List<Spell> drawn = new ArrayList<>();
      for (int i = 0; i < sample.size(); i++) {
        drawn.add(sample.get(random.nextInt(sample.size())));
      }
      draws.add(AalenJohansen.of(drawn).incidence(60));
    }
    double bootstrap = Math.sqrt(Means.variance(draws));
    assertThat(AalenJohansen.of(sample).standardError(60)).isCloseTo(bootstrap, within(0.003));
  }

  /** N-1: no decided deal gives no rate rather than zero. */
  @Test
  void undecidedCasesHaveNoRate() {
    assertThat(AalenJohansen.of(List.of(Spell.of(5, 0))).figure(3, 0.9))
        .isInstanceOf(Figure.Undefined.class);
    assertThat(AalenJohansen.of(List.of()).figure(3, 0.9)).isInstanceOf(Figure.Undefined.class);
  }

  /** N-1: amounts do not enter, so one deal moves the rate by at most 1/n. */
  @Test
  void oneDealMovesTheRateByAtMostItsShare() {
    List<Spell> more = new ArrayList<>(List.of(Spell.of(4, 2), Spell.of(5, 2), Spell.of(6, 2)));
    double before = AalenJohansen.of(more).incidence(6);
    more.set(0, Spell.of(4, 1));
    assertThat(AalenJohansen.of(more).incidence(6) - before).isCloseTo(1.0 / 3, within(1e-12));
  }

  @Test
  void tooEarlyIsSaidWhenNobodyWasWatchedLongEnough() {
    Figure figure = AalenJohansen.of(List.of(Spell.of(5, 1), Spell.of(9, 0))).figure(60, 0.9);
    assertThat(figure)
        .isEqualTo(new Figure.Undefined("too early: no case could be watched for 60 days yet"));
  }
}
