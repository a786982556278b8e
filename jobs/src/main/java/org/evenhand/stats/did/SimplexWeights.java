package org.evenhand.stats.did;

import java.util.Arrays;

/**
 * Weights w &ge; 0 that sum to 1 and make the first columns of a matrix like its last: least
 * &zeta;&sup2;|w|&sup2; + |A w &minus; b|&sup2;/rows, with or without an intercept, by Frank and
 * Wolfe's steps with exact line search. As the reference implementation of Arkhangelsky et al. does
 * it, 100 steps find which weights are more than a quarter of the largest; from these, scaled to
 * sum to 1, up to 10,000 further steps are made, and a step that gains no more than the square of
 * {@code decrease} is the last.
 */
final class SimplexWeights {
  private static final int FIRST_ROUND = 100;
  private static final int SECOND_ROUND = 10_000;

  private final double[][] rows;
  private final double ridge;
  private final double decrease;
  private final double[][] cornerSlopes;

  private SimplexWeights(double[][] rows, double ridge, double decrease) {
    this.rows = rows;
    this.ridge = ridge;
    this.decrease = decrease;
    this.cornerSlopes = new double[rows[0].length - 1][0];
  }

  static SimplexWeights withIntercept(double[][] rows, double ridge, double decrease) {
    return new SimplexWeights(centred(rows), ridge, decrease);
  }

  static SimplexWeights withoutIntercept(double[][] rows, double ridge, double decrease) {
    return new SimplexWeights(rows, ridge, decrease);
  }

  double[] from(double[] start) {
    return search(sparse(search(start, FIRST_ROUND)), SECOND_ROUND);
  }

  private double[] search(double[] start, int steps) {
    Walk walk = new Walk(start);
    double before = Double.NaN;
    for (int t = 1; t <= steps; t++) {
      walk.step();
      double now = walk.criterion();
      if (t > 1 && !(before - now > decrease * decrease)) {
        break;
      }
      before = now;
    }
    return walk.weights;
  }

  /**
   * Where the search is. A step mixes the weights with one corner, so what follows from them
   * (misses A w - b, slopes A'(A w - b)) is mixed the same way, with what holds at that corner.
   */
  private final class Walk {
    private final double[] weights;
    private final double[] misses;
    private final double[] slopes;

    Walk(double[] start) {
      weights = start.clone();
      misses = new double[rows.length];
      for (int r = 0; r < rows.length; r++) {
        misses[r] = -rows[r][weights.length];
        for (int i = 0; i < weights.length; i++) {
          misses[r] += weights[i] * rows[r][i];
        }
      }
      slopes = slopes(misses);
    }

    double criterion() {
      return ridge * ridge * squares(weights) + squares(misses) / rows.length;
    }

    /** Moves towards the corner along which the criterion falls fastest, as far as it falls. */
    void step() {
      double penalty = rows.length * ridge * ridge;
      int corner = 0;
      for (int i = 1; i < weights.length; i++) {
        corner = slope(i, penalty) < slope(corner, penalty) ? i : corner;
      }
      double[] cornerMisses = misses(corner);
      double fall = 0;
      double bend = 0;
      for (int i = 0; i < weights.length; i++) {
        double direction = (i == corner ? 1 : 0) - weights[i];
        fall -= slope(i, penalty) * direction;
        bend += penalty * direction * direction;
      }
      for (int r = 0; r < misses.length; r++) {
        bend += (cornerMisses[r] - misses[r]) * (cornerMisses[r] - misses[r]);
      }
      double length = bend > 0 ? Math.min(1, Math.max(0, fall / bend)) : 0;
      mix(misses, cornerMisses, length);
      mix(slopes, cornerSlopes[corner], length);
      for (int i = 0; i < weights.length; i++) {
        weights[i] += length * ((i == corner ? 1 : 0) - weights[i]);
      }
    }

    private double slope(int i, double penalty) {
      return slopes[i] + penalty * weights[i];
    }

    /** Misses with all weight on one column; their slopes are kept for the next visit. */
    private double[] misses(int corner) {
      double[] at = new double[rows.length];
      Arrays.setAll(at, r -> rows[r][corner] - rows[r][weights.length]);
      if (cornerSlopes[corner].length == 0) {
        cornerSlopes[corner] = slopes(at);
      }
      return at;
    }
  }

  private double[] slopes(double[] misses) {
    double[] slopes = new double[cornerSlopes.length];
    for (int r = 0; r < rows.length; r++) {
      for (int i = 0; i < slopes.length; i++) {
        slopes[i] += misses[r] * rows[r][i];
      }
    }
    return slopes;
  }

  private static void mix(double[] values, double[] others, double share) {
    for (int i = 0; i < values.length; i++) {
      values[i] += share * (others[i] - values[i]);
    }
  }

  private static double[] sparse(double[] weights) {
    double least = Arrays.stream(weights).max().orElse(0) / 4;
    return normalised(Arrays.stream(weights).map(w -> w <= least ? 0 : w).toArray());
  }

  /** Scaled to sum to 1; all equal when all are 0. */
  static double[] normalised(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(w -> sum == 0 ? 1.0 / weights.length : w / sum).toArray();
  }

  private static double squares(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }

  private static double[][] centred(double[][] rows) {
    double[] means = new double[rows[0].length];
    for (double[] row : rows) {
      for (int i = 0; i < means.length; i++) {
        means[i] += row[i] / rows.length;
      }
    }
    return Arrays.stream(rows)
        .map(
            row -> {
              double[] own = row.clone();
              Arrays.setAll(own, i -> row[i] - means[i]);
              return own;
            })
        .toArray(double[][]::new);
  }
}
