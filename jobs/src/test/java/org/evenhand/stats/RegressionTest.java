package org.evenhand.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.evenhand.stats.LogisticRegression.Pattern;
import org.junit.jupiter.api.Test;

final class RegressionTest {
  private static final long SEED = 20_261_122;

  /** Bliss (1935), beetles killed by carbon disulphide; figures of Dobson (2002), table 7.3. */
  private static final double[][] BEETLES = {
    {1.6907, 59, 6}, {1.7242, 60, 13}, {1.7552, 62, 18}, {1.7842, 56, 28},
    {1.8113, 63, 52}, {1.8369, 59, 53}, {1.8610, 62, 61}, {1.8839, 60, 60}
  };

  @Test
  void logisticCoefficientsEqualThePublishedOnes() {
    Regression.Fitted fit = fitted(new LogisticRegression(0, 0).fit(beetles()));

    assertThat(fit.coefficient(0)).isCloseTo(-60.72, within(0.005));
    assertThat(fit.standardError(0)).isCloseTo(5.18, within(0.005));
    assertThat(fit.coefficient(1)).isCloseTo(34.27, within(0.005));
    assertThat(fit.standardError(1)).isCloseTo(2.91, within(0.005));
  }

  /** Dalal, Fowlkes and Hoadley (1989), 23 flights before Challenger. */
  @Test
  void logisticCoefficientsOfSingleCasesEqualThePublishedOnes() {
    double[] cold = {53, 57, 58, 63, 70, 70, 75};
    double[] well = {66, 67, 67, 67, 68, 69, 70, 70, 72, 73, 75, 76, 76, 78, 79, 81};
    List<Pattern> flights = new ArrayList<>();
    Arrays.stream(cold).forEach(t -> flights.add(new Pattern(new double[] {1, t}, 1, 1)));
    Arrays.stream(well).forEach(t -> flights.add(new Pattern(new double[] {1, t}, 1, 0)));

    Regression.Fitted fit = fitted(new LogisticRegression(0, 0).fit(flights));

    assertThat(fit.coefficient(0)).isCloseTo(15.0429, within(5e-5));
    assertThat(fit.standardError(0)).isCloseTo(7.3786, within(5e-4));
    assertThat(fit.coefficient(1)).isCloseTo(-0.2322, within(5e-5));
    assertThat(fit.standardError(1)).isCloseTo(0.1082, within(5e-5));
  }

  @Test
  void groupedCountsGiveWhatSingleCasesGive() {
    List<Pattern> single = new ArrayList<>();
    for (double[] row : BEETLES) {
      for (int i = 0; i < row[1]; i++) {
        single.add(new Pattern(new double[] {1, row[0]}, 1, i < row[2] ? 1 : 0));
      }
    }
    Regression.Fitted grouped = fitted(new LogisticRegression(0, 2).fit(beetles()));
    Regression.Fitted alone = fitted(new LogisticRegression(0, 2).fit(single));

    assertThat(alone.coefficient(1)).isCloseTo(grouped.coefficient(1), within(1e-9));
    assertThat(alone.standardError(1)).isCloseTo(grouped.standardError(1), within(1e-9));
  }

  /** Second way: the slope of the penalised likelihood, by differences, is 0 at the fit. */
  @Test
  void atTheFitNoCoefficientCanBeImproved() {
    double[] ridge = {0, 3};
    Regression.Fitted fit = fitted(new LogisticRegression(ridge).fit(beetles()));
    double[] at = {fit.coefficient(0), fit.coefficient(1)};
    for (int i = 0; i < 2; i++) {
      double[] up = at.clone();
      double[] down = at.clone();
      up[i] += 1e-5;
      down[i] -= 1e-5;
      assertThat((penalised(up, ridge) - penalised(down, ridge)) / 2e-5).isCloseTo(0, within(1e-4));
    }
  }

  private static double penalised(double[] beta, double[] ridge) {
    double sum = 0;
    for (double[] row : BEETLES) {
      double p = LogisticRegression.probability(beta[0] + beta[1] * row[0]);
      sum += row[2] * Math.log(p) + (row[1] - row[2]) * Math.log(1 - p);
    }
    return sum - (ridge[0] * beta[0] * beta[0] + ridge[1] * beta[1] * beta[1]) / 2;
  }

