package org.evenhand.stats.skills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.junit.jupiter.api.Test;

/** The fit against the restricted likelihood written out, and against planted truth. */
final class GlobalFitTest {
  private static final long SEED = 20_261_122;

  /** Persons and raters crossed, severity the smallest component. */
  private static SimulatedEvidence crossed() {
    SkillParameters truth =
        new SkillParameters(
            new Kernel(0.5, 0.2, 12),
            Map.of("AE|discovery", 0.3),
            Map.of("manager", new SkillParameters.Source(0, 1, 0.8, 0.2, 0.15)),
            Map.of(),
            Tails.GAUSSIAN);
    return new SimulatedEvidence(SEED, truth, Map.of("manager", 12), 52).persons(34, 9, 3);
  }

  @Test
  void varianceComponentsOfACrossedDesignAreThoseOfRestrictedLikelihood() {
    List<Evidence> evidence = crossed().evidence;
    SkillFit fit = GlobalFit.of(evidence, FitOptions.standard(1));
    double[] best = restrictedMaximum(evidence, fit.parameters().kernel().length());

    assertThat(fit.convergence().settled()).isTrue();
    assertThat(fit.convergence().exact()).isTrue();
    near(variances(fit), best, 0.01);
  }

  @Test
  void probesInPlaceOfTheInverseComeWithinFivePercent() {
    List<Evidence> evidence = crossed().evidence;
    FitOptions probed = new FitOptions(Tails.GAUSSIAN, 1, 4, 0, 240);
    double[] exact = variances(GlobalFit.of(evidence, FitOptions.standard(1)));
    SkillFit fit = GlobalFit.of(evidence, probed);

    assertThat(fit.convergence().exact()).isFalse();
    near(variances(fit), exact, 0.05);
  }

  /**
   * Mean-field rounds, which drop the covariances, take a component as small as this to nothing.
   */
  @Test
  void aSmallComponentDoesNotCollapse() {
    SkillParameters truth =
        new SkillParameters(
            new Kernel(0.5, 0.2, 12),
            Map.of("AE|discovery", 0.3),
            Map.of("manager", new SkillParameters.Source(0, 1, 1, 0.1, 0.05)),
            Map.of(),
            Tails.GAUSSIAN);
    SimulatedEvidence simulated =
        new SimulatedEvidence(SEED, truth, Map.of("manager", 60), 52).persons(120, 9, 3);
    FitOptions probed = new FitOptions(Tails.GAUSSIAN, 1, 4, 0, 240);
    double exact = variances(GlobalFit.of(simulated.evidence, FitOptions.standard(1)))[2];

    assertThat(variances(GlobalFit.of(simulated.evidence, probed))[2])
        .isCloseTo(exact, within(0.05 * exact))
        .isGreaterThan(0.05);
  }

  /** &sigma;&sup2;, &omega;&sup2;, &tau;&sup2; of severity, &tau;&sup2;, &kappa;&sup2;. */
  private static double[] variances(SkillFit fit) {
    SkillParameters.Source source = fit.parameters().source("manager");
    Kernel kernel = fit.parameters().kernel();
    return new double[] {
      source.deviation() * source.deviation(),
      source.pairVariance(),
      source.severityVariance(),
      kernel.lasting(),
      kernel.moving()
    };
  }

  private static void near(double[] found, double[] wanted, double relative) {
    for (int i = 0; i < wanted.length; i++) {
      assertThat(found[i]).as("component %d", i).isCloseTo(wanted[i], within(relative * wanted[i]));
    }
  }

  private static double[] restrictedMaximum(List<Evidence> evidence, double length) {
    RestrictedLikelihood likelihood = new RestrictedLikelihood(evidence, length);
    double[] start = {Math.log(0.6), Math.log(0.3), Math.log(0.1), Math.log(0.4), Math.log(0.3)};
    double[] found =
        new SimplexOptimizer(1e-7, 1e-7)
            .optimize(
                new MaxEval(3000),
                new ObjectiveFunction(likelihood::of),
                GoalType.MAXIMIZE,
                new InitialGuess(start),
                new NelderMeadSimplex(5, 0.3))
            .getPoint();
    double[] variances = new double[found.length];
    for (int i = 0; i < found.length; i++) {
      variances[i] = Math.exp(found[i]);
    }
    return variances;
  }

