package org.evenhand.stats.skills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Items of one occasion taken together against the same items a billionth of a week apart, which
 * are occasions of their own.
 */
final class OccasionMeansTest {
  private static final long SEED = 20_261_123;
  private static final double APART = 1e-9;
  private static final Tails TAILS = new Tails(6);

  private static List<Evidence> evidence(double apart) {
    Random random = new Random(SEED);
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      int rep = random.nextInt(12);
      boolean named = random.nextBoolean();
      double value = rep / 6.0 - 1 + random.nextGaussian();
      evidence.add(
          new Evidence(
              "E%03d".formatted(i),
              new Evidence.Subject("R" + rep, "discovery", rep % 2 == 0 ? "AE" : "SDR"),
              new Evidence.Origin(named ? "manager" : "customer", named ? "M" + i % 5 : ""),
              new Evidence.Reading(
                  random.nextInt(6) + i * apart,
                  value,
                  0.5 + random.nextDouble(),
                  random.nextInt(3) * 0.1)));
    }
    return evidence;
  }

  private static Solution solution(FitData data) {
    double[] loading = {0.8, 1};
    double[] noise = {0.9, 0.6};
    double[] pairs = {0, 0.2};
    double[] severities = {0, 0.15};
    FitState state = new FitState(new Kernel(0.5, 0.3, 5), loading, noise, pairs, severities);
    return new Solution(data, state, FitOptions.standard(1));
  }

  private static int occasions(FitData data) {
    return data.pairs().stream().mapToInt(Pair::size).sum();
  }

  @Test
  void theRestrictedLikelihoodAndWhatIsSolvedAreThoseOfTheItems() {
    FitData together = FitData.of(evidence(0));
    FitData apart = FitData.of(evidence(APART));
    Solution one = solution(together);
    Solution other = solution(apart);

    assertThat(occasions(together)).isLessThan(300);
    assertThat(occasions(apart)).isEqualTo(400);
    assertThat(one.restrictedLogLikelihood())
        .isCloseTo(other.restrictedLogLikelihood(), within(1e-5));
    assertThat(one.unknowns).containsExactly(other.unknowns, within(1e-6));
  }

  @Test
  void aRoundAndItsRobustWeightsAreThoseOfTheItems() {
    FitData together = FitData.of(evidence(0));
    FitData apart = FitData.of(evidence(APART));
    FitState one = EmRound.of(solution(together), TAILS);
    FitState other = EmRound.of(solution(apart), TAILS);

    double[] found = one.row();
    double[] wanted = other.row();
    int moving = found.length - 2;
    wanted[moving] = found[moving];
    assertThat(found).containsExactly(wanted, within(1e-6));
    assertThat(robust(together)).containsExactly(robust(apart), within(1e-6));
  }

  /** Its degrees of freedom are different weeks, of which there are fewer: the same fixed point. */
  @Test
  void theFitIsThatOfTheItems() {
    FitOptions options = FitOptions.standard(1).withTails(TAILS);
    SkillFit one = GlobalFit.of(evidence(0), options);
    SkillFit other = GlobalFit.of(evidence(APART), options);

    assertThat(one.convergence().settled()).isTrue();
    assertThat(other.convergence().settled()).isTrue();
    assertThat(one.parameters().kernel().variance())
        .isCloseTo(other.parameters().kernel().variance(), within(2e-3));
    assertThat(one.parameters().source("customer").deviation())
        .isCloseTo(other.parameters().source("customer").deviation(), within(1e-3));
    assertThat(one.parameters().source("manager").pairVariance())
        .isCloseTo(other.parameters().source("manager").pairVariance(), within(2e-3));
  }

  /** Of all items, in one order whichever occasions they are on. */
  private static double[] robust(FitData data) {
    return data.pairs().stream()
        .flatMapToDouble(pair -> Arrays.stream(pair.robust))
        .sorted()
        .toArray();
  }

  /** A support desk: one person, tens of thousands of customers, a dozen weeks. */
  @Test
  void manyCustomersOfAWeekAreOneOccasion() {
    Random random = new Random(SEED);
    List<Evidence> evidence = new ArrayList<>();
    for (int i = 0; i < 60_000; i++) {
      evidence.add(
          new Evidence(
              "T" + i,
              new Evidence.Subject("R" + i % 3, "support", "CS"),
              new Evidence.Origin("customer", ""),
              new Evidence.Reading(i / 3 % 12, i % 3 + random.nextGaussian(), 1, 0)));
    }
    SkillFit fit = GlobalFit.of(evidence, FitOptions.standard(1).withRounds(30));

    assertThat(occasions(FitData.of(evidence))).isEqualTo(3 * 12);
    assertThat(fit.parameters().source("customer").deviation()).isCloseTo(1, within(0.01));
  }
}
