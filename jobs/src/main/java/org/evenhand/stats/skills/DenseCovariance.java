package org.evenhand.stats.skills;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * The covariance written out and factored by Cholesky, n&sup3; steps. Blocks left out come from the
 * inverse: y<sub>S</sub> conditional on the rest has precision C&#8315;&sup1;<sub>SS</sub>, so the
 * forms of the rest are those of all less
 * g<sub>S</sub>'(C&#8315;&sup1;<sub>SS</sub>)&#8315;&sup1;u<sub>S</sub>, without another
 * factorisation of the rest.
 */
final class DenseCovariance implements WitnessCovariance {
  private final DMatrixRMaj covariance;
  private final DMatrixRMaj inverse;
  private final double logDeterminant;

  DenseCovariance(List<Witness> witnesses, Kernel kernel) {
    this(covariance(witnesses, kernel));
  }

  private DenseCovariance(DMatrixRMaj covariance) {
    int n = covariance.numRows;
    this.covariance = covariance;
    this.inverse = new DMatrixRMaj(n, n);
    if (n == 0) {
      logDeterminant = 0;
      return;
    }
    LinearSolverDense<DMatrixRMaj> solver = factored(covariance);
    solver.invert(inverse);
    logDeterminant = logDeterminant(solver);
  }

  static DMatrixRMaj covariance(List<Witness> witnesses, Kernel kernel) {
    int n = witnesses.size();
    DMatrixRMaj matrix = new DMatrixRMaj(n, n);
    for (int i = 0; i < n; i++) {
      Witness one = witnesses.get(i);
      for (int j = 0; j <= i; j++) {
        Witness other = witnesses.get(j);
        double shared = one.party().shares(other.party()) ? one.party().variance() : 0;
        double value =
            one.loading() * other.loading() * kernel.covariance(one.time(), other.time()) + shared;
        matrix.set(i, j, value);
        matrix.set(j, i, value);
      }
      matrix.add(i, i, one.noise());
    }
    return matrix;
  }

  /** The factor overwrites a copy. */
  private static LinearSolverDense<DMatrixRMaj> factored(DMatrixRMaj matrix) {
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(matrix.numRows);
    if (!solver.setA(matrix.copy())) {
      throw new IllegalArgumentException(
          "Cannot solve for %d pieces of evidence: their covariance is not positive definite. Correct the parameters."
              .formatted(matrix.numRows));
    }
    return solver;
  }

  private static double logDeterminant(LinearSolverDense<DMatrixRMaj> solver) {
    CholeskyDecomposition_F64<DMatrixRMaj> cholesky = solver.getDecomposition();
    DMatrixRMaj factor = cholesky.getT(null);
    double sum = 0;
    for (int i = 0; i < factor.numRows; i++) {
      sum += Math.log(factor.get(i, i));
    }
    return 2 * sum;
  }

  /** z = L&#8315;&sup1;&#7929;: each surprise given those before it, N(0, 1) and independent. */
  static double[] whitened(List<Witness> witnesses, Kernel kernel) {
    int n = witnesses.size();
    double[] z = new double[n];
    if (n == 0) {
      return z;
    }
    CholeskyDecomposition_F64<DMatrixRMaj> cholesky =
        factored(covariance(witnesses, kernel)).getDecomposition();
    DMatrixRMaj factor = cholesky.getT(null);
    for (int i = 0; i < n; i++) {
      double left = witnesses.get(i).surprise();
      for (int j = 0; j < i; j++) {
        left -= factor.get(i, j) * z[j];
      }
      z[i] = left / factor.get(i, i);
    }
    return z;
  }

  @Override
  public double[] solve(double[] right) {
    int n = right.length;
    double[] solution = new double[n];
    for (int i = 0; i < n; i++) {
      double sum = 0;
      for (int j = 0; j < n; j++) {
        sum += inverse.data[i * n + j] * right[j];
      }
      solution[i] = sum;
    }
    return solution;
  }

  @Override
  public double[] inverseDiagonal() {
    double[] diagonal = new double[inverse.numRows];
    for (int i = 0; i < diagonal.length; i++) {
      diagonal[i] = inverse.get(i, i);
    }
    return diagonal;
  }

  @Override
  public double logDeterminant() {
    return logDeterminant;
  }

  @Override
  public Forms without(int[] dropped, Solved surprises, Solved towards) {
    DMatrixRMaj g = column(towards.solution(), dropped);
    DMatrixRMaj solved = solve(block(inverse, dropped), g);
    return new Forms(
        towards.form(surprises) - dot(solved, column(surprises.solution(), dropped)),
        towards.form(towards) - dot(solved, g));
  }

  @Override
  public Forms alone(int[] kept, Solved surprises, Solved towards) {
    DMatrixRMaj k = column(towards.right(), kept);
    DMatrixRMaj solved = solve(block(covariance, kept), k);
    return new Forms(dot(solved, column(surprises.right(), kept)), dot(solved, k));
  }

  private static double dot(DMatrixRMaj left, DMatrixRMaj right) {
    return Vectors.dot(left.data, right.data);
  }

  private static DMatrixRMaj solve(DMatrixRMaj matrix, DMatrixRMaj right) {
    DMatrixRMaj solution = new DMatrixRMaj(right.numRows, 1);
    if (right.numRows > 0) {
      factored(matrix).solve(right, solution);
    }
    return solution;
  }

  private static DMatrixRMaj column(double[] values, int[] positions) {
    return new DMatrixRMaj(positions.length, 1, true, Vectors.at(values, positions));
  }

  private static DMatrixRMaj block(DMatrixRMaj matrix, int[] positions) {
    DMatrixRMaj block = new DMatrixRMaj(positions.length, positions.length);
    for (int i = 0; i < positions.length; i++) {
      for (int j = 0; j < positions.length; j++) {
        block.set(i, j, matrix.get(positions[i], positions[j]));
      }
    }
    return block;
  }
}
