package org.evenhand.stats;

import org.ejml.data.DMatrixRMaj;

/** A fitted regression, or the reason why the data do not allow one. */
public sealed interface Regression {

  /** No fit; a sentence without a full stop. */
  record Impossible(String reason) implements Regression {}

  /** Coefficients in the order of the columns, with their covariance. */
  final class Fitted implements Regression {
    private final double[] coefficients;
    private final DMatrixRMaj covariance;
    private final double residualVariance;

    Fitted(double[] coefficients, DMatrixRMaj covariance, double residualVariance) {
      this.coefficients = coefficients.clone();
      this.covariance = covariance.copy();
      this.residualVariance = residualVariance;
    }

    public int size() {
      return coefficients.length;
    }

    public double coefficient(int i) {
      return coefficients[i];
    }

    public double standardError(int i) {
      return Math.sqrt(covariance.get(i, i));
    }

    /** Variance of the outcome around the line; 1 where the outcome's own law gives it. */
    public double residualVariance() {
      return residualVariance;
    }

    /** x'&beta;. */
    public double predictor(double[] x) {
      double sum = 0;
      for (int i = 0; i < coefficients.length; i++) {
        sum += coefficients[i] * x[i];
      }
      return sum;
    }

    /** g'Cg: variance of anything whose derivative by the coefficients is g. */
    public double variance(double[] gradient) {
      double sum = 0;
      for (int i = 0; i < gradient.length; i++) {
        for (int j = 0; j < gradient.length; j++) {
          sum += gradient[i] * covariance.get(i, j) * gradient[j];
        }
      }
      return Math.max(0, sum);
    }
  }
}
