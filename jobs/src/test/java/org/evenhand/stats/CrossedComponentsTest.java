package org.evenhand.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.junit.jupiter.api.Test;

/** Components of crossed factors against the restricted likelihood written out. */
final class CrossedComponentsTest {
  private static final long SEED = 20_261_122;

  @Test
  void twoFactorsAreThoseOfTheExactFit() {
    CrossedRatings ratings = new CrossedRatings(SEED, 3000, 150, 90, 5, 0.1);
    CrossedEffects exact =
        CrossedEffects.of(
            ratings.values, ratings.factors.get(0), ratings.factors.get(1), Likelihood.RESTRICTED);
    CrossedComponents found =
        CrossedComponents.of(ratings.values, ratings.factors.subList(0, 2), 4, 1);

    assertThat(found.mean()).isCloseTo(exact.mean(), within(1e-3));
    assertThat(found.residual()).isCloseTo(exact.residual(), within(0.005 * exact.residual()));
    assertThat(found.variances().get(0)).isCloseTo(exact.first(), within(0.02 * exact.first()));
    assertThat(found.variances().get(1)).isCloseTo(exact.second(), within(0.02 * exact.second()));
  }

  /** As above 500 levels, where a search takes too long. */
  @Test
  void effectsOfLongFactorsAreThoseOfTheSearch() {
    CrossedRatings ratings = new CrossedRatings(SEED, 3000, 150, 90, 5, 0.1);
    CrossedEffects.Factor rater = ratings.factors.get(0);
    CrossedEffects.Factor ratee = ratings.factors.get(1);
    CrossedEffects exact = CrossedEffects.of(ratings.values, rater, ratee, Likelihood.RESTRICTED);
    CrossedEffects found =
        CrossedEffects.of(ratings.values, rater, ratee, Likelihood.RESTRICTED, 50);

    assertThat(found.criterion()).isCloseTo(exact.criterion(), within(0.01));
    assertThat(found.second()).isCloseTo(exact.second(), within(0.01 * exact.second()));
    for (int i = 0; i < exact.firstEffects().size(); i++) {
      assertThat(found.firstEffects().get(i).shrunken())
          .isCloseTo(exact.firstEffects().get(i).shrunken(), within(0.005));
    }
  }

  @Test
  void threeFactorsAreThoseOfTheRestrictedLikelihoodWrittenOut() {
    CrossedRatings ratings = new CrossedRatings(SEED, 300, 40, 35, 6, 0.4);
    double[] best = restrictedMaximum(ratings);
    CrossedComponents found = CrossedComponents.of(ratings.values, ratings.factors, 4, 1);

    assertThat(found.residual()).isCloseTo(best[3], within(0.05 * best[3]));
    for (int k = 0; k < 3; k++) {
      assertThat(found.variances().get(k))
          .as("factor %d", k)
          .isCloseTo(best[k], within(0.05 * best[k]));
    }
  }

  /** Mean-field rounds, which drop the covariances of the errors, take it to nothing. */
  @Test
  void aSmallComponentDoesNotCollapse() {
    CrossedRatings ratings = new CrossedRatings(SEED, 20_000, 900, 300, 14, 0.16);
    CrossedComponents found = CrossedComponents.of(ratings.values, ratings.factors, 4, 1);

    assertThat(Math.sqrt(found.variances().get(2))).isBetween(0.08, 0.28);
    assertThat(found.iterations()).isLessThan(60);
  }

  @Test
  void aFactorThatDoesNothingHasNoVariance() {
    double[] even = new double[4000];
    for (int i = 0; i < even.length; i++) {
      even[i] = i % 2;
    }
    List<CrossedEffects.Factor> blocks =
        List.of(
            new CrossedEffects.Factor(
                "block",
                java.util.stream.IntStream.range(0, even.length).mapToObj(i -> i / 40).toList()));

    assertThat(CrossedComponents.of(even, blocks, 4, 1).variances().get(0)).isZero();
  }

  @Test
  void aFactorOfOneLevelIsRefused() {
    List<CrossedEffects.Factor> one = List.of(new CrossedEffects.Factor("team", List.of(0, 0, 0)));
    assertThatThrownBy(() -> CrossedComponents.of(new double[] {1, 2, 3}, one, 4, 1))
        .hasMessageStartingWith("Cannot part variance: 'team' has 1 levels in 3 rows");
  }

  private static double[] restrictedMaximum(CrossedRatings ratings) {
    double[] start = {Math.log(0.2), Math.log(0.2), Math.log(0.2), Math.log(1.0)};
    double[] found =
        new SimplexOptimizer(1e-6, 1e-6)
            .optimize(
                new MaxEval(2000),
                new ObjectiveFunction(theta -> restricted(ratings, theta)),
                GoalType.MAXIMIZE,
                new InitialGuess(start),
                new NelderMeadSimplex(4, 0.4))
            .getPoint();
    return java.util.Arrays.stream(found).map(Math::exp).toArray();
  }

  /** &minus;&frac12;(log|V| + log(1'V&#8315;&sup1;1) + r'V&#8315;&sup1;r), all of V written out. */
  private static double restricted(CrossedRatings ratings, double[] theta) {
    int n = ratings.values.length;
    DMatrixRMaj v = new DMatrixRMaj(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double shared = i == j ? Math.exp(theta[3]) : 0;
        for (int k = 0; k < 3; k++) {
          List<Integer> levels = ratings.factors.get(k).levels();
          shared += levels.get(i).equals(levels.get(j)) ? Math.exp(theta[k]) : 0;
        }
        v.set(i, j, shared);
      }
    }
    CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(n, true);
    cholesky.decompose(v);
    DMatrixRMaj factor = cholesky.getT(null);
    double log = 0;
    double[] y = ratings.values.clone();
    double[] ones = new double[n];
    for (int i = 0; i < n; i++) {
      ones[i] = 1;
      for (int j = 0; j < i; j++) {
        y[i] -= factor.get(i, j) * y[j];
        ones[i] -= factor.get(i, j) * ones[j];
      }
      y[i] /= factor.get(i, i);
      ones[i] /= factor.get(i, i);
      log += 2 * Math.log(factor.get(i, i));
    }
    double yy = 0;
    double oy = 0;
    double oo = 0;
    for (int i = 0; i < n; i++) {
      yy += y[i] * y[i];
      oy += ones[i] * y[i];
      oo += ones[i] * ones[i];
    }
    return -(log + Math.log(oo) + yy - oy * oy / oo) / 2;
  }
}
