package org.evenhand.stats;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/** A positive definite system scaled to unit diagonal and solved by Cholesky. */
final class NormalEquations {
  /** Smallest ratio of pivots taken for more than rounding. */
  private static final double LEAST_QUALITY = 1e-11;

  private final DMatrixRMaj inverse;

  private NormalEquations(DMatrixRMaj inverse) {
    this.inverse = inverse;
  }

  /** Empty when a column is zero or depends linearly on others. */
  static Optional<NormalEquations> of(DMatrixRMaj matrix) {
    int size = matrix.numRows;
    double[] scale = new double[size];
    DMatrixRMaj scaled = matrix.copy();
    for (int i = 0; i < size; i++) {
      if (!(matrix.get(i, i) > 0)) {
        return Optional.empty();
      }
      scale[i] = 1 / Math.sqrt(matrix.get(i, i));
    }
    multiply(scaled, scale);
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(size);
    if (!solver.setA(scaled) || !(solver.quality() > LEAST_QUALITY)) {
      return Optional.empty();
    }
    DMatrixRMaj inverse = new DMatrixRMaj(size, size);
    solver.invert(inverse);
    multiply(inverse, scale);
    return Optional.of(new NormalEquations(inverse));
  }

  private static void multiply(DMatrixRMaj matrix, double[] scale) {
    for (int i = 0; i < scale.length; i++) {
      for (int j = 0; j < scale.length; j++) {
        matrix.set(i, j, matrix.get(i, j) * scale[i] * scale[j]);
      }
    }
  }

  double[] solve(double[] right) {
    DMatrixRMaj solution = new DMatrixRMaj(right.length, 1);
    CommonOps_DDRM.mult(inverse, DMatrixRMaj.wrap(right.length, 1, right), solution);
    return solution.getData();
  }

  DMatrixRMaj inverse() {
    return inverse;
  }
}
