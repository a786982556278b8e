package org.evenhand.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionInner_DDRM;
import org.ejml.dense.row.linsol.chol.LinearSolverChol_DDRM;

/**
 * Quadratic forms of V = I + &lambda;&#8321;Z&#8321;Z&#8321;' + &lambda;&#8322;Z&#8322;Z&#8322;',
 * the variance of two crossed factors in units of the residual's, without building it. By Woodbury
 * all that is inverted is A = I + &Lambda;Z'Z&Lambda;, whose block of the longer factor is
 * diagonal, so that only the shorter factor's complement S is dense (Bates et al. 2015, section
 * 3.1). A step costs the sum over the longer factor's levels of squared numbers of cells, and the
 * cube of the shorter factor's levels.
 */
final class CrossedSums {
  private final int n;
  private final double squares;
  private final double[] longCounts;
  private final double[] shortCounts;
  private final double[] longSums;
  private final double[] shortSums;
  private final int[][] shortOf;
  private final double[][] counts;

  /**
   * @param values with mean about 0
   */
  CrossedSums(double[] values, int[] longer, int longLevels, int[] shorter, int shortLevels) {
    n = values.length;
    longCounts = new double[longLevels];
    shortCounts = new double[shortLevels];
    longSums = new double[longLevels];
    shortSums = new double[shortLevels];
    List<Map<Integer, Integer>> cells = new ArrayList<>();
    for (int i = 0; i < longLevels; i++) {
      cells.add(new TreeMap<>());
    }
    double sum = 0;
    for (int i = 0; i < n; i++) {
      longCounts[longer[i]]++;
      shortCounts[shorter[i]]++;
      longSums[longer[i]] += values[i];
      shortSums[shorter[i]] += values[i];
      cells.get(longer[i]).merge(shorter[i], 1, Integer::sum);
      sum += values[i] * values[i];
    }
    squares = sum;
    shortOf = new int[longLevels][];
    counts = new double[longLevels][];
    for (int i = 0; i < longLevels; i++) {
      shortOf[i] = cells.get(i).keySet().stream().mapToInt(Integer::intValue).toArray();
      counts[i] = cells.get(i).values().stream().mapToDouble(Integer::doubleValue).toArray();
    }
  }

  int n() {
    return n;
  }

  /** Solved at standard deviations relative to the residual's. */
  At at(double longTheta, double shortTheta) {
    return new At(longTheta, shortTheta);
  }

  /** A's factors at given ratios, and the values' least squares under V. */
  final class At {
    private final double longTheta;
    private final double shortTheta;
    private final double[] diagonal;
    private final LinearSolverChol_DDRM solver;
    private final double logDeterminant;
    private final double ones;
    private final double mean;
    private final double residual;

    private At(double longTheta, double shortTheta) {
      this.longTheta = longTheta;
      this.shortTheta = shortTheta;
      int size = shortCounts.length;
      diagonal = new double[longCounts.length];
      DMatrixRMaj complement = CommonOps_DDRM.identity(size);
      double log = 0;
      for (int j = 0; j < size; j++) {
        complement.add(j, j, shortTheta * shortTheta * shortCounts[j]);
      }
      double scale = longTheta * longTheta * shortTheta * shortTheta;
      for (int i = 0; i < diagonal.length; i++) {
        diagonal[i] = 1 + longTheta * longTheta * longCounts[i];
        log += Math.log(diagonal[i]);
        double factor = scale / diagonal[i];
        for (int j = 0; j < counts[i].length; j++) {
          for (int k = 0; k < counts[i].length; k++) {
            complement.add(shortOf[i][j], shortOf[i][k], -factor * counts[i][j] * counts[i][k]);
          }
        }
      }
      CholeskyDecompositionInner_DDRM cholesky = new CholeskyDecompositionInner_DDRM(true);
      solver = new LinearSolverChol_DDRM(cholesky);
      solver.setA(complement);
      DMatrixRMaj triangle = cholesky.getT();
      for (int j = 0; j < size; j++) {
        log += 2 * Math.log(triangle.get(j, j));
      }
      logDeterminant = log;
      ones = n - product(longCounts, shortCounts, longCounts, shortCounts);
      double cross = sum(longSums) - product(longCounts, shortCounts, longSums, shortSums);
      double own = squares - product(longSums, shortSums, longSums, shortSums);
      mean = cross / ones;
      residual = own - cross * mean;
    }

