package org.evenhand.stats.skills;

import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.evenhand.stats.Parallel;

/** Offsets, means and severities for given variances, with their prediction errors. */
final class Solution {
  /** Prior variance of offsets and means, in variances of the values: as good as none. */
  private static final double VAGUE = 1e6;

  /** The anchor's offset is held at 0. */
  private static final double HELD = 1e-12;

  private static final double LEAST = 1e-9;

  /** Fewest prediction errors of raters to average over. */
  private static final int DRAWS = 2000;

  final FitData data;
  final FitState state;
  final List<PairBlock> blocks;
  final MixedEquations equations;
  final double[] unknowns;
  final PredictionErrors errors;
  private final double[] precision;

  Solution(FitData data, FitState state, FitOptions options) {
    this.data = data;
    this.state = state;
    this.blocks = Parallel.map(data.pairs(), pair -> new PairBlock(data, pair, state));
    this.precision = precision();
    this.equations = new MixedEquations(blocks, precision, coarse());
    double[] right = new double[data.unknowns()];
    blocks.forEach(block -> block.addProjection(block.means.value, right));
    this.unknowns = equations.solve(right);
    this.errors =
        data.unknowns() <= options.exactUpTo()
            ? PredictionErrors.exact(equations)
            : PredictionErrors.probed(equations, data.unknowns(), probes(options), options.seed());
  }

  /** Few raters need more probes for the same accuracy. */
  private int probes(FitOptions options) {
    return Math.max(options.probes(), DRAWS / Math.max(1, data.raters().size()));
  }

  private double priorVariance(int unknown) {
    if (unknown == data.anchor()) {
      return HELD * data.variance();
    }
    if (unknown < data.fixed()) {
      return VAGUE * data.variance();
    }
    double own = state.severityVariance[data.raterSource(unknown - data.fixed())];
    return Math.max(own, LEAST * data.variance());
  }

  private double[] precision() {
    return IntStream.range(0, data.unknowns()).mapToDouble(i -> 1 / priorVariance(i)).toArray();
  }

  /** Offsets and means stand alone, the raters of a source together. */
  private int[] coarse() {
    List<Integer> sources =
        IntStream.range(0, data.raters().size()).map(data::raterSource).distinct().boxed().toList();
    return IntStream.range(0, data.unknowns())
        .map(
            i ->
                i < data.fixed()
                    ? i
                    : data.fixed() + sources.indexOf(data.raterSource(i - data.fixed())))
        .toArray();
  }

  double severity(int rater) {
    return unknowns[data.unknownOfRater(rater)];
  }

  /**
   * Restricted log-likelihood, up to a constant that the vague priors set:
   * &minus;&frac12;(&Sigma;log|C| + log|W'C&#8315;&sup1;W + G&#8315;&sup1;| + log|G| + y'Py).
   * Written out: for few unknowns only.
   */
  double restrictedLogLikelihood() {
    double sum = 0;
    for (PairBlock block : blocks) {
      double[] residuals = block.residuals(unknowns);
      sum += block.logDeterminant + block.means.deviance();
      for (int i = 0; i < residuals.length; i++) {
        for (int j = 0; j < residuals.length; j++) {
          sum += block.means.value[i] * block.inverse.get(i, j) * residuals[j];
        }
      }
    }
    for (double own : precision) {
      sum -= Math.log(own);
    }
    DMatrixRMaj dense = equations.dense();
    CholeskyDecomposition_F64<DMatrixRMaj> cholesky =
        DecompositionFactory_DDRM.chol(dense.numRows, true);
    cholesky.decompose(dense);
    DMatrixRMaj factor = cholesky.getT(null);
    for (int i = 0; i < factor.numRows; i++) {
      sum += 2 * Math.log(factor.get(i, i));
    }
    return -sum / 2;
  }
}
