package org.evenhand.stats.skills;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Anderson's mixing of a fixed-point iteration x &larr; G(x) (Walker and Ni 2011): the next point
 * is G(x) less the combination of its last changes that best explains what G still moves. Rounds of
 * expectation and maximisation creep where components can hardly be told apart; the last changes
 * say in which direction.
 */
final class Mixing {
  private static final int MEMORY = 8;

  /** Of the squares, added to the diagonal. */
  private static final double RIDGE = 1e-8;

  private final Deque<double[]> residualChanges = new ArrayDeque<>();
  private final Deque<double[]> changes = new ArrayDeque<>();
  private double[] lastResidual = {};
  private double[] last = {};

  /**
   * @param to G(from)
   * @param weights how much a move counts, by position
   */
  double[] next(double[] from, double[] to, double[] weights) {
    double[] residual = difference(to, from);
    if (last.length > 0) {
      residualChanges.addLast(difference(residual, lastResidual));
      changes.addLast(difference(to, last));
      if (changes.size() > MEMORY) {
        residualChanges.removeFirst();
        changes.removeFirst();
      }
    }
    lastResidual = residual;
    last = to.clone();
    return mixed(to, residual, weights);
  }

  private double[] mixed(double[] to, double[] residual, double[] weights) {
    List<double[]> moves = new ArrayList<>(residualChanges);
    int size = moves.size();
    double[] next = to.clone();
    if (size == 0) {
      return next;
    }
    DMatrixRMaj squares = new DMatrixRMaj(size, size);
    DMatrixRMaj right = new DMatrixRMaj(size, 1);
    for (int i = 0; i < size; i++) {
      right.set(i, 0, dot(moves.get(i), residual, weights));
      for (int j = 0; j < size; j++) {
        squares.set(i, j, dot(moves.get(i), moves.get(j), weights));
      }
      squares.set(i, i, squares.get(i, i) * (1 + RIDGE));
    }
    DMatrixRMaj share = new DMatrixRMaj(size, 1);
    if (!CommonOps_DDRM.solve(squares, right, share)) {
      return next;
    }
    int which = 0;
    for (double[] change : changes) {
      for (int i = 0; i < next.length; i++) {
        next[i] -= share.get(which, 0) * change[i];
      }
      which++;
    }
    return next;
  }

  private static double[] difference(double[] one, double[] other) {
    double[] difference = new double[one.length];
    for (int i = 0; i < one.length; i++) {
      difference[i] = one[i] - other[i];
    }
    return difference;
  }

  private static double dot(double[] one, double[] other, double[] weights) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += weights[i] * weights[i] * one[i] * other[i];
    }
    return sum;
  }
}
