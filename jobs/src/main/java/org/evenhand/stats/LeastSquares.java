package org.evenhand.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.decomposition.qr.QRDecompositionHouseholderColumn_DDRM;

/**
 * Linear regression by (weighted) least squares: b = (X'WX)&#8315;&sup1;X'Wy by Householder QR of
 * columns scaled to length one. Covariance of b: {@link Errors#CLASSIC} s&sup2;(X'WX)&#8315;&sup1;
 * with s&sup2; = &sum;we&sup2;/(n&minus;k); {@link Errors#ROBUST} n/(n&minus;k) &middot; the
 * sandwich of White (1980), "HC1" of MacKinnon and White (1985). X holds its own column of ones
 * where a constant is wanted. A column that depends linearly on those before it (less than 1e-9 of
 * its length is left) has no coefficient: the fit is refused and the columns are named. n &le; k is
 * refused, for no error could be judged.
 */
public final class LeastSquares {
  private static final double NOTHING_LEFT = 1e-9;

  private final DMatrixRMaj x;
  private final double[] weights;
  private final double[] coefficients;
  private final double[] residuals;
  private final DMatrixRMaj inverse;

  private LeastSquares(
      DMatrixRMaj x,
      double[] weights,
      double[] coefficients,
      double[] residuals,
      DMatrixRMaj inverse) {
    this.x = x;
    this.weights = weights;
    this.coefficients = coefficients;
    this.residuals = residuals;
    this.inverse = inverse;
  }

  /** How the covariance of the coefficients is judged. */
  public enum Errors {
    /** Residuals of equal variance. */
    CLASSIC,
    /** Residuals of any variance (HC1). */
    ROBUST
  }

  /**
   * @param names of the columns of x, for messages
   * @throws IllegalArgumentException when columns depend on each other or rows are too few
   */
  public static LeastSquares of(double[] y, double[][] x, List<String> names) {
    double[] ones = new double[y.length];
    Arrays.fill(ones, 1);
    return weighted(y, x, ones, names);
  }

  /**
   * @param weights one per row, positive; a residual's variance is taken to be s&sup2;/weight
   */
  public static LeastSquares weighted(
      double[] y, double[][] x, double[] weights, List<String> names) {
    if (y.length <= names.size()) {
      throw new IllegalArgumentException(
          "Cannot fit %d coefficients (%s) on %d rows: more rows than coefficients are needed. Leave columns out."
              .formatted(names.size(), String.join(", ", names), y.length));
    }
    List<String> dependent = dependent(x, names);
    if (!dependent.isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot fit: %s depends linearly on the columns before it. Leave it out."
              .formatted(String.join(", ", dependent)));
    }
    return fitted(y, x, weights);
  }

  /** Names of the columns that depend linearly on those before them. */
  public static List<String> dependent(double[][] x, List<String> names) {
    List<String> dependent = new ArrayList<>();
    List<double[]> basis = new ArrayList<>();
    for (int j = 0; j < names.size(); j++) {
      double[] left = column(x, j);
      double length = norm(left);
      for (int pass = 0; pass < 2; pass++) {
        basis.forEach(direction -> remove(left, direction));
      }
      double rest = norm(left);
      if (rest <= NOTHING_LEFT * length) {
        dependent.add(names.get(j));
      } else {
        basis.add(Arrays.stream(left).map(value -> value / rest).toArray());
      }
    }
    return dependent;
  }

  private static LeastSquares fitted(double[] y, double[][] x, double[] weights) {
    int columns = x[0].length;
    DMatrixRMaj plain = new DMatrixRMaj(x);
    DMatrixRMaj scaled = plain.copy();
    DMatrixRMaj target = new DMatrixRMaj(y.length, 1);
    double[] scale = new double[columns];
    for (int j = 0; j < columns; j++) {
      scale[j] = 1 / norm(column(x, j));
    }
    for (int i = 0; i < y.length; i++) {
      double root = Math.sqrt(weights[i]);
      target.set(i, y[i] * root);
      for (int j = 0; j < columns; j++) {
        scaled.set(i, j, x[i][j] * scale[j] * root);
      }
    }
    QRDecompositionHouseholderColumn_DDRM qr = new QRDecompositionHouseholderColumn_DDRM();
    qr.decompose(scaled);
    DMatrixRMaj root = new DMatrixRMaj(columns, columns);
    CommonOps_DDRM.invert(qr.getR(null, true), root);
    for (int i = 0; i < columns; i++) {
      for (int j = 0; j < columns; j++) {
        root.set(i, j, root.get(i, j) * scale[i]);
      }
    }
    DMatrixRMaj coefficients =
        CommonOps_DDRM.mult(
            root, CommonOps_DDRM.multTransA(qr.getQ(null, true), target, null), null);
    DMatrixRMaj fitted = CommonOps_DDRM.mult(plain, coefficients, null);
    double[] residuals = new double[y.length];
    Arrays.setAll(residuals, i -> y[i] - fitted.get(i));
    return new LeastSquares(
        plain,
        weights.clone(),
        coefficients.getData().clone(),
        residuals,
        CommonOps_DDRM.multTransB(root, root, null));
  }

  /** b, one per column. */
  public double[] coefficients() {
    return coefficients.clone();
  }

  /** y &minus; Xb. */
  public double[] residuals() {
    return residuals.clone();
  }

  /** s&sup2; = &sum;we&sup2;/(n&minus;k). */
  public double variance() {
    double sum = 0;
    for (int i = 0; i < residuals.length; i++) {
      sum += weights[i] * residuals[i] * residuals[i];
    }
    return sum / (residuals.length - coefficients.length);
  }

  /** Of the coefficients. */
  public DMatrixRMaj covariance(Errors errors) {
    if (errors == Errors.CLASSIC) {
      DMatrixRMaj covariance = inverse.copy();
      CommonOps_DDRM.scale(variance(), covariance);
      return covariance;
    }
    DMatrixRMaj influence = influence();
    DMatrixRMaj covariance = CommonOps_DDRM.multTransA(influence, influence, null);
    double n = residuals.length;
    CommonOps_DDRM.scale(n / (n - coefficients.length), covariance);
    return covariance;
  }

  /** What each row adds to b: (X'WX)&#8315;&sup1;x&#7522;w&#7522;e&#7522;, a row each. */
  public DMatrixRMaj influence() {
    DMatrixRMaj influence = CommonOps_DDRM.mult(x, inverse, null);
    for (int i = 0; i < residuals.length; i++) {
      for (int j = 0; j < coefficients.length; j++) {
        influence.set(i, j, influence.get(i, j) * weights[i] * residuals[i]);
      }
    }
    return influence;
  }

  /** (X'WX)&#8315;&sup1;. */
  public DMatrixRMaj inverse() {
    return inverse.copy();
  }

  private static double[] column(double[][] x, int j) {
    return Arrays.stream(x).mapToDouble(row -> row[j]).toArray();
  }

  private static double norm(double[] vector) {
    return Math.sqrt(Arrays.stream(vector).map(value -> value * value).sum());
  }

  private static void remove(double[] from, double[] direction) {
    double along = 0;
    for (int i = 0; i < from.length; i++) {
      along += from[i] * direction[i];
    }
    for (int i = 0; i < from.length; i++) {
      from[i] -= along * direction[i];
    }
  }
}
