package org.evenhand.stats.skills;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.evenhand.stats.Parallel;

/**
 * The best of 27 kernels about a first one: what lasts, what moves and the length each at a third,
 * once and three times. Offsets, means and severities stay as solved; what is unknown of a severity
 * widens its rater's occasions. On at most {@link #MOST} occasions, of pairs evenly spread over
 * all.
 */
final class KernelSearch {
  private static final int MOST = 4000;
  private static final double[] FACTORS = {1 / 3.0, 1, 3};

  private final Solution solution;
  private final List<PairBlock> blocks = new ArrayList<>();

  private KernelSearch(Solution solution) {
    this.solution = solution;
    int occasions = solution.blocks.stream().mapToInt(block -> block.pair.size()).sum();
    int every = 1 + occasions / MOST;
    for (int i = 0; i < solution.blocks.size(); i += every) {
      blocks.add(solution.blocks.get(i));
    }
  }

  static FitState of(Solution solution) {
    KernelSearch search = new KernelSearch(solution);
    Kernel start = solution.state.kernel;
    FitState best = solution.state;
    double most = search.logLikelihood(best);
    for (double lasting : FACTORS) {
      for (double moving : FACTORS) {
        for (double length : FACTORS) {
          FitState other =
              search.with(
                  new Kernel(
                      start.lasting() * lasting,
                      start.moving() * moving,
                      solution.data.held(start.length() * length)));
          double value = search.logLikelihood(other);
          if (value > most) {
            most = value;
            best = other;
          }
        }
      }
    }
    return best;
  }

  private FitState with(Kernel kernel) {
    FitState state = solution.state;
    return new FitState(
        kernel, state.loading, state.noise, state.pairVariance, state.severityVariance);
  }

  private double logLikelihood(FitState state) {
    return Parallel.map(blocks, block -> logLikelihood(block, state)).stream()
        .mapToDouble(Double::doubleValue)
        .sum();
  }

  private double logLikelihood(PairBlock block, FitState state) {
    DMatrixRMaj covariance = block.covariance(state);
    int n = covariance.numRows;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (block.pair.sharesParty(i, j)) {
          int rater = solution.data.unknownOfRater(block.pair.rater[i]);
          covariance.add(i, j, 1 / solution.equations.diagonal(rater));
        }
      }
    }
    CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(n, true);
    if (!cholesky.decompose(covariance)) {
      return Double.NEGATIVE_INFINITY;
    }
    return -whitened(cholesky.getT(null), block.residuals(solution.unknowns)) / 2;
  }

  /** log|C| + e'C&#8315;&sup1;e by forward substitution. */
  private static double whitened(DMatrixRMaj factor, double[] residuals) {
    double sum = 0;
    double[] z = new double[residuals.length];
    for (int i = 0; i < z.length; i++) {
      double left = residuals[i];
      for (int j = 0; j < i; j++) {
        left -= factor.get(i, j) * z[j];
      }
      z[i] = left / factor.get(i, i);
      sum += z[i] * z[i] + 2 * Math.log(factor.get(i, i));
    }
    return sum;
  }
}
