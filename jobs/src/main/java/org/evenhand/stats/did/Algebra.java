package org.evenhand.stats.did;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;

/** Small dense systems. */
final class Algebra {
  private Algebra() {}

  /** 1/(|A||A<sup>&minus;1</sup>|) in the 1-norm; 0 when there is no inverse. */
  static double reciprocalCondition(DMatrixRMaj matrix) {
    DMatrixRMaj inverse = new DMatrixRMaj(matrix.numRows, matrix.numCols);
    if (!CommonOps_DDRM.invert(matrix, inverse)) {
      return 0;
    }
    double condition = NormOps_DDRM.inducedP1(matrix) * NormOps_DDRM.inducedP1(inverse);
    return Double.isFinite(condition) && condition > 0 ? 1 / condition : 0;
  }

  static DMatrixRMaj inverse(DMatrixRMaj matrix) {
    DMatrixRMaj inverse = new DMatrixRMaj(matrix.numRows, matrix.numCols);
    if (!CommonOps_DDRM.invert(matrix, inverse)) {
      throw new ArithmeticException("The matrix has no inverse");
    }
    return inverse;
  }

  static DMatrixRMaj solve(DMatrixRMaj matrix, DMatrixRMaj right) {
    DMatrixRMaj solution = new DMatrixRMaj(right.numRows, right.numCols);
    if (!CommonOps_DDRM.solve(matrix, right, solution)) {
      throw new ArithmeticException("The system has no solution");
    }
    return solution;
  }
}
