package org.evenhand.stats.statespace;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/** The few products a filter needs, as expressions that leave their arguments alone. */
final class Dense {
  private Dense() {}

  static DMatrixRMaj times(DMatrixRMaj left, DMatrixRMaj right) {
    DMatrixRMaj product = new DMatrixRMaj(left.numRows, right.numCols);
    CommonOps_DDRM.mult(left, right, product);
    return product;
  }

  /** Left transposed, times right. */
  static DMatrixRMaj transposedTimes(DMatrixRMaj left, DMatrixRMaj right) {
    DMatrixRMaj product = new DMatrixRMaj(left.numCols, right.numCols);
    CommonOps_DDRM.multTransA(left, right, product);
    return product;
  }

  /** Left times right transposed. */
  static DMatrixRMaj outer(DMatrixRMaj left, DMatrixRMaj right) {
    DMatrixRMaj product = new DMatrixRMaj(left.numRows, right.numRows);
    CommonOps_DDRM.multTransB(left, right, product);
    return product;
  }

  /** around &middot; inner &middot; around'. */
  static DMatrixRMaj sandwich(DMatrixRMaj around, DMatrixRMaj inner) {
    return outer(times(around, inner), around);
  }

  /** around' &middot; inner &middot; around. */
  static DMatrixRMaj inside(DMatrixRMaj around, DMatrixRMaj inner) {
    return times(transposedTimes(around, inner), around);
  }

  static DMatrixRMaj plus(DMatrixRMaj left, DMatrixRMaj right) {
    return plus(left, 1, right);
  }

  /** left + factor &middot; right. */
  static DMatrixRMaj plus(DMatrixRMaj left, double factor, DMatrixRMaj right) {
    DMatrixRMaj sum = new DMatrixRMaj(left.numRows, left.numCols);
    CommonOps_DDRM.add(left, factor, right, sum);
    return sum;
  }

  static DMatrixRMaj scaled(double factor, DMatrixRMaj matrix) {
    DMatrixRMaj product = new DMatrixRMaj(matrix.numRows, matrix.numCols);
    CommonOps_DDRM.scale(factor, matrix, product);
    return product;
  }

  static DMatrixRMaj zeros(int rows, int columns) {
    return new DMatrixRMaj(rows, columns);
  }

  static DMatrixRMaj identity(int size) {
    return CommonOps_DDRM.identity(size);
  }

  static DMatrixRMaj column(double... values) {
    return new DMatrixRMaj(values.length, 1, true, values);
  }

  static DMatrixRMaj diagonal(double... values) {
    return CommonOps_DDRM.diag(values);
  }

  static double dot(DMatrixRMaj left, DMatrixRMaj right) {
    return CommonOps_DDRM.dot(left, right);
  }
}
