package org.evenhand.stats.did;

import java.util.Arrays;
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
  private static final int RESTARTS = 30;
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
        double[] start = Arrays.stream(smooth).map(w -> share * w).toArray();
        best = shorter(bound, best, search(bound, start, 1e-4));
      }
      for (int i = 0; i < RESTARTS; i++) {
        double[] next = search(bound, best, 1e-9);
        double gain = half(bound, best) - half(bound, next);
        best = shorter(bound, best, next);
        if (gain < 1e-9 * half(bound, best)) {
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

  /** Half the length of the interval for given free sums. */
  private double half(double bound, double[] free) {
    double[] weights = weights(free);
    double deviation = Math.sqrt(Math.max(product(weights, weights), Double.MIN_NORMAL));
    double bias = bound * worstBias(free);
    return bias == 0
        ? Quantiles.normal(confidence) * deviation
        : FoldedNormal.quantile(confidence, bias / deviation) * deviation;
  }

  /**
   * All weights, that of the effect (1) last. Free are the sums w(j) = &sum; over k above j of v(k)
   * (k - j), of which the weights are the second differences: each bends the bias in its own way.
   */
  private double[] weights(double[] free) {
    double[] sums = new double[free.length + 3];
    sums[0] = reach;
    System.arraycopy(free, 0, sums, 1, free.length);
    double[] weights = new double[free.length + 2];
    for (int k = 1; k < weights.length; k++) {
      weights[k - 1] = sums[k - 1] - 2 * sums[k] + sums[k + 1];
    }
    weights[free.length + 1] = 1;
    return weights;
  }

  private double product(double[] one, double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      for (int j = 0; j < other.length; j++) {
        sum += one[i] * other[j] * covariance[i][j];
      }
    }
    return sum;
  }

  /** For slopes that change by at most 1 a period. */
  private double worstBias(double[] free) {
    return beyond + DoubleStream.of(free).map(Math::abs).sum();
  }

  /** The free sums that make the estimate most precise: generalised least squares. */
  private double[] leastVariance() {
    int size = estimates.length - 2;
    if (size == 0) {
      return new double[0];
    }
    double[] fixed = weights(new double[size]);
    double[][] directions =
        IntStream.range(0, size).mapToObj(i -> direction(i, fixed)).toArray(double[][]::new);
    DMatrixRMaj left = new DMatrixRMaj(size, size);
    DMatrixRMaj right = new DMatrixRMaj(size, 1);
    for (int i = 0; i < size; i++) {
      right.set(i, 0, -product(directions[i], fixed));
      for (int j = 0; j < size; j++) {
        left.set(i, j, product(directions[i], directions[j]));
      }
    }
    DMatrixRMaj solution = new DMatrixRMaj(size, 1);
    CommonOps_DDRM.solve(left, right, solution);
    return solution.getData().clone();
  }

  /** What one more of a free sum adds to the weights. */
  private double[] direction(int i, double[] fixed) {
    double[] one = new double[estimates.length - 2];
    one[i] = 1;
    double[] direction = weights(one);
    Arrays.setAll(direction, k -> direction[k] - fixed[k]);
    return direction;
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
