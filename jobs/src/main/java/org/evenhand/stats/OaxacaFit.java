package org.evenhand.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.evenhand.stats.OaxacaBlinder.Categories;
import org.evenhand.stats.OaxacaBlinder.Group;
import org.evenhand.stats.OaxacaBlinder.Reference;

/**
 * The regressions behind a decomposition: means of A and B, coefficients of A, B and the reference,
 * stacked, and their covariances. A pooled reference is fitted on all rows, {@link
 * Reference#POOLED_WITH_GROUP} with an indicator of B whose coefficient is left aside.
 */
final class OaxacaFit {
  private final Group a;
  private final Group b;
  private final List<String> names;
  private final DummyCoding coding;
  private final LeastSquares fitA;
  private final LeastSquares fitB;

  OaxacaFit(Group a, Group b, List<String> names, List<Categories> normalised) {
    this.a = a;
    this.b = b;
    this.names = names;
    this.coding = new DummyCoding(names, normalised);
    this.fitA = LeastSquares.of(a.outcomes(), a.rows(), names);
    this.fitB = LeastSquares.of(b.outcomes(), b.rows(), names);
  }

  /** Names of the columns after coding. */
  List<String> names() {
    return coding.names();
  }

  /** Weight of A's coefficients in a reference; R's codes -1 and -2 for the pooled ones. */
  double weight(Reference reference) {
    return switch (reference) {
      case GROUP_B -> 0;
      case GROUP_A -> 1;
      case AVERAGE -> 0.5;
      case SHARE -> (double) a.rows().length / (a.rows().length + b.rows().length);
      case POOLED -> -1;
      case POOLED_WITH_GROUP -> -2;
    };
  }

  /** Means of A, then of B. */
  double[] means() {
    double[] means = Arrays.copyOf(means(coding.rows(a.rows())), 2 * names().size());
    System.arraycopy(means(coding.rows(b.rows())), 0, means, names().size(), names().size());
    return means;
  }

  /** Of {@link #means}. */
  DMatrixRMaj meansCovariance() {
    int size = names().size();
    DMatrixRMaj covariance = new DMatrixRMaj(2 * size, 2 * size);
    CommonOps_DDRM.insert(covarianceOfMeans(coding.rows(a.rows())), covariance, 0, 0);
    CommonOps_DDRM.insert(covarianceOfMeans(coding.rows(b.rows())), covariance, size, size);
    return covariance;
  }

  /** Coefficients of A, of B, of the reference. */
  double[] coefficients(Reference reference) {
    int size = names.size();
    DMatrixRMaj stacked = new DMatrixRMaj(3 * size, 1);
    double[] own = fitA.coefficients();
    double[] other = fitB.coefficients();
    double weight = weight(reference);
    double[] star = weight < 0 ? pooled(reference).coefficients() : own;
    for (int i = 0; i < size; i++) {
      stacked.set(i, own[i]);
      stacked.set(size + i, other[i]);
      stacked.set(2 * size + i, weight < 0 ? star[i] : weight * own[i] + (1 - weight) * other[i]);
    }
    return CommonOps_DDRM.mult(coding.stacked(3), stacked, null).getData();
  }

  /** Of {@link #coefficients}; zeros for a reference that is a weighted mean of A's and B's. */
  DMatrixRMaj coefficientsCovariance(Reference reference) {
    DMatrixRMaj plain = weight(reference) < 0 ? pooledCovariance(reference) : separate();
    DMatrixRMaj map = coding.stacked(3);
    return CommonOps_DDRM.multTransB(CommonOps_DDRM.mult(map, plain, null), map, null);
  }

  private DMatrixRMaj separate() {
    int size = names.size();
    DMatrixRMaj all = new DMatrixRMaj(3 * size, 3 * size);
    CommonOps_DDRM.insert(fitA.covariance(LeastSquares.Errors.CLASSIC), all, 0, 0);
    CommonOps_DDRM.insert(fitB.covariance(LeastSquares.Errors.CLASSIC), all, size, size);
    return all;
  }

  private DMatrixRMaj pooledCovariance(Reference reference) {
    int size = names.size();
    int first = a.rows().length;
    int n = first + b.rows().length;
    DMatrixRMaj influence = new DMatrixRMaj(n, 3 * size);
    CommonOps_DDRM.insert(fitA.influence(), influence, 0, 0);
    CommonOps_DDRM.insert(fitB.influence(), influence, first, size);
    CommonOps_DDRM.extract(pooled(reference).influence(), 0, n, 0, size, influence, 0, 2 * size);
    DMatrixRMaj covariance = CommonOps_DDRM.multTransA(influence, influence, null);
    CommonOps_DDRM.scale(n / (n - 1.0), covariance);
    return covariance;
  }

  private LeastSquares pooled(Reference reference) {
    boolean withGroup = reference == Reference.POOLED_WITH_GROUP;
    int size = names.size();
    int width = withGroup ? size + 1 : size;
    List<double[]> rows = new ArrayList<>();
    Arrays.stream(a.rows()).map(row -> Arrays.copyOf(row, width)).forEach(rows::add);
    for (double[] row : b.rows()) {
      double[] one = Arrays.copyOf(row, width);
      if (withGroup) {
        one[size] = 1;
      }
      rows.add(one);
    }
    List<String> all = new ArrayList<>(names);
    if (withGroup) {
      all.add("group");
    }
    double[] outcomes = Arrays.copyOf(a.outcomes(), rows.size());
    System.arraycopy(b.outcomes(), 0, outcomes, a.rows().length, b.rows().length);
    return LeastSquares.of(outcomes, rows.toArray(double[][]::new), all);
  }

  private static double[] means(double[][] rows) {
    CrossProducts sums = CrossProducts.of(rows, rows[0].length);
    double[] means = new double[rows[0].length];
    Arrays.setAll(means, sums::mean);
    return means;
  }

  private static DMatrixRMaj covarianceOfMeans(double[][] rows) {
    CrossProducts sums = CrossProducts.of(rows, rows[0].length);
    double n = rows.length;
    DMatrixRMaj covariance = new DMatrixRMaj(rows[0].length, rows[0].length);
    for (int i = 0; i < rows[0].length; i++) {
      for (int j = 0; j < rows[0].length; j++) {
        covariance.set(i, j, sums.product(i, j) / (n * (n - 1)));
      }
    }
    return covariance;
  }
}