  @Test
  void conjugateGradientsSolveWhatTheMatrixWrittenOutSolves() {
    List<Evidence> evidence = full(1).evidence;
    FitData data = FitData.of(evidence);
    Solution solution = new Solution(data, state(data), FitOptions.standard(1));
    double[] right = new double[data.unknowns()];
    solution.blocks.forEach(block -> block.addProjection(block.means.value, right));
    org.ejml.data.DMatrixRMaj inverse = solution.equations.inverse();

    for (int i = 0; i < right.length; i++) {
      double sum = 0;
      for (int j = 0; j < right.length; j++) {
        sum += inverse.get(i, j) * right[j];
      }
      assertThat(solution.unknowns[i]).isCloseTo(sum, within(1e-7));
    }
    assertThat(solution.equations.iterations()).isLessThan(60);
  }

  private static FitState state(FitData data) {
    int n = data.sources().size();
    double[] ones = new double[n];
    java.util.Arrays.fill(ones, 1);
    double[] small = new double[n];
    java.util.Arrays.fill(small, 0.1);
    return new FitState(new Kernel(0.5, 0.3, 15), ones, ones, small, small);
  }

  private static final SkillParameters TRUTH =
      new SkillParameters(
          new Kernel(0.5, 0.35, 16),
          Map.of("AE|discovery", 0.1),
          Map.of(
              "assessment", new SkillParameters.Source(0, 1, 0.4, 0, 0),
              "manager", new SkillParameters.Source(0.2, 1, 0.6, 0.06, 0.1),
              "peer", new SkillParameters.Source(0.5, 0.8, 0.9, 0.09, 0.25)),
          Map.of(),
          Tails.GAUSSIAN);

  private static SimulatedEvidence full(int size) {
    Map<String, Integer> raters = new java.util.LinkedHashMap<>();
    raters.put("assessment", 0);
    raters.put("manager", 8 * size);
    raters.put("peer", 20 * size);
    return new SimulatedEvidence(SEED, TRUTH, raters, 60).persons(30 * size, 8, 3);
  }

  @Test
  void plantedParametersSeveritiesAndLevelsAreRecovered() {
    SimulatedEvidence simulated = full(4);
    SkillFit fit = GlobalFit.of(simulated.evidence, FitOptions.standard(1));
    SkillParameters found = fit.parameters();

    found
        .sources()
        .forEach(
            (name, source) -> {
              SkillParameters.Source truth = TRUTH.source(name);
              assertThat(source.deviation()).isCloseTo(truth.deviation(), within(0.06));
              assertThat(source.loading()).isCloseTo(truth.loading(), within(0.1));
              assertThat(source.offset()).isCloseTo(truth.offset(), within(0.25));
            });
    assertThat(found.kernel().variance()).isCloseTo(0.85, within(0.25));
    assertThat(found.kernel().length()).isBetween(9.0, 28.0);
    assertThat(severityCorrelation(simulated, fit)).isGreaterThan(0.85);
  }

  private static double severityCorrelation(SimulatedEvidence simulated, SkillFit fit) {
    List<Double> found = new ArrayList<>();
    List<Double> truth = new ArrayList<>();
    for (SkillFit.Rater rater : fit.raters()) {
      found.add(rater.severity().mean());
      truth.add(simulated.severities.get(rater.source() + "|" + rater.rater()));
    }
    double[] x = found.stream().mapToDouble(Double::doubleValue).toArray();
    double[] y = truth.stream().mapToDouble(Double::doubleValue).toArray();
    return Correlation.of(x, y);
  }

