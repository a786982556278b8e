package org.evenhand.stats.skills;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;

/**
 * Restricted log-likelihood of evidence of one source and one mean, the covariance of all items
 * written out: nothing of the fit is used.
 */
final class RestrictedLikelihood {
  private final List<Evidence> evidence;
  private final double length;

  RestrictedLikelihood(List<Evidence> evidence, double length) {
    this.evidence = evidence;
    this.length = length;
  }

  /**
   * @param logs of noise, rater and person, severity, what lasts, what moves
   */
  double of(double[] logs) {
    int n = evidence.size();
    DMatrixRMaj covariance = new DMatrixRMaj(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double value = covariance(evidence.get(i), evidence.get(j), logs);
        covariance.set(i, j, value + (i == j ? Math.exp(logs[0]) : 0));
        covariance.set(j, i, covariance.get(i, j));
      }
    }
    CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(n, true);
    if (!cholesky.decompose(covariance)) {
      return Double.NEGATIVE_INFINITY;
    }
    DMatrixRMaj factor = cholesky.getT(null);
    double[] ones = forward(factor, evidence.stream().mapToDouble(one -> 1).toArray());
    double[] values =
        forward(factor, evidence.stream().mapToDouble(one -> one.reading().value()).toArray());
    double precision = Vectors.dot(ones, ones);
    double mean = Vectors.dot(ones, values) / precision;
    double sum = Math.log(precision) + Vectors.dot(values, values) - mean * mean * precision;
    for (int i = 0; i < n; i++) {
      sum += 2 * Math.log(factor.get(i, i));
    }
    return -sum / 2;
  }

  private double covariance(Evidence one, Evidence other, double[] logs) {
    boolean rater = one.origin().equals(other.origin());
    boolean rep = one.subject().equals(other.subject());
    double value = rater ? Math.exp(logs[2]) : 0;
    if (rep) {
      double x = Math.sqrt(3) * Math.abs(one.reading().week() - other.reading().week()) / length;
      value += Math.exp(logs[3]) + Math.exp(logs[4]) * (1 + x) * Math.exp(-x);
    }
    return value + (rater && rep ? Math.exp(logs[1]) : 0);
  }

  private static double[] forward(DMatrixRMaj factor, double[] right) {
    double[] z = new double[right.length];
    for (int i = 0; i < z.length; i++) {
      double left = right[i];
      for (int j = 0; j < i; j++) {
        left -= factor.get(i, j) * z[j];
      }
      z[i] = left / factor.get(i, i);
    }
    return z;
  }
}
