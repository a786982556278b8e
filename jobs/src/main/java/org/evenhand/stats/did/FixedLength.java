package org.evenhand.stats.did;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.evenhand.stats.Quantiles;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * The search behind {@link Smoothness}: weights v of the K pre-period estimates, nearest first,
 * that give the shortest interval. &sum; k v&#8342; equals the reach of the effect (1 for the first
 * period), which leaves K &minus; 1 free weights. Any weights give a valid interval; a better
 * search only makes it shorter.
 */
final class FixedLength {
  private static final int STARTS = 12;
  private static final int EVALUATIONS = 20_000;
  private static final double SINGULAR = 1e-13;

  private final double[] estimates;
  private final double[][] covariance;
  private final double reach;
  private final double beyond;
  private final double confidence;

  /**
   * @param estimates the K pre-period estimates, nearest the reference first, then the effect
   * @param covariance of these
   * @param reach &sum; t l&#8348; over the effect's weights, t = 1 the first period
   * @param beyond worst bias of the effect itself when slopes change by 1 a period
   */
  FixedLength(
      double[] estimates, double[][] covariance, double reach, double beyond, double confidence) {
    this.estimates = estimates;
    this.covariance = covariance;
    this.reach = reach;
    this.beyond = beyond;
    this.confidence = confidence;
  }

  /** An interval of half-length around an estimate. */
  record Shortest(double centre, double half) {
    double low() {
      return centre - half;
    }

    double high() {
      return centre + half;
    }
  }

  /**
   * Starts lie between the weights of least variance and those of least bias; the best of them is
   * started again until it gains nothing.
   */
  Shortest at(double bound) {
    double[] smooth = leastVariance();
    double[] best = smooth;
    if (smooth.length > 0 && bound > 0) {
      for (int i = 0; i < STARTS; i++) {
        double share = 1 - i / (STARTS - 1.0);
        double[] start = java.util.Arrays.stream(smooth).map(w -> share * w).toArray();
        best = shorter(bound, best, search(bound, start, 1e-7));
      }
      for (int i = 0; i < 10; i++) {
        double[] next = search(bound, best, 1e-12);
        double gain = half(bound, best) - half(bound, next);
        best = shorter(bound, best, next);
        if (gain < 1e-11 * half(bound, best)) {
          break;
        }
      }
    }
    double[] weights = weights(best);
    double centre =
        IntStream.range(0, weights.length).mapToDouble(k -> weights[k] * estimates[k]).sum();
    return new Shortest(centre, half(bound, best));
  }

  private double[] shorter(double bound, double[] one, double[] other) {
    return half(bound, other) < half(bound, one) ? other : one;
  }

  private double[] search(double bound, double[] start, double tolerance) {
    return new SimplexOptimizer(tolerance, 0)
        .optimize(
            new MaxEval(EVALUATIONS),
            new ObjectiveFunction(free -> half(bound, free)),
            GoalType.MINIMIZE,
            new InitialGuess(start),
            new NelderMeadSimplex(start.length, 0.1 * Math.max(1, Math.abs(reach))))
        .getPoint();
  }

  /** Half the length of the interval for free weights of periods 2 to K before the reference. */
  private double half(double bound, double[] free) {
    double[] weights = weights(free);
    double deviation = Math.sqrt(variance(weights));
    double bias = bound * worstBias(weights);
    return bias == 0
        ? Quantiles.normal(confidence) * deviation
        : FoldedNormal.quantile(confidence, bias / deviation) * deviation;
  }

  /** All weights, that of the effect (1) last. */
  private double[] weights(double[] free) {
    double[] weights = new double[free.length + 2];
    weights[0] = reach;
    for (int i = 0; i < free.length; i++) {
      weights[i + 1] = free[i];
      weights[0] -= (i + 2) * free[i];
    }
    weights[free.length + 1] = 1;
    return weights;
  }

  private double variance(double[] weights) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      for (int j = 0; j < weights.length; j++) {
        sum += weights[i] * weights[j] * covariance[i][j];
      }
    }
    return Math.max(sum, Double.MIN_NORMAL);
  }

  /** For slopes that change by at most 1: |&sum; over k above j of v (k &minus; j)|, j = 1.. */
  private double worstBias(double[] weights) {
    double total = beyond;
    double tail = 0;
    double reached = 0;
    for (int k = weights.length - 1; k >= 2; k--) {
      tail += weights[k - 1];
      reached += tail;
      total += Math.abs(reached);
    }
    return total;
  }

  /** The free weights that make the estimate most precise: generalised least squares. */
  private double[] leastVariance() {
    int size = estimates.length - 2;
    if (size == 0) {
      return new double[0];
    }
    DMatrixRMaj left = new DMatrixRMaj(size, size);
    DMatrixRMaj right = new DMatrixRMaj(size, 1);
    double[] fixed = weights(new double[size]);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        left.set(i, j, along(i, j));
      }
      for (int k = 0; k < fixed.length; k++) {
        right.add(i, 0, -fixed[k] * (covariance[i + 1][k] - (i + 2) * covariance[0][k]));
      }
    }
    DMatrixRMaj solution = new DMatrixRMaj(size, 1);
    CommonOps_DDRM.solve(left, right, solution);
    return solution.getData().clone();
  }

  /** Covariance of two free directions: a period's estimate less its multiple of the nearest. */
  private double along(int i, int j) {
    return covariance[i + 1][j + 1]
        - (i + 2) * covariance[0][j + 1]
        - (j + 2) * covariance[i + 1][0]
        + (i + 2) * (j + 2) * covariance[0][0];
  }

  /** Judged by the smallest against the largest eigenvalue of the correlations. */
  boolean isSingular() {
    int size = covariance.length;
    DMatrixRMaj correlation = new DMatrixRMaj(size, size);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        double scale = Math.sqrt(covariance[i][i] * covariance[j][j]);
        if (!(scale > 0)) {
          return true;
        }
        correlation.set(i, j, covariance[i][j] / scale);
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(size, false, true);
    if (!eigen.decompose(correlation)) {
      return true;
    }
    double[] values =
        IntStream.range(0, size).mapToDouble(i -> eigen.getEigenvalue(i).getReal()).toArray();
    return DoubleStream.of(values).min().orElse(0)
        < SINGULAR * DoubleStream.of(values).max().orElse(0);
  }
}