  /** Half the evidence first, as a quarter follows another. */
  @Test
  void anEarlierFitIsAShorterWayToTheSameParameters() {
    List<Evidence> evidence = full(2).evidence;
    FitOptions options = FitOptions.standard(1);
    List<Evidence> half = evidence.stream().filter(one -> one.reading().week() <= 40).toList();
    SkillFit cold = GlobalFit.of(evidence, options);
    SkillFit warm = GlobalFit.of(evidence, options, GlobalFit.of(half, options).parameters());

    assertThat(warm.convergence().settled()).isTrue();
    assertThat(warm.convergence().rounds()).isLessThan(cold.convergence().rounds());
    Kernel found = warm.parameters().kernel();
    Kernel wanted = cold.parameters().kernel();
    assertThat(found.lasting()).isCloseTo(wanted.lasting(), within(0.01));
    assertThat(found.moving()).isCloseTo(wanted.moving(), within(0.01));
    assertThat(found.length()).isCloseTo(wanted.length(), within(0.3));
  }

  @Test
  void theOrderOfTheEvidenceDoesNotMatter() {
    List<Evidence> evidence = new ArrayList<>(full(1).evidence);
    SkillParameters one = GlobalFit.of(evidence, FitOptions.standard(1)).parameters();
    Collections.shuffle(evidence, new Random(SEED));
    SkillParameters other = GlobalFit.of(evidence, FitOptions.standard(1)).parameters();

    assertThat(other.kernel().lasting()).isCloseTo(one.kernel().lasting(), within(1e-4));
    assertThat(other.source("peer").deviation())
        .isCloseTo(one.source("peer").deviation(), within(1e-4));
  }

  @Test
  void ratersWhoCannotBeToldFromThosePeopleTheyRateAreNamed() {
    List<Evidence> evidence = new ArrayList<>(full(1).evidence);
    evidence.add(
        new Evidence(
            "alone",
            new Evidence.Subject("R1", "discovery", "AE"),
            new Evidence.Origin("peer", "once"),
            new Evidence.Reading(3, 1, 1, 0)));
    for (int i = 0; i < 4; i++) {
      evidence.add(
          new Evidence(
              "island" + i,
              new Evidence.Subject("X" + i % 2, "discovery", "AE"),
              new Evidence.Origin("peer", "island"),
              new Evidence.Reading(i, i, 1, 0)));
    }
    Map<String, String> reasons =
        GlobalFit.of(evidence, FitOptions.standard(1)).raters().stream()
            .filter(rater -> rater.notSeparable().isPresent())
            .collect(
                Collectors.toMap(
                    SkillFit.Rater::rater, rater -> rater.notSeparable().orElseThrow()));

    assertThat(reasons)
        .containsAllEntriesOf(Map.of("once", "rates one person", "island", "no other rater joins"));
  }

  @Test
  void evidenceOfOneWeekOfOneItemEachOrWithoutErrorIsFitted() {
    Random random = new Random(SEED);
    List<Evidence> oneWeek = new ArrayList<>();
    List<Evidence> oneItem = new ArrayList<>();
    List<Evidence> exact = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      oneWeek.add(item("R" + i % 20, "M" + i % 4, 7, random.nextGaussian()));
      oneItem.add(item("R" + i, "", i, random.nextGaussian()));
      exact.add(item("R" + i % 20, "M" + i % 4, i, i % 20));
    }
    for (List<Evidence> evidence : List.of(oneWeek, oneItem, exact)) {
      SkillParameters found =
          GlobalFit.of(evidence, FitOptions.standard(1).withRounds(60)).parameters();
      Moments level =
          SkillInference.of(evidence.subList(0, 1), found, evidence.get(0).subject(), 60)
              .view()
              .curve()
              .level();
      assertThat(level.mean()).isFinite();
      assertThat(level.variance()).isFinite();
    }
  }

  private static Evidence item(String rep, String rater, double week, double value) {
    return new Evidence(
        rep + week,
        new Evidence.Subject(rep, "discovery", "AE"),
        new Evidence.Origin("manager", rater),
        new Evidence.Reading(week, value, 1, 0));
  }

  @Test
  void onePairIsTooFew() {
    List<Evidence> one = full(1).evidence.subList(0, 3);

    assertThatThrownBy(() -> GlobalFit.of(one, FitOptions.standard(1)))
        .hasMessage(
            "Cannot fit parameters to 3 pieces of evidence of 1 persons and skills: at least two pairs with values that differ are needed. Give parameters with --params.");
  }
}