    /** Of A, which is that of V. */
    double logDeterminant() {
      return logDeterminant;
    }

    /** 1'V&#8315;&sup1;1. */
    double ones() {
      return ones;
    }

    /** By generalised least squares. */
    double mean() {
      return mean;
    }

    /** (y &minus; &mu;)'V&#8315;&sup1;(y &minus; &mu;). */
    double residual() {
      return residual;
    }

    /** Predicted effects of the longer factor, then of the shorter. */
    List<double[]> effects() {
      double[] ofLong = new double[longSums.length];
      double[] ofShort = new double[shortSums.length];
      for (int i = 0; i < ofLong.length; i++) {
        ofLong[i] = longTheta * (longSums[i] - mean * longCounts[i]);
      }
      for (int j = 0; j < ofShort.length; j++) {
        ofShort[j] = shortTheta * (shortSums[j] - mean * shortCounts[j]);
      }
      double[] solved = solve(reduced(ofLong, ofShort));
      for (int i = 0; i < ofLong.length; i++) {
        double rest = ofLong[i];
        for (int j = 0; j < counts[i].length; j++) {
          rest -= longTheta * shortTheta * counts[i][j] * solved[shortOf[i][j]];
        }
        ofLong[i] = longTheta * rest / diagonal[i];
      }
      for (int j = 0; j < ofShort.length; j++) {
        ofShort[j] = shortTheta * solved[j];
      }
      return List.of(ofLong, ofShort);
    }

    /**
     * Their conditional variances in units of the residual's: diagonal of
     * &Lambda;A&#8315;&sup1;&Lambda;.
     */
    List<double[]> variances() {
      int size = shortCounts.length;
      DMatrixRMaj inverse = new DMatrixRMaj(size, size);
      solver.invert(inverse);
      double[] ofShort = new double[size];
      for (int j = 0; j < size; j++) {
        ofShort[j] = shortTheta * shortTheta * inverse.get(j, j);
      }
      double[] ofLong = new double[diagonal.length];
      for (int i = 0; i < ofLong.length; i++) {
        double spread = 0;
        for (int j = 0; j < counts[i].length; j++) {
          for (int k = 0; k < counts[i].length; k++) {
            spread += inverse.get(shortOf[i][j], shortOf[i][k]) * counts[i][j] * counts[i][k];
          }
        }
        double coupling = Math.pow(longTheta * shortTheta / diagonal[i], 2) * spread;
        ofLong[i] = longTheta * longTheta * (1 / diagonal[i] + coupling);
      }
      return List.of(ofLong, ofShort);
    }

    /** (Z'u)'&Lambda;A&#8315;&sup1;&Lambda;(Z'v) from the sums of u and v over both factors. */
    private double product(double[] longU, double[] shortU, double[] longV, double[] shortV) {
      double sum = 0;
      for (int i = 0; i < diagonal.length; i++) {
        sum += longTheta * longTheta * longU[i] * longV[i] / diagonal[i];
      }
      double[] left = reduced(scaled(longU, longTheta), scaled(shortU, shortTheta));
      double[] right = solve(reduced(scaled(longV, longTheta), scaled(shortV, shortTheta)));
      for (int j = 0; j < left.length; j++) {
        sum += left[j] * right[j];
      }
      return sum;
    }

    /** The shorter factor's side once the longer is eliminated. */
    private double[] reduced(double[] ofLong, double[] ofShort) {
      double[] rest = ofShort.clone();
      for (int i = 0; i < diagonal.length; i++) {
        double factor = longTheta * shortTheta * ofLong[i] / diagonal[i];
        for (int j = 0; j < counts[i].length; j++) {
          rest[shortOf[i][j]] -= factor * counts[i][j];
        }
      }
      return rest;
    }

    private double[] solve(double[] side) {
      DMatrixRMaj solution = new DMatrixRMaj(side.length, 1);
      solver.solve(new DMatrixRMaj(side.length, 1, true, side.clone()), solution);
      return solution.getData();
    }
  }

  private static double[] scaled(double[] vector, double by) {
    double[] scaled = new double[vector.length];
    for (int i = 0; i < vector.length; i++) {
      scaled[i] = by * vector[i];
    }
    return scaled;
  }

  private static double sum(double[] vector) {
    double sum = 0;
    for (double value : vector) {
      sum += value;
    }
    return sum;
  }
}
