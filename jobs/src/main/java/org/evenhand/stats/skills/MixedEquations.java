package org.evenhand.stats.skills;

import java.util.List;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.evenhand.stats.ConjugateGradients;

/**
 * Henderson's mixed-model equations (&Sigma;W'C&#8315;&sup1;W + G&#8315;&sup1;)x =
 * &Sigma;W'C&#8315;&sup1;y, skills integrated out, never written out: by conjugate gradients,
 * preconditioned by the diagonal and an exact solve on a coarse space: every offset and mean, and
 * the sum of all raters of a source, which is what plain iterations are slowest to find. Sums run
 * in the order of the pairs, so the answer does not depend on who computes which pair.
 */
final class MixedEquations {
  private final List<PairBlock> blocks;
  private final double[] precision;
  private final int[] coarseOf;
  private final double[] diagonal;
  private final LinearSolverDense<DMatrixRMaj> coarse;
  private final int coarseSize;
  private int iterations;

  /**
   * @param precision prior precision of each unknown
   * @param coarseOf position in the coarse space an unknown sums into
   */
  MixedEquations(List<PairBlock> blocks, double[] precision, int[] coarseOf) {
    this.blocks = blocks;
    this.precision = precision;
    this.coarseOf = coarseOf;
    this.coarseSize = IntStream.of(coarseOf).max().orElse(0) + 1;
    this.diagonal = precision.clone();
    for (PairBlock block : blocks) {
      for (int c = 0; c < block.unknowns.length; c++) {
        diagonal[block.unknowns[c]] += block.block.get(c, c);
      }
    }
    this.coarse = LinearSolverFactory_DDRM.chol(coarseSize);
    if (!coarse.setA(coarseMatrix())) {
      throw new IllegalArgumentException(
          "Cannot fit: offsets and means cannot be told apart. Check the sources of the evidence.");
    }
  }

  private DMatrixRMaj coarseMatrix() {
    DMatrixRMaj matrix = new DMatrixRMaj(coarseSize, coarseSize);
    for (int i = 0; i < precision.length; i++) {
      matrix.add(coarseOf[i], coarseOf[i], precision[i]);
    }
    for (PairBlock block : blocks) {
      for (int a = 0; a < block.unknowns.length; a++) {
        for (int b = 0; b < block.unknowns.length; b++) {
          matrix.add(
              coarseOf[block.unknowns[a]], coarseOf[block.unknowns[b]], block.block.get(a, b));
        }
      }
    }
    return matrix;
  }

  double[] times(double[] x) {
    double[] product = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      product[i] = precision[i] * x[i];
    }
    for (PairBlock block : blocks) {
      for (int a = 0; a < block.unknowns.length; a++) {
        double sum = 0;
        for (int b = 0; b < block.unknowns.length; b++) {
          sum += block.block.get(a, b) * x[block.unknowns[b]];
        }
        product[block.unknowns[a]] += sum;
      }
    }
    return product;
  }

  private double[] precondition(double[] residual) {
    DMatrixRMaj sums = new DMatrixRMaj(coarseSize, 1);
    for (int i = 0; i < residual.length; i++) {
      sums.add(coarseOf[i], 0, residual[i]);
    }
    DMatrixRMaj solved = new DMatrixRMaj(coarseSize, 1);
    coarse.solve(sums, solved);
    double[] result = new double[residual.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = residual[i] / diagonal[i] + solved.get(coarseOf[i], 0);
    }
    return result;
  }

  /** Solves to 1e-11 of the right-hand side, in the norm of the preconditioner. */
  double[] solve(double[] right) {
    ConjugateGradients.Solved solved =
        ConjugateGradients.solve(right, this::times, this::precondition);
    iterations = solved.iterations();
    return solved.solution();
  }

  /** Of the last solve. */
  int iterations() {
    return iterations;
  }

  /** Information about one unknown when all others are known, its prior included. */
  double diagonal(int unknown) {
    return diagonal[unknown];
  }

  /** The matrix written out, for few unknowns. */
  DMatrixRMaj dense() {
    int size = precision.length;
    DMatrixRMaj matrix = new DMatrixRMaj(size, size);
    for (int i = 0; i < size; i++) {
      matrix.set(i, i, precision[i]);
    }
    for (PairBlock block : blocks) {
      for (int a = 0; a < block.unknowns.length; a++) {
        for (int b = 0; b < block.unknowns.length; b++) {
          matrix.add(block.unknowns[a], block.unknowns[b], block.block.get(a, b));
        }
      }
    }
    return matrix;
  }

  /** Its inverse: variances and covariances of the prediction errors. */
  DMatrixRMaj inverse() {
    DMatrixRMaj inverse = new DMatrixRMaj(precision.length, precision.length);
    CommonOps_DDRM.invertSPD(dense(), inverse);
    return inverse;
  }
}
