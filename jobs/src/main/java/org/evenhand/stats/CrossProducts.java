package org.evenhand.stats;

import java.util.Arrays;

/**
 * Means and centred cross-products of several variables: everything least squares needs of its
 * rows. Two disjoint sets of rows add up ({@link #plus}) by the pairwise update of Chan, Golub and
 * LeVeque (1983), so a cluster may sum parts and a driver may fit. No rows: zero weight, zero
 * means.
 */
public final class CrossProducts {
  private static final double ROUNDING = 1e-13;

  private final double weight;
  private final double[] means;
  private final double[] products;

  private CrossProducts(double weight, double[] means, double[] products) {
    this.weight = weight;
    this.means = means;
    this.products = products;
  }

  /** Of no rows. */
  public static CrossProducts none(int variables) {
    return new CrossProducts(0, new double[variables], new double[variables * variables]);
  }

  /** Of rows of equal weight, each as long as there are variables. */
  public static CrossProducts of(double[][] rows, int variables) {
    double[] means = new double[variables];
    for (double[] row : rows) {
      for (int i = 0; i < variables; i++) {
        means[i] += row[i];
      }
    }
    for (int i = 0; i < variables && rows.length > 0; i++) {
      means[i] /= rows.length;
    }
    double[] products = new double[variables * variables];
    for (double[] row : rows) {
      addProducts(products, difference(row, means), 1);
    }
    return new CrossProducts(rows.length, means, products);
  }

  /**
   * Of plain sums, as a query makes them.
   *
   * @param sums &sum;wz
   * @param squares &sum;wzz', row after row; loses digits where means are large beside the spread
   */
  public static CrossProducts ofSums(double weight, double[] sums, double[] squares) {
    if (weight == 0) {
      return none(sums.length);
    }
    double[] means = Arrays.stream(sums).map(sum -> sum / weight).toArray();
    double[] products = squares.clone();
    addProducts(products, means, -weight);
    return new CrossProducts(weight, means, products);
  }

  /** Of the rows of both. */
  public CrossProducts plus(CrossProducts other) {
    double both = weight + other.weight;
    if (both == 0) {
      return this;
    }
    double[] apart = difference(other.means, means);
    double[] mean = means.clone();
    double[] sum = products.clone();
    for (int i = 0; i < mean.length; i++) {
      mean[i] += apart[i] * other.weight / both;
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] += other.products[i];
    }
    addProducts(sum, apart, weight * other.weight / both);
    return new CrossProducts(both, mean, sum);
  }

  /** Sum of the rows' weights; the number of rows when they have none. */
  public double weight() {
    return weight;
  }

  public double mean(int i) {
    return means[i];
  }

  /** How many variables. */
  public int variables() {
    return means.length;
  }

  /** &sum;w(z&#7522; &minus; z&#772;&#7522;)(z&#11388; &minus; z&#772;&#11388;). */
  public double product(int i, int j) {
    return products[i * means.length + j];
  }

  /** Whether a variable differs between rows by more than its mean was rounded. */
  public boolean varies(int i) {
    return product(i, i) > weight * Math.pow(means[i] * ROUNDING, 2);
  }

  private static double[] difference(double[] of, double[] from) {
    double[] difference = new double[from.length];
    for (int i = 0; i < from.length; i++) {
      difference[i] = of[i] - from[i];
    }
    return difference;
  }

  private static void addProducts(double[] to, double[] vector, double times) {
    for (int i = 0; i < vector.length; i++) {
      for (int j = 0; j < vector.length; j++) {
        to[i * vector.length + j] += times * vector[i] * vector[j];
      }
    }
  }
}
