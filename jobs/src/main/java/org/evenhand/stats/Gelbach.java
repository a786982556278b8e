package org.evenhand.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.evenhand.stats.LeastSquares.Errors;

/**
 * Why a coefficient changes when covariates X2 join a base regression on X1: by the formula of
 * omitted variables, base minus full = &Gamma;&beta;2 with &Gamma; = (X1'X1)&#8315;&sup1;X1'X2, so
 * a block k of covariates accounts for &delta;k = &Gamma;k&beta;2k whatever the order in which
 * blocks are added (Gelbach 2016, Journal of Labor Economics 34(2), eq. 7). Blocks add up exactly.
 *
 * <p>Errors, with H = X2k&beta;2k and W its residual on X1: classic, residuals of either regression
 * of equal variance, s&sup2;(W)(X1'X1)&#8315;&sup1; + &Gamma;kV(&beta;2k)&Gamma;k', s&sup2; over n
 * &minus; columns of X1; robust, the sum of squared influences (X1'X1)&#8315;&sup1;x1&middot;W +
 * &Gamma;k&psi;(&beta;2k) times n/(n &minus; columns of X1 and X2).
 *
 * @param blocks one per block of covariates
 * @param total over all blocks: base minus full
 */
public record Gelbach(Coefficient base, Coefficient full, List<Share> blocks, Share total) {
  public Gelbach {
    blocks = List.copyOf(blocks);
  }

  /** Columns of the covariates under one name, by position in X2. */
  public record Block(String name, List<Integer> columns) {
    public Block {
      columns = List.copyOf(columns);
    }
  }

  /** A coefficient with its errors. */
  public record Coefficient(double value, double classic, double robust) {}

  /** What a block accounts for. */
  public record Share(String name, double delta, double classic, double robust) {}

  /** The rows of both regressions. */
  public static final class Rows {
    private final double[] outcomes;
    private final double[][] base;
    private final double[][] covariates;
    private final List<String> baseNames;
    private final List<String> covariateNames;

    /**
     * @param base starts with 1 in every row
     */
    public Rows(
        double[] outcomes,
        double[][] base,
        double[][] covariates,
        List<String> baseNames,
        List<String> covariateNames) {
      this.outcomes = outcomes;
      this.base = base;
      this.covariates = covariates;
      this.baseNames = List.copyOf(baseNames);
      this.covariateNames = List.copyOf(covariateNames);
    }

    private LeastSquares fitBase() {
      return LeastSquares.of(outcomes, base, baseNames);
    }

    private LeastSquares fitFull() {
      double[][] all = new double[base.length][];
      for (int i = 0; i < base.length; i++) {
        all[i] = Arrays.copyOf(base[i], baseNames.size() + covariateNames.size());
        System.arraycopy(covariates[i], 0, all[i], baseNames.size(), covariateNames.size());
      }
      List<String> names = new ArrayList<>(baseNames);
      names.addAll(covariateNames);
      return LeastSquares.of(outcomes, all, names);
    }
  }

  /**
   * @param of position in the base of the coefficient that is explained
   * @param blocks every covariate in one of them
   * @throws IllegalArgumentException when columns depend on each other or rows are too few
   */
  public static Gelbach of(Rows rows, int of, List<Block> blocks) {
    LeastSquares base = rows.fitBase();
    LeastSquares full = rows.fitFull();
    Parts parts = new Parts(rows, base, full, of);
    List<Integer> every = blocks.stream().flatMap(block -> block.columns().stream()).toList();
    return new Gelbach(
        coefficient(base, of),
        coefficient(full, of),
        blocks.stream().map(parts::share).toList(),
        parts.share(new Block("total", every)));
  }

  private static Coefficient coefficient(LeastSquares fit, int of) {
    return new Coefficient(
        fit.coefficients()[of],
        Math.sqrt(fit.covariance(Errors.CLASSIC).get(of, of)),
        Math.sqrt(fit.covariance(Errors.ROBUST).get(of, of)));
  }

  private static final class Parts {
    private final Rows rows;
    private final LeastSquares base;
    private final LeastSquares full;
    private final int of;
    private final DMatrixRMaj covariance;
    private final DMatrixRMaj influence;

    Parts(Rows rows, LeastSquares base, LeastSquares full, int of) {
      this.rows = rows;
      this.base = base;
      this.full = full;
      this.of = of;
      this.covariance = full.covariance(Errors.CLASSIC);
      this.influence = full.influence();
    }

    Share share(Block block) {
      int size = rows.baseNames.size();
      double[] slopes = full.coefficients();
      double[] index = new double[rows.base.length];
      for (int j : block.columns()) {
        for (int i = 0; i < index.length; i++) {
          index[i] += rows.covariates[i][j] * slopes[size + j];
        }
      }
      LeastSquares onBase = LeastSquares.of(index, rows.base, rows.baseNames);
      double[] gamma = gamma(block);
      double variance = onBase.variance() * base.inverse().get(of, of);
      for (int i = 0; i < gamma.length; i++) {
        for (int j = 0; j < gamma.length; j++) {
          variance +=
              gamma[i]
                  * gamma[j]
                  * covariance.get(size + block.columns().get(i), size + block.columns().get(j));
        }
      }
      return new Share(
          block.name(),
          onBase.coefficients()[of],
          Math.sqrt(variance),
          robust(block, gamma, onBase.influence()));
    }

    private double[] gamma(Block block) {
      return block.columns().stream()
          .mapToDouble(
              j -> {
                double[] covariate =
                    Arrays.stream(rows.covariates).mapToDouble(row -> row[j]).toArray();
                return LeastSquares.of(covariate, rows.base, rows.baseNames).coefficients()[of];
              })
          .toArray();
    }

    private double robust(Block block, double[] gamma, DMatrixRMaj ofIndex) {
      int size = rows.baseNames.size();
      double sum = 0;
      for (int i = 0; i < ofIndex.numRows; i++) {
        double own = ofIndex.get(i, of);
        for (int j = 0; j < gamma.length; j++) {
          own += gamma[j] * influence.get(i, size + block.columns().get(j));
        }
        sum += own * own;
      }
      double n = ofIndex.numRows;
      return Math.sqrt(sum * n / (n - influence.numCols));
    }
  }
}
