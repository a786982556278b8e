package org.evenhand.stats.skills;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;

/**
 * Variances and covariances of the errors of the solved unknowns. With few unknowns from the
 * inverse; with many from probes: draw unknowns and evidence from the model, solve for them as for
 * the evidence itself, and average the products of what is missed (Garc&iacute;a-Cortes and others
 * 1992). Leaving the covariances out instead (mean field) lets small variance components collapse.
 */
interface PredictionErrors {
  /** The block of a pair's unknowns. */
  DMatrixRMaj of(PairBlock block);

  /** Of one unknown. */
  double variance(int unknown);

  /** From the inverse. */
  static PredictionErrors exact(MixedEquations equations) {
    DMatrixRMaj inverse = equations.inverse();
    return new PredictionErrors() {
      @Override
      public DMatrixRMaj of(PairBlock block) {
        int size = block.unknowns.length;
        DMatrixRMaj own = new DMatrixRMaj(size, size);
        for (int a = 0; a < size; a++) {
          for (int b = 0; b < size; b++) {
            own.set(a, b, inverse.get(block.unknowns[a], block.unknowns[b]));
          }
        }
        return own;
      }

      @Override
      public double variance(int unknown) {
        return inverse.get(unknown, unknown);
      }
    };
  }

  /**
   * From probes, the same draws for the same seed whatever the variances.
   *
   * @param deviations of the unknowns' own laws; 0 for offsets and means, whose errors do not
   *     depend on what they are
   */
  static PredictionErrors probed(
      MixedEquations equations,
      List<PairBlock> blocks,
      double[] deviations,
      int probes,
      long seed) {
    List<double[]> missed = new ArrayList<>();
    for (int probe = 0; probe < probes; probe++) {
      Random random = new Random(seed + probe);
      double[] drawn = new double[deviations.length];
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = deviations[i] * random.nextGaussian();
      }
      double[] right = new double[drawn.length];
      for (PairBlock block : blocks) {
        block.addProjection(draw(block, drawn, random), right);
      }
      double[] solved = equations.solve(right);
      for (int i = 0; i < solved.length; i++) {
        solved[i] -= drawn[i];
      }
      missed.add(solved);
    }
    return new Probed(missed);
  }

  private static double[] draw(PairBlock block, double[] unknowns, Random random) {
    int n = block.pair.size();
    double[] normal = new double[n];
    for (int i = 0; i < n; i++) {
      normal[i] = random.nextGaussian();
    }
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        values[i] += block.factor.get(i, j) * normal[j];
      }
      for (int c = 0; c < block.unknowns.length; c++) {
        values[i] += block.design.get(i, c) * unknowns[block.unknowns[c]];
      }
    }
    return values;
  }

  /** Averages of products over probes. */
  final class Probed implements PredictionErrors {
    private final List<double[]> missed;

    private Probed(List<double[]> missed) {
      this.missed = missed;
    }

    @Override
    public DMatrixRMaj of(PairBlock block) {
      int size = block.unknowns.length;
      DMatrixRMaj own = new DMatrixRMaj(size, size);
      for (double[] error : missed) {
        for (int a = 0; a < size; a++) {
          for (int b = 0; b < size; b++) {
            own.add(a, b, error[block.unknowns[a]] * error[block.unknowns[b]] / missed.size());
          }
        }
      }
      return own;
    }

    @Override
    public double variance(int unknown) {
      return missed.stream().mapToDouble(error -> error[unknown] * error[unknown]).sum()
          / missed.size();
    }
  }
}
