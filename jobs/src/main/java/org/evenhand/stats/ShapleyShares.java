package org.evenhand.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What each factor adds to R&sup2; of a linear regression, averaged over every order in which
 * factors can enter: &phi;&#8342; = &sum; over subsets S without k of |S|!(K&minus;|S|&minus;1)!/K!
 * &middot; [R&sup2;(S &cup; k) &minus; R&sup2;(S)] (Shapley 1953; for regressions Lindeman, Merenda
 * and Gold 1980, Groemping 2007 "lmg"). Exact, over all 2&#8319; subsets, from means and
 * cross-products alone. A factor is one column or several that enter together. Columns that depend
 * linearly on those already in a subset (less than 1e-11 of their own variance is left; Cholesky
 * elimination, largest pivot first) and columns without variance add nothing, so collinear factors
 * share what they have in common. Shares add up to R&sup2;; a share of two equal factors is the
 * same for both.
 *
 * @param r2 of all factors together
 * @param shares one per factor, in the order given
 */
public record ShapleyShares(double r2, List<Share> shares) {
  private static final double NOTHING_LEFT = 1e-11;
  private static final int MOST = 20;

  public ShapleyShares {
    shares = List.copyOf(shares);
  }

  /**
   * @param columns positions of its variables in the cross-products
   */
  public record Factor(String name, List<Integer> columns) {
    public Factor {
      columns = List.copyOf(columns);
    }
  }

  /**
   * @param alone R&sup2; of this factor alone
   * @param last what it adds when all others are in
   */
  public record Share(String name, double share, double alone, double last) {}

  /**
   * @param outcome position of the explained variable
   * @throws IllegalArgumentException for no or more than 20 factors, fewer than two rows, or an
   *     outcome that does not vary
   */
  public static ShapleyShares of(CrossProducts rows, int outcome, List<Factor> factors) {
    if (factors.isEmpty() || factors.size() > MOST) {
      throw new IllegalArgumentException(
          "Cannot share R2 among %d factors: between 1 and %d are possible. Join factors."
              .formatted(factors.size(), MOST));
    }
    if (!(rows.weight() >= 2) || !rows.varies(outcome)) {
      throw new IllegalArgumentException(
          "Cannot share R2: the outcome does not vary over %.0f rows. Name another outcome."
              .formatted(rows.weight()));
    }
    double[] explained = new double[1 << factors.size()];
    new Subsets(rows.variables(), outcome, factors, explained).walk(correlations(rows), 0, 0, 0);
    return shared(explained, factors);
  }

  private static ShapleyShares shared(double[] explained, List<Factor> factors) {
    int all = explained.length - 1;
    double[] weights = weights(factors.size());
    return new ShapleyShares(
        explained[all],
        IntStream.range(0, factors.size())
            .mapToObj(
                k ->
                    new Share(
                        factors.get(k).name(),
                        share(explained, weights, 1 << k),
                        explained[1 << k],
                        explained[all] - explained[all ^ (1 << k)]))
            .toList());
  }

  private static double share(double[] explained, double[] weights, int own) {
    double sum = 0;
    for (int subset = 0; subset < explained.length; subset++) {
      if ((subset & own) == 0) {
        double gain = explained[subset | own] - explained[subset];
        sum += weights[Integer.bitCount(subset)] * gain;
      }
    }
    return sum;
  }

  /** By size s of the subset: s!(K-s-1)!/K!. */
  private static double[] weights(int factors) {
    double[] weights = new double[factors];
    weights[0] = 1.0 / factors;
    for (int s = 1; s < factors; s++) {
      weights[s] = weights[s - 1] * s / (factors - s);
    }
    return weights;
  }

  /** Variables without variance correlate with none and have no variance left. */
  private static double[] correlations(CrossProducts rows) {
    int size = rows.variables();
    double[] scale = new double[size];
    for (int i = 0; i < size; i++) {
      scale[i] = rows.varies(i) ? 1 / Math.sqrt(rows.product(i, i)) : 0;
    }
    double[] correlations = new double[size * size];
    Arrays.setAll(
        correlations,
        at -> rows.product(at / size, at % size) * scale[at / size] * scale[at % size]);
    return correlations;
  }

  /** Visits every subset once, each eliminating one factor more than the subset it grew from. */
  private static final class Subsets {
    private final int size;
    private final int outcome;
    private final List<Factor> factors;
    private final double[] explained;

    Subsets(int size, int outcome, List<Factor> factors, double[] explained) {
      this.size = size;
      this.outcome = outcome;
      this.factors = factors;
      this.explained = explained;
    }

    void walk(double[] left, int factor, int subset, double r2) {
      if (factor == factors.size()) {
        explained[subset] = r2;
        return;
      }
      walk(left, factor + 1, subset, r2);
      double[] rest = left.clone();
      double gain = enter(rest, factors.get(factor).columns());
      walk(rest, factor + 1, subset | (1 << factor), r2 + gain);
    }

    private double enter(double[] left, List<Integer> columns) {
      double gain = 0;
      for (int i = 0; i < columns.size(); i++) {
        int pivot = largest(left, columns);
        double variance = left[pivot * size + pivot];
        if (variance < NOTHING_LEFT) {
          return gain;
        }
        gain += left[pivot * size + outcome] * left[pivot * size + outcome] / variance;
        eliminate(left, pivot, variance);
      }
      return gain;
    }

    private int largest(double[] left, List<Integer> columns) {
      int best = columns.get(0);
      for (int column : columns) {
        best = left[column * size + column] > left[best * size + best] ? column : best;
      }
      return best;
    }

    private void eliminate(double[] left, int pivot, double variance) {
      double[] row = Arrays.copyOfRange(left, pivot * size, (pivot + 1) * size);
      for (int i = 0; i < size; i++) {
        double factor = row[i] / variance;
        for (int j = 0; j < size; j++) {
          left[i * size + j] -= factor * row[j];
        }
      }
    }
  }
}
