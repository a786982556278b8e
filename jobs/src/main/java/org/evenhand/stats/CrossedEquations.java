package org.evenhand.stats;

import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * Henderson's equations of a mean and crossed factors at given variances, A = W'W/&sigma;&sup2; +
 * diag(0, 1/&sigma;<sub>k</sub>&sup2;), by conjugate gradients. The preconditioner is the diagonal
 * and an exact solve on the mean, the levels of short factors and the sum of each long one.
 * A&#8315;&sup1; holds the prediction errors.
 */
final class CrossedEquations {
  /** Levels up to which a factor is short. */
  static final int SHORT = 64;

  private final int[][] rows;
  private final int[] starts;
  private final double residual;
  private final double[] precision;
  private final double[] diagonal;
  private final int[] coarseOf;
  private final int coarseSize;
  private final LinearSolverDense<DMatrixRMaj> coarse;
  private int iterations;

  /**
   * @param variances of the factors
   * @param residual of a row
   */
  CrossedEquations(List<CrossedEffects.Factor> factors, double[] variances, double residual) {
    int n = factors.get(0).levels().size();
    this.residual = residual;
    rows = new int[factors.size() + 1][n];
    starts = new int[factors.size() + 2];
    starts[1] = 1;
    for (int k = 1; k < rows.length; k++) {
      starts[k + 1] = starts[k] + factors.get(k - 1).count();
      for (int i = 0; i < n; i++) {
        rows[k][i] = starts[k] + factors.get(k - 1).levels().get(i);
      }
    }
    precision = new double[starts[rows.length]];
    for (int k = 1; k < rows.length; k++) {
      java.util.Arrays.fill(precision, starts[k], starts[k + 1], 1 / variances[k - 1]);
    }
    diagonal = precision.clone();
    for (int[] row : rows) {
      for (int unknown : row) {
        diagonal[unknown] += 1 / residual;
      }
    }
    coarseOf = coarseOf();
    coarseSize = IntStream.of(coarseOf).max().orElse(0) + 1;
    coarse = LinearSolverFactory_DDRM.chol(coarseSize);
    coarse.setA(coarseMatrix());
  }

  /** How many levels a factor has. */
  int levels(int factor) {
    return starts[factor + 2] - starts[factor + 1];
  }

  private int[] coarseOf() {
    int[] of = new int[precision.length];
    int next = 1;
    for (int k = 1; k < rows.length; k++) {
      boolean isShort = starts[k + 1] - starts[k] <= SHORT;
      for (int i = starts[k]; i < starts[k + 1]; i++) {
        of[i] = isShort ? next++ : next;
      }
      next += isShort ? 0 : 1;
    }
    return of;
  }

  private DMatrixRMaj coarseMatrix() {
    DMatrixRMaj matrix = new DMatrixRMaj(coarseSize, coarseSize);
    for (int i = 0; i < precision.length; i++) {
      matrix.add(coarseOf[i], coarseOf[i], precision[i]);
    }
    for (int i = 0; i < rows[0].length; i++) {
      for (int[] one : rows) {
        for (int[] other : rows) {
          matrix.add(coarseOf[one[i]], coarseOf[other[i]], 1 / residual);
        }
      }
    }
    return matrix;
  }

  /** Wx, one each row. */
  double[] rows(double[] unknowns) {
    double[] sums = new double[rows[0].length];
    for (int[] row : rows) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] += unknowns[row[i]];
      }
    }
    return sums;
  }

  /** W'v/&sigma;&sup2;. */
  double[] unknowns(double[] values) {
    double[] sums = new double[precision.length];
    for (int[] row : rows) {
      for (int i = 0; i < values.length; i++) {
        sums[row[i]] += values[i] / residual;
      }
    }
    return sums;
  }

  private double[] times(double[] x) {
    double[] product = unknowns(rows(x));
    for (int i = 0; i < x.length; i++) {
      product[i] += precision[i] * x[i];
    }
    return product;
  }

  private double[] precondition(double[] right) {
    DMatrixRMaj sums = new DMatrixRMaj(coarseSize, 1);
    for (int i = 0; i < right.length; i++) {
      sums.add(coarseOf[i], 0, right[i]);
    }
    DMatrixRMaj solved = new DMatrixRMaj(coarseSize, 1);
    coarse.solve(sums, solved);
    double[] result = new double[right.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = right[i] / diagonal[i] + solved.get(coarseOf[i], 0);
    }
    return result;
  }

  double[] solve(double[] right) {
    ConjugateGradients.Solved solved =
        ConjugateGradients.solve(right, this::times, this::precondition);
    iterations = Math.max(iterations, solved.iterations());
    return solved.solution();
  }

  /** Most of any solve. */
  int iterations() {
    return iterations;
  }

  /**
   * Pv = V&#8315;&sup1;v with the mean taken out: (v &minus;
   * WA&#8315;&sup1;W'v/&sigma;&sup2;)/&sigma;&sup2;.
   */
  double[] projected(double[] values) {
    double[] fitted = rows(solve(unknowns(values)));
    double[] projected = new double[values.length];
    for (int i = 0; i < projected.length; i++) {
      projected[i] = (values[i] - fitted[i]) / residual;
    }
    return projected;
  }

  /** The part of a factor. */
  double[] of(int factor, double[] unknowns) {
    return java.util.Arrays.copyOfRange(unknowns, starts[factor + 1], starts[factor + 2]);
  }

  /** Each row's value of its level. */
  double[] spread(int factor, double[] ofLevels) {
    int start = starts[factor + 1];
    return IntStream.of(rows[factor + 1]).mapToDouble(at -> ofLevels[at - start]).toArray();
  }

  /** All unknowns 0 but those of a factor. */
  double[] placed(int factor, double[] ofLevels) {
    double[] all = new double[precision.length];
    System.arraycopy(ofLevels, 0, all, starts[factor + 1], ofLevels.length);
    return all;
  }
}
