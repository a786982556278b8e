package org.evenhand.stats.skills;

import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The joint Gaussian of all levels at the witnesses' times, at t* and twelve weeks before,
 * conditioned by inverting a matrix written out: nothing of the local solve is used.
 */
final class BruteForce {
  private final List<Witness> witnesses;
  private final Kernel kernel;
  private final double prior;
  private final double asOf;

  BruteForce(List<Witness> witnesses, Kernel kernel, double prior, double asOf) {
    this.witnesses = witnesses;
    this.kernel = kernel;
    this.prior = prior;
    this.asOf = asOf;
  }

  BruteForce only(IntPredicate kept) {
    return new BruteForce(
        IntStream.range(0, witnesses.size()).filter(kept).mapToObj(witnesses::get).toList(),
        kernel,
        prior,
        asOf);
  }

  private double k(double time, double other) {
    double r = Math.sqrt(3) * Math.abs(time - other) / kernel.length();
    return kernel.lasting() + kernel.moving() * (1 + r) * Math.exp(-r);
  }

  private DMatrixRMaj covariance() {
    int n = witnesses.size();
    DMatrixRMaj matrix = new DMatrixRMaj(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        Witness one = witnesses.get(i);
        Witness other = witnesses.get(j);
        double value = one.loading() * other.loading() * k(one.time(), other.time());
        if (one.party().index() >= 0 && one.party().index() == other.party().index()) {
          value += one.party().variance();
        }
        matrix.set(i, j, value + (i == j ? one.noise() : 0));
      }
    }
    return matrix;
  }

  /** Of a weighted sum of levels at some times. */
  private Moments combination(double[] times, double[] weights, double mean) {
    int n = witnesses.size();
    double own = 0;
    for (int a = 0; a < times.length; a++) {
      for (int b = 0; b < times.length; b++) {
        own += weights[a] * weights[b] * k(times[a], times[b]);
      }
    }
    DMatrixRMaj inverse = covariance();
    if (n > 0) {
      CommonOps_DDRM.invert(inverse);
    }
    double[] towards = new double[n];
    for (int i = 0; i < n; i++) {
      for (int a = 0; a < times.length; a++) {
        towards[i] +=
            weights[a] * witnesses.get(i).loading() * k(witnesses.get(i).time(), times[a]);
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double weight = towards[i] * inverse.get(i, j);
        mean += weight * witnesses.get(j).surprise();
        own -= weight * towards[j];
      }
    }
    return new Moments(mean, own);
  }

  Moments level() {
    return combination(new double[] {asOf}, new double[] {1}, prior);
  }

  Moments change() {
    return combination(new double[] {asOf, asOf - 12}, new double[] {1, -1}, 0);
  }

  /** By a difference over a short time. */
  Moments slope() {
    double h = 1e-3;
    return combination(
        new double[] {asOf + h, asOf - h}, new double[] {1 / (2 * h), -1 / (2 * h)}, 0);
  }

  double logLikelihood() {
    DMatrixRMaj matrix = covariance();
    double determinant = CommonOps_DDRM.det(matrix);
    CommonOps_DDRM.invert(matrix);
    double sum = witnesses.size() * Math.log(2 * Math.PI) + Math.log(determinant);
    for (int i = 0; i < witnesses.size(); i++) {
      for (int j = 0; j < witnesses.size(); j++) {
        sum += witnesses.get(i).surprise() * matrix.get(i, j) * witnesses.get(j).surprise();
      }
    }
    return -sum / 2;
  }

  /** What one witness says beyond what the others lead to expect, and how far it may lie off. */
  Moments surpriseOf(int i) {
    DMatrixRMaj matrix = covariance();
    int[] others = IntStream.range(0, witnesses.size()).filter(j -> j != i).toArray();
    DMatrixRMaj rest = new DMatrixRMaj(others.length, others.length);
    for (int a = 0; a < others.length; a++) {
      for (int b = 0; b < others.length; b++) {
        rest.set(a, b, matrix.get(others[a], others[b]));
      }
    }
    if (others.length > 0) {
      CommonOps_DDRM.invert(rest);
    }
    double mean = witnesses.get(i).surprise();
    double variance = matrix.get(i, i);
    for (int a = 0; a < others.length; a++) {
      for (int b = 0; b < others.length; b++) {
        double weight = matrix.get(i, others[a]) * rest.get(a, b);
        mean -= weight * witnesses.get(others[b]).surprise();
        variance -= weight * matrix.get(i, others[b]);
      }
    }
    return new Moments(mean, variance);
  }

  /** A source's offset as one more unknown with a prior, the prior then taken off again. */
  Moments offset(int source) {
    double wide = 10;
    int n = witnesses.size();
    DMatrixRMaj matrix = covariance();
    double[] loading = new double[n];
    for (int i = 0; i < n; i++) {
      loading[i] = witnesses.get(i).source() == source ? witnesses.get(i).loading() : 0;
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        matrix.add(i, j, wide * loading[i] * loading[j]);
      }
    }
    CommonOps_DDRM.invert(matrix);
    double mean = 0;
    double variance = wide;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        double weight = wide * loading[i] * matrix.get(i, j);
        mean += weight * witnesses.get(j).surprise();
        variance -= weight * wide * loading[j];
      }
    }
    double precision = 1 / variance - 1 / wide;
    return new Moments(mean / variance / precision, 1 / precision);
  }
}
