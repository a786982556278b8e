package org.evenhand.stats.skills;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionInner_DDRM;
import org.ejml.dense.row.linsol.chol.LinearSolverChol_DDRM;

/**
 * What one pair adds to the mixed-model equations, by occasion: with y the {@link OccasionMeans}, C
 * their covariance (severities apart) and W their columns of unknowns, H = C&#8315;&sup1;W, B = W'H
 * and H'y.
 */
final class PairBlock {
  final Pair pair;
  final OccasionMeans means;
  final int[] unknowns;

  /** Of the moving part of the curve between items. */
  final double[] correlation;

  final DMatrixRMaj inverse;
  final DMatrixRMaj design;
  final DMatrixRMaj solved;
  final DMatrixRMaj block;
  final double logDeterminant;

  PairBlock(FitData data, Pair pair, FitState state) {
    this.pair = pair;
    this.means = new OccasionMeans(pair, state);
    this.unknowns = unknowns(data, pair);
    int n = pair.size();
    this.correlation = correlation(pair, state.kernel);
    CholeskyDecompositionInner_DDRM cholesky = new CholeskyDecompositionInner_DDRM(true);
    LinearSolverChol_DDRM solver = new LinearSolverChol_DDRM(cholesky);
    if (!solver.setA(covariance(state, correlation))) {
      throw new IllegalArgumentException(
          "Cannot fit: the covariance of %d occasions of %s is not positive definite. Leave out values without noise."
              .formatted(n, pair.rep));
    }
    DMatrixRMaj factor = cholesky.getT();
    logDeterminant = 2 * IntStream.range(0, n).mapToDouble(i -> Math.log(factor.get(i, i))).sum();
    inverse = new DMatrixRMaj(n, n);
    solver.invert(inverse);
    design = design(data, state);
    solved = new DMatrixRMaj(n, unknowns.length);
    CommonOps_DDRM.mult(inverse, design, solved);
    block = new DMatrixRMaj(unknowns.length, unknowns.length);
    CommonOps_DDRM.multTransA(design, solved, block);
  }

  private static int[] unknowns(FitData data, Pair pair) {
    return IntStream.range(0, pair.size())
        .flatMap(
            i ->
                pair.rater[i] == Pair.NOBODY
                    ? IntStream.of(pair.source[i], data.unknownOfMean(pair.mean[i]))
                    : IntStream.of(
                        pair.source[i],
                        data.unknownOfMean(pair.mean[i]),
                        data.unknownOfRater(pair.rater[i])))
        .distinct()
        .sorted()
        .toArray();
  }

  private DMatrixRMaj design(FitData data, FitState state) {
    DMatrixRMaj matrix = new DMatrixRMaj(pair.size(), unknowns.length);
    for (int i = 0; i < pair.size(); i++) {
      matrix.set(i, Arrays.binarySearch(unknowns, pair.source[i]), 1);
      int mean = Arrays.binarySearch(unknowns, data.unknownOfMean(pair.mean[i]));
      matrix.set(i, mean, state.loading[pair.source[i]]);
      if (pair.rater[i] != Pair.NOBODY) {
        matrix.set(i, Arrays.binarySearch(unknowns, data.unknownOfRater(pair.rater[i])), 1);
      }
    }
    return matrix;
  }

  /** With another kernel and the same noise. */
  DMatrixRMaj covariance(FitState state) {
    return covariance(state, correlation(pair, state.kernel));
  }

  private static double[] correlation(Pair pair, Kernel kernel) {
    int n = pair.size();
    double[] correlation = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double value = kernel.correlation(Math.abs(pair.week[i] - pair.week[j]));
        correlation[i * n + j] = value;
        correlation[j * n + i] = value;
      }
    }
    return correlation;
  }

  private DMatrixRMaj covariance(FitState state, double[] correlation) {
    int n = pair.size();
    DMatrixRMaj matrix = new DMatrixRMaj(n, n);
    for (int i = 0; i < n; i++) {
      int source = pair.source[i];
      for (int j = 0; j <= i; j++) {
        double shared = pair.sharesParty(i, j) ? state.pairVariance[source] : 0;
        double skill = state.kernel.lasting() + state.kernel.moving() * correlation[i * n + j];
        double value = state.loading[source] * state.loading[pair.source[j]] * skill + shared;
        matrix.data[i * n + j] = value;
        matrix.data[j * n + i] = value;
      }
      matrix.data[i * n + i] += means.variance[i];
    }
    return matrix;
  }

  /** Adds H'values to a row of all unknowns. */
  void addProjection(double[] values, double[] to) {
    for (int c = 0; c < unknowns.length; c++) {
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += solved.get(i, c) * values[i];
      }
      to[unknowns[c]] += sum;
    }
  }

  /** Means of the occasions less W times the unknowns. */
  double[] residuals(double[] of) {
    double[] residuals = means.value.clone();
    for (int i = 0; i < residuals.length; i++) {
      for (int c = 0; c < unknowns.length; c++) {
        residuals[i] -= design.get(i, c) * of[unknowns[c]];
      }
    }
    return residuals;
  }
}
