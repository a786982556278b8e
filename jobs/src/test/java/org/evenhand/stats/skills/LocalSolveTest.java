package org.evenhand.stats.skills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Every by-product of the one factorisation equals a refit (design 04, section 2). */
final class LocalSolveTest {
  private static final long SEED = 20_261_122;
  private static final double PRIOR = 0.1;
  private static final double AS_OF = 55;

  @Test
  void levelSlopeChangeAndLikelihoodEqualTheDenseGaussian() {
    each(
        (witnesses, brute, view) -> {
          near(view.curve().level(), brute.level(), 1e-10);
          near(view.curve().change(), brute.change(), 1e-10);
          near(view.curve().slope(), brute.slope(), 1e-4);
          assertThat(view.logLikelihood()).isCloseTo(brute.logLikelihood(), within(1e-9));
        });
  }

  @Test
  void contributionsSumToTheLevelAndToTheChange() {
    each(
        (witnesses, brute, view) -> {
          double items = PRIOR;
          double changes = 0;
          for (SkillView.WitnessView witness : view.witnesses()) {
            items += witness.contribution();
            changes += witness.changeContribution();
          }
          double sources =
              view.sources().stream().mapToDouble(SkillView.SourceView::contribution).sum();
          assertThat(items).isCloseTo(view.curve().level().mean(), within(1e-12));
          assertThat(PRIOR + sources).isCloseTo(view.curve().level().mean(), within(1e-12));
          assertThat(changes).isCloseTo(view.curve().change().mean(), within(1e-12));
        });
  }

  @Test
  void withoutOneItemEqualsARefit() {
    each(
        (witnesses, brute, view) -> {
          for (int i = 0; i < witnesses.size(); i++) {
            int left = i;
            near(view.witnesses().get(i).without(), brute.only(j -> j != left).level(), 1e-10);
          }
        });
  }

  @Test
  void anItemsSurpriseGivenTheOthersEqualsItsPredictionFromThem() {
    each(
        (witnesses, brute, view) -> {
          for (int i = 0; i < witnesses.size(); i++) {
            near(view.witnesses().get(i).leftOut(), brute.surpriseOf(i), 1e-10);
          }
        });
  }

  @Test
  void withoutASourceAndBySourceAloneEqualRefits() {
    each(
        (witnesses, brute, view) -> {
          for (SkillView.SourceView source : view.sources()) {
            near(
                source.without(),
                brute.only(j -> witnesses.get(j).source() != source.source()).level(),
                1e-10);
            near(
                source.alone(),
                brute.only(j -> witnesses.get(j).source() == source.source()).level(),
                1e-10);
          }
        });
  }

  @Test
  void aSourcesOffsetEqualsThatOfOneMoreUnknown() {
    each(
        (witnesses, brute, view) -> {
          if (view.sources().size() > 1) {
            for (SkillView.SourceView source : view.sources()) {
              Moments offset = source.offset().orElseThrow();
              near(offset, brute.offset(source.source()), 1e-9);
              assertThat(source.conflict().orElseThrow())
                  .isCloseTo(offset.mean() / offset.deviation(), within(1e-12));
            }
          }
        });
  }

  @Test
  void theStateSpaceFormEqualsTheDenseOne() {
    Random random = new Random(SEED);
    for (int n : new int[] {1, 2, 7, 60, 320, 700}) {
      List<Witness> witnesses = RandomWitnesses.of(random, n);
      Kernel kernel = RandomWitnesses.KERNEL;
      SkillView dense =
          LocalSolve.of(witnesses, kernel, PRIOR, AS_OF, new DenseCovariance(witnesses, kernel));
      SkillView markov =
          LocalSolve.of(witnesses, kernel, PRIOR, AS_OF, new MarkovCovariance(witnesses, kernel));

      equal(dense, markov, 1e-9);
    }
  }

  @Test
  void manyWitnessesTakeTheStateSpaceForm() {
    List<Witness> witnesses = RandomWitnesses.of(new Random(SEED), 101);

    assertThat(WitnessCovariance.of(witnesses, RandomWitnesses.KERNEL))
        .isInstanceOf(MarkovCovariance.class);
    assertThat(WitnessCovariance.of(witnesses.subList(0, 100), RandomWitnesses.KERNEL))
        .isInstanceOf(DenseCovariance.class);
  }

  @Test
  void nothingSaidLeavesThePrior() {
    SkillView view = LocalSolve.of(List.of(), RandomWitnesses.KERNEL, PRIOR, AS_OF);

    assertThat(view.curve().level()).isEqualTo(new Moments(PRIOR, 0.85));
    assertThat(view.curve().change().mean()).isZero();
    assertThat(view.logLikelihood()).isZero();
    assertThat(view.sources()).isEmpty();
  }