  @Test
  void outcomesThatAreAllAlikeHaveNoFit() {
    assertThat(reason(new LogisticRegression(0).fit(List.of(new Pattern(new double[] {1}, 9, 9)))))
        .isEqualTo("all 9 cases to learn from ended alike");
    assertThat(reason(new LogisticRegression(0).fit(List.of()))).contains("no cases");
  }

  @Test
  void separationIsNamedAndARidgeResolvesIt() {
    List<Pattern> apart =
        List.of(new Pattern(new double[] {1, 0}, 9, 0), new Pattern(new double[] {1, 1}, 9, 9));

    assertThat(reason(new LogisticRegression(0, 0).fit(apart))).contains("foretell every outcome");
    assertThat(new LogisticRegression(0, 1).fit(apart)).isInstanceOf(Regression.Fitted.class);
  }

  @Test
  void dependentColumnsHaveNoFit() {
    List<Pattern> twice =
        List.of(
            new Pattern(new double[] {1, 2, 4}, 9, 3), new Pattern(new double[] {1, 1, 2}, 9, 5));

    assertThat(reason(new LogisticRegression(0, 0, 0).fit(twice))).contains("cannot be told apart");
  }

  /** Anscombe (1973), first set: 3 + 0.5x, error 1.1247 and 0.1179. */
  @Test
  void leastSquaresEqualThePublishedOnes() {
    double[] x = {10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5};
    double[] y = {8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68};
    RidgeRegression.Sums sums = RidgeRegression.Sums.none(2);
    for (int i = 0; i < x.length; i++) {
      sums.add(new double[] {1, x[i]}, 1, y[i], y[i] * y[i]);
    }
    Regression.Fitted fit = fitted(new RidgeRegression(0, 0).fit(sums));

    assertThat(fit.coefficient(0)).isCloseTo(3.0001, within(5e-5));
    assertThat(fit.standardError(0)).isCloseTo(1.1247, within(5e-5));
    assertThat(fit.coefficient(1)).isCloseTo(0.5001, within(5e-5));
    assertThat(fit.standardError(1)).isCloseTo(0.1179, within(5e-5));
    assertThat(Math.sqrt(fit.residualVariance())).isCloseTo(1.237, within(5e-4));
  }

  @Test
  void leavingATeamOutIsSubtractingItsSums() {
    Random random = new Random(SEED);
    RidgeRegression.Sums all = RidgeRegression.Sums.none(3);
    RidgeRegression.Sums team = RidgeRegression.Sums.none(3);
    RidgeRegression.Sums others = RidgeRegression.Sums.none(3);
    for (int i = 0; i < 300; i++) {
      double[] x = {1, random.nextGaussian(), random.nextInt(2)};
      double y = 2 + x[1] - x[2] + random.nextGaussian();
      all.add(x, 1, y, y * y);
      (i % 5 == 0 ? team : others).add(x, 1, y, y * y);
    }
    RidgeRegression squares = new RidgeRegression(0, 1, 1);
    Regression.Fitted subtracted = fitted(squares.fit(all.minus(team)));
    Regression.Fitted refitted = fitted(squares.fit(others));

    for (int i = 0; i < 3; i++) {
      assertThat(subtracted.coefficient(i)).isCloseTo(refitted.coefficient(i), within(1e-12));
      assertThat(subtracted.standardError(i)).isCloseTo(refitted.standardError(i), within(1e-12));
    }
  }

  @Test
  void leastSquaresSayWhyThereIsNoFit() {
    RidgeRegression.Sums sums = RidgeRegression.Sums.none(1);
    assertThat(reason(new RidgeRegression(0).fit(sums)))
        .isEqualTo("0 cases are too few for 1 covariates");
    sums.add(new double[] {1}, 8, 24, 72);
    assertThat(reason(new RidgeRegression(0).fit(sums)))
        .isEqualTo("all 8 cases to learn from are equal");
  }

  private static List<Pattern> beetles() {
    return Arrays.stream(BEETLES)
        .map(row -> new Pattern(new double[] {1, row[0]}, row[1], row[2]))
        .toList();
  }

  private static Regression.Fitted fitted(Regression regression) {
    assertThat(regression).isInstanceOf(Regression.Fitted.class);
    return (Regression.Fitted) regression;
  }

  private static String reason(Regression regression) {
    assertThat(regression).isInstanceOf(Regression.Impossible.class);
    return ((Regression.Impossible) regression).reason();
  }
}
