package org.evenhand.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.evenhand.stats.Cuped.Arm;
import org.evenhand.stats.Cuped.Case;
import org.junit.jupiter.api.Test;

final class CupedTest {
  private static final long SEED = 20_261_122;

  /** The second way: least squares of the outcome on arm and X. */
  @Test
  void equalsTheRegressionOnArmAndBefore() {
    List<Case> cases = cases(new Random(SEED), 60, 2, 0);
    DMatrixRMaj x = new DMatrixRMaj(cases.size(), 3);
    DMatrixRMaj y = new DMatrixRMaj(cases.size(), 1);
    for (int i = 0; i < cases.size(); i++) {
      x.set(i, 0, 1);
      x.set(i, 1, cases.get(i).arm() == Arm.TREATED ? 1 : 0);
      x.set(i, 2, cases.get(i).before());
      y.set(i, 0, cases.get(i).outcome());
    }
    DMatrixRMaj fit = new DMatrixRMaj(3, 1);
    CommonOps_DDRM.solve(x, y, fit);
    Cuped found = Cuped.ofCases(cases, 0.95);

    assertThat(((Figure.Known) found.effect()).value()).isCloseTo(fit.get(1), within(1e-10));
    assertThat(found.slope()).isCloseTo(fit.get(2), within(1e-10));
  }

  @Test
  void withoutInformationBeforeItIsTheDifferenceOfMeansAfterWelch() {
    List<Double> treated = List.of(3.0, 5.0, 9.0);
    List<Double> others = List.of(1.0, 2.0, 2.0, 4.0);
    List<Case> cases = new ArrayList<>();
    treated.forEach(y -> cases.add(new Case("", Arm.TREATED, y, 7)));
    others.forEach(y -> cases.add(new Case("", Arm.CONTROL, y, 7)));
    Cuped found = Cuped.ofCases(cases, 0.95);
    Figure.Known welch = (Figure.Known) Means.difference(others, treated, 0.95);
    Figure.Known effect = (Figure.Known) found.effect();

    assertThat(effect.value()).isCloseTo(welch.value(), within(1e-12));
    assertThat(effect.low()).isCloseTo(welch.low(), within(1e-12));
    assertThat(effect.high()).isCloseTo(welch.high(), within(1e-12));
    assertThat(found.variance()).isEqualTo(1);
  }

  /** Deng et al. 2013, eq. 4: the variance falls by the squared correlation. */
  @Test
  void theVarianceFallsByTheSquaredCorrelation() {
    Cuped found = Cuped.ofCases(cases(new Random(SEED), 20_000, 2, 0), 0.95);

    assertThat(found.variance()).isCloseTo(1.0 / 5, within(0.01));
    assertThat(((Figure.Known) found.effect()).value()).isCloseTo(1, within(0.05));
  }

  @Test
  void coverageIsNominalWithClustersAssigned() {
    Random random = new Random(SEED);
    int covered = 0;
    int coveredAlone = 0;
    for (int i = 0; i < 1000; i++) {
      List<Case> cases = cases(random, 200, 2, 1);
      covered += holds(Cuped.ofClusters(cases, 0.9)) ? 1 : 0;
      coveredAlone += holds(Cuped.ofCases(cases, 0.9)) ? 1 : 0;
    }
    assertThat(covered / 1000.0).isCloseTo(0.9, within(0.03));
    assertThat(coveredAlone / 1000.0).isLessThan(0.7);
  }

  @Test
  void oneClusterOnASideHasNoInterval() {
    List<Case> cases =
        List.of(
            new Case("a", Arm.TREATED, 1, 1),
            new Case("a", Arm.TREATED, 2, 3),
            new Case("b", Arm.CONTROL, 1, 1),
            new Case("c", Arm.CONTROL, 1, 2));

    assertThat(Cuped.ofClusters(cases, 0.95).effect())
        .isEqualTo(
            new Figure.Undefined(
                "two assigned apart are needed on each side: there are 1 treated and 2 others"));
    assertThat(Cuped.ofClusters(List.of(), 0.95).error()).isEmpty();
  }

  private static boolean holds(Cuped found) {
    return found.effect() instanceof Figure.Known known && known.low() <= 1 && known.high() >= 1;
  }

  /** Effect 1, slope on X, clusters of ten with a shared part. */
  private static List<Case> cases(Random random, int n, double slope, double shared) {
    List<Case> cases = new ArrayList<>();
    double team = 0;
    for (int i = 0; i < n; i++) {
      team = i % 10 == 0 ? shared * random.nextGaussian() : team;
      Arm arm = i / 10 % 2 == 0 ? Arm.TREATED : Arm.CONTROL;
      double before = random.nextGaussian();
      double outcome = (arm == Arm.TREATED ? 1 : 0) + slope * before + team + random.nextGaussian();
      cases.add(new Case("team " + i / 10, arm, outcome, before));
    }
    return cases;
  }
}
