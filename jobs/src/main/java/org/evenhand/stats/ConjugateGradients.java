package org.evenhand.stats;

import java.util.function.UnaryOperator;

/**
 * Solves Ax = b for a symmetric positive definite A that is never written out, by preconditioned
 * conjugate gradients (Hestenes and Stiefel 1952). Sums run in order of position.
 */
public final class ConjugateGradients {
  private static final double ACCURACY = 1e-11;
  private static final int MOST = 2000;

  private ConjugateGradients() {}

  /** What solves the equations, and in how many steps. */
  @SuppressWarnings("ArrayRecordComponent")
  public record Solved(double[] solution, int iterations) {}

  /**
   * Stops when the residual is 1e-11 of the right-hand side in the norm of the preconditioner, at
   * the latest after 2,000 steps.
   *
   * @param times x to Ax
   * @param precondition r to about A&#8315;&sup1;r, symmetric and positive definite
   */
  public static Solved solve(
      double[] right, UnaryOperator<double[]> times, UnaryOperator<double[]> precondition) {
    double[] x = new double[right.length];
    double[] residual = right.clone();
    double[] z = precondition.apply(residual);
    double[] direction = z.clone();
    double size = dot(residual, z);
    double target = ACCURACY * ACCURACY * size;
    int iterations = 0;
    while (size > target && iterations < MOST) {
      double[] image = times.apply(direction);
      double step = size / dot(direction, image);
      for (int i = 0; i < x.length; i++) {
        x[i] += step * direction[i];
        residual[i] -= step * image[i];
      }
      z = precondition.apply(residual);
      double next = dot(residual, z);
      for (int i = 0; i < x.length; i++) {
        direction[i] = z[i] + next / size * direction[i];
      }
      size = next;
      iterations++;
    }
    return new Solved(x, iterations);
  }

  private static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }
}
