package org.evenhand.stats;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * A part of a gap as a sum of products over columns j: (&alpha;&#7424;x&#7424;&#11388; +
 * &alpha;&#7470;x&#7470;&#11388;) (&beta;&#7424;b&#7424;&#11388; + &beta;&#7470;b&#7470;&#11388; +
 * &beta;*b*&#11388;). Value and gradient follow from the weights alone.
 */
record OaxacaPart(List<Product> products) {
  static final OaxacaPart MEAN_A = of(new Product(1, 0, 1, 0, 0));
  static final OaxacaPart MEAN_B = of(new Product(0, 1, 0, 1, 0));
  static final OaxacaPart GAP = of(new Product(1, 0, 1, 0, 0), new Product(0, -1, 0, 1, 0));
  static final OaxacaPart ENDOWMENTS = of(new Product(1, -1, 0, 1, 0));
  static final OaxacaPart COEFFICIENTS = of(new Product(0, 1, 1, -1, 0));
  static final OaxacaPart INTERACTION = of(new Product(1, -1, 1, -1, 0));
  static final OaxacaPart EXPLAINED = of(new Product(1, -1, 0, 0, 1));
  static final OaxacaPart UNEXPLAINED =
      of(new Product(1, 0, 1, 0, -1), new Product(0, 1, 0, -1, 1));
  static final OaxacaPart UNEXPLAINED_A = of(new Product(1, 0, 1, 0, -1));
  static final OaxacaPart UNEXPLAINED_B = of(new Product(0, 1, 0, -1, 1));

  OaxacaPart {
    products = List.copyOf(products);
  }

  private static OaxacaPart of(Product... products) {
    return new OaxacaPart(List.of(products));
  }

  /** Weights of A's and B's means, and of A's, B's and the reference's coefficients. */
  record Product(double meanA, double meanB, double ownA, double ownB, double reference) {
    double mean(double[] means, int j) {
      return meanA * means[j] + meanB * means[means.length / 2 + j];
    }

    double coefficient(double[] stacked, int j) {
      int size = stacked.length / 3;
      return ownA * stacked[j] + ownB * stacked[size + j] + reference * stacked[2 * size + j];
    }
  }

  /** Over some columns. */
  double value(double[] means, double[] coefficients, List<Integer> columns) {
    double sum = 0;
    for (Product product : products) {
      for (int j : columns) {
        sum += product.mean(means, j) * product.coefficient(coefficients, j);
      }
    }
    return sum;
  }

  /**
   * Delta method; means and coefficients are independent.
   *
   * @param weight of A's coefficients in the reference, which then is no estimate of its own; below
   *     0: it is one
   */
  double error(
      double[] means,
      double[] coefficients,
      double weight,
      List<Integer> columns,
      DMatrixRMaj meansCovariance,
      DMatrixRMaj coefficientsCovariance) {
    double[] byMeans = new double[means.length];
    double[] byCoefficients = new double[coefficients.length];
    int size = means.length / 2;
    for (Product product : products) {
      for (int j : columns) {
        double coefficient = product.coefficient(coefficients, j);
        double mean = product.mean(means, j);
        byMeans[j] += product.meanA * coefficient;
        byMeans[size + j] += product.meanB * coefficient;
        byCoefficients[j] += product.ownA * mean;
        byCoefficients[size + j] += product.ownB * mean;
        byCoefficients[2 * size + j] += product.reference * mean;
      }
    }
    for (int j = 0; weight >= 0 && j < size; j++) {
      byCoefficients[j] += weight * byCoefficients[2 * size + j];
      byCoefficients[size + j] += (1 - weight) * byCoefficients[2 * size + j];
      byCoefficients[2 * size + j] = 0;
    }
    double variance =
        quadratic(byMeans, meansCovariance) + quadratic(byCoefficients, coefficientsCovariance);
    return Math.sqrt(Math.max(0, variance));
  }

  private static double quadratic(double[] gradient, DMatrixRMaj covariance) {
    double sum = 0;
    for (int i = 0; i < gradient.length; i++) {
      for (int j = 0; gradient[i] != 0 && j < gradient.length; j++) {
        sum += gradient[i] * covariance.get(i, j) * gradient[j];
      }
    }
    return sum;
  }
}