  @Test
  void oneItemLeavesThePriorWhenItIsTakenAway() {
    Witness only = new Witness(50, 1, 1, 0.36, 0, Witness.Party.NONE);
    SkillView view = LocalSolve.of(List.of(only), RandomWitnesses.KERNEL, PRIOR, AS_OF);

    near(view.witnesses().get(0).without(), new Moments(PRIOR, 0.85), 1e-12);
    near(view.sources().get(0).without(), new Moments(PRIOR, 0.85), 1e-12);
    near(view.sources().get(0).alone(), view.curve().level(), 1e-12);
  }

  @Test
  void twoItemsOfOneTimeAreOneWithHalfTheNoise() {
    Witness one = new Witness(50, 0.7, 0.9, 0.5, 0, Witness.Party.NONE);
    Witness half = new Witness(50, 0.7, 0.9, 0.25, 0, Witness.Party.NONE);
    Kernel kernel = RandomWitnesses.KERNEL;

    near(
        LocalSolve.of(List.of(one, one), kernel, PRIOR, AS_OF).curve().level(),
        LocalSolve.of(List.of(half), kernel, PRIOR, AS_OF).curve().level(),
        1e-12);
  }

  @Test
  void twentyNotesOfOneFriendAreNotTwentyWitnesses() {
    List<Witness> friend = new ArrayList<>();
    List<Witness> many = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      friend.add(new Witness(i, 1, 1, 0.5, 0, new Witness.Party(1, 0.5)));
      many.add(new Witness(i, 1, 1, 0.5, 0, new Witness.Party(i, 0.5)));
    }
    Kernel kernel = RandomWitnesses.KERNEL;
    double byFriend = LocalSolve.of(friend, kernel, 0, 20).curve().level().variance();
    double byMany = LocalSolve.of(many, kernel, 0, 20).curve().level().variance();

    assertThat(byFriend).isGreaterThan(2 * byMany);
  }

  @Test
  void longAfterTheLastEvidenceOnlyWhatLastsIsKnown() {
    List<Witness> witnesses = RandomWitnesses.of(new Random(SEED), 40);
    Moments late = LocalSolve.of(witnesses, RandomWitnesses.KERNEL, PRIOR, 10_000).curve().level();

    assertThat(late.variance()).isBetween(0.35, 0.85);
    assertThat(LocalSolve.of(witnesses, new Kernel(0, 0.35, 16), PRIOR, 10_000).curve().level())
        .satisfies(level -> near(level, new Moments(PRIOR, 0.35), 1e-12));
  }

  @Test
  void theOrderOfTheEvidenceDoesNotMatter() {
    List<Witness> witnesses = new ArrayList<>(RandomWitnesses.of(new Random(SEED), 50));
    Moments one = LocalSolve.of(witnesses, RandomWitnesses.KERNEL, PRIOR, AS_OF).curve().level();
    Collections.shuffle(witnesses, new Random(SEED));

    near(
        LocalSolve.of(witnesses, RandomWitnesses.KERNEL, PRIOR, AS_OF).curve().level(), one, 1e-12);
  }

  private interface Check {
    void of(List<Witness> witnesses, BruteForce brute, SkillView view);
  }

  private static void each(Check check) {
    Random random = new Random(SEED);
    for (int n : new int[] {1, 2, 3, 5, 8, 13, 30}) {
      List<Witness> witnesses = RandomWitnesses.of(random, n);
      Kernel kernel = RandomWitnesses.KERNEL;
      BruteForce brute = new BruteForce(witnesses, kernel, PRIOR, AS_OF);
      for (WitnessCovariance form :
          List.of(
              new DenseCovariance(witnesses, kernel), new MarkovCovariance(witnesses, kernel))) {
        check.of(witnesses, brute, LocalSolve.of(witnesses, kernel, PRIOR, AS_OF, form));
      }
    }
  }

  private static void equal(SkillView one, SkillView other, double tolerance) {
    near(one.curve().level(), other.curve().level(), tolerance);
    near(one.curve().slope(), other.curve().slope(), tolerance);
    near(one.curve().change(), other.curve().change(), tolerance);
    assertThat(one.logLikelihood()).isCloseTo(other.logLikelihood(), within(tolerance));
    for (int i = 0; i < one.witnesses().size(); i++) {
      near(one.witnesses().get(i).without(), other.witnesses().get(i).without(), tolerance);
      near(one.witnesses().get(i).leftOut(), other.witnesses().get(i).leftOut(), tolerance);
      assertThat(one.witnesses().get(i).contribution())
          .isCloseTo(other.witnesses().get(i).contribution(), within(tolerance));
    }
    for (int i = 0; i < one.sources().size(); i++) {
      near(one.sources().get(i).without(), other.sources().get(i).without(), tolerance);
      near(one.sources().get(i).alone(), other.sources().get(i).alone(), tolerance);
      near(
          one.sources().get(i).offset().orElseThrow(),
          other.sources().get(i).offset().orElseThrow(),
          tolerance);
    }
  }

  private static void near(Moments found, Moments wanted, double tolerance) {
    assertThat(found.mean()).isCloseTo(wanted.mean(), within(tolerance));
    assertThat(found.variance()).isCloseTo(wanted.variance(), within(tolerance));
  }
}
