package org.evenhand.stats;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;

/**
 * Linear regression from sums alone, counts summed per pattern, with a ridge: &beta; = (X'X +
 * &Lambda;)&#8315;&sup1;X'y (Hoerl and Kennard 1970; &lambda; = 0 is ordinary least squares).
 * Residual variance: squares left over cases less columns; covariance: that times (X'X +
 * &Lambda;)&#8315;&sup1;. Leaving a team out is a subtraction of its sums. Impossible, with the
 * reason: no more cases than columns, an outcome that does not vary, columns that depend linearly
 * on one another.
 */
public final class RidgeRegression {
  private final double[] ridge;

  /**
   * @param ridge &lambda; per column; 0 for a column that is not shrunken
   */
  public RidgeRegression(double... ridge) {
    this.ridge = ridge.clone();
  }

  /** n, X'X, X'y, &sum;y and &sum;y&sup2;: all that least squares needs; sums add and subtract. */
  public static final class Sums {
    private final int columns;
    private final double[] all;

    private Sums(int columns, double[] all) {
      this.columns = columns;
      this.all = all;
    }

    /** Of nothing. */
    public static Sums none(int columns) {
      return new Sums(columns, new double[columns * columns + columns + 3]);
    }

    /**
     * Adds cases that share their covariates.
     *
     * @param n cases
     * @param y sum of their outcomes
     * @param yy sum of their squares
     */
    public void add(double[] x, double n, double y, double yy) {
      for (int i = 0; i < columns; i++) {
        double times = n * x[i];
        for (int j = 0; times != 0 && j < columns; j++) {
          all[i * columns + j] += times * x[j];
        }
        all[columns * columns + i] += x[i] * y;
      }
      int end = columns * columns + columns;
      all[end] += n;
      all[end + 1] += y;
      all[end + 2] += yy;
    }

    public Sums plus(Sums other) {
      return with(other, 1);
    }

    /** Without the cases of a part. */
    public Sums minus(Sums part) {
      return with(part, -1);
    }

    /** The same sums as if of fewer or more cases. */
    public Sums times(double factor) {
      return new Sums(columns, Arrays.stream(all).map(sum -> factor * sum).toArray());
    }

    private Sums with(Sums other, double times) {
      double[] sum = all.clone();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += times * other.all[i];
      }
      return new Sums(columns, sum);
    }

    public double cases() {
      return all[all.length - 3];
    }

    /** Squared deviations of the outcome from its mean. */
    double spread() {
      double y = all[all.length - 2];
      return all[all.length - 1] - y * y / cases();
    }

    private double squares() {
      return all[all.length - 1];
    }
  }

  public Regression fit(Sums sums) {
    int size = ridge.length;
    if (sums.cases() <= size) {
      return new Regression.Impossible(
          "%.0f cases are too few for %d covariates".formatted(sums.cases(), size));
    }
    if (!(sums.spread() > 1e-12 * sums.squares())) {
      return new Regression.Impossible(
          "all %.0f cases to learn from are equal".formatted(sums.cases()));
    }
    DMatrixRMaj matrix = new DMatrixRMaj(size, size);
    double[] right = new double[size];
    for (int i = 0; i < size; i++) {
      right[i] = sums.all[size * size + i];
      for (int j = 0; j < size; j++) {
        matrix.set(i, j, sums.all[i * size + j] + (i == j ? ridge[i] : 0));
      }
    }
    return NormalEquations.of(matrix)
        .map(equations -> fitted(sums, equations, right))
        .orElseGet(LogisticRegression::dependent);
  }

  private static Regression fitted(Sums sums, NormalEquations equations, double[] right) {
    double[] beta = equations.solve(right);
    double variance = left(sums, beta, right) / (sums.cases() - beta.length);
    DMatrixRMaj covariance = equations.inverse().copy();
    for (int i = 0; i < covariance.getNumElements(); i++) {
      covariance.set(i, covariance.get(i) * variance);
    }
    return new Regression.Fitted(beta, covariance, variance);
  }

  /** &sum;(y &minus; x'&beta;)&sup2; = y'y &minus; 2&beta;'X'y + &beta;'X'X&beta;. */
  private static double left(Sums sums, double[] beta, double[] right) {
    int size = beta.length;
    double left = sums.squares();
    for (int i = 0; i < size; i++) {
      left -= 2 * beta[i] * right[i];
      for (int j = 0; j < size; j++) {
        left += beta[i] * sums.all[i * size + j] * beta[j];
      }
    }
    return Math.max(0, left);
  }
}
