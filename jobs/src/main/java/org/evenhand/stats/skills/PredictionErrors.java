package org.evenhand.stats.skills;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;

/**
 * Variances and covariances of the errors of the solved unknowns. With few unknowns from the
 * inverse; with many from probes: random signs z and A&#8315;&sup1;z, whose products are the
 * inverse's entries on average (Hutchinson 1990; Bekas, Kokiopoulou and Saad 2007), with little
 * noise since the inverse is nearly diagonal. Leaving the covariances out instead (mean field) lets
 * small variance components collapse.
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
   * From probes, the same signs for the same seed whatever the variances.
   *
   * @param unknowns how many
   */
  static PredictionErrors probed(MixedEquations equations, int unknowns, int probes, long seed) {
    List<double[]> signs = new ArrayList<>();
    List<double[]> images = new ArrayList<>();
    for (int probe = 0; probe < probes; probe++) {
      Random random = new Random(seed + probe);
      double[] drawn = new double[unknowns];
      for (int i = 0; i < drawn.length; i++) {
        drawn[i] = random.nextBoolean() ? 1 : -1;
      }
      signs.add(drawn);
      images.add(equations.solve(drawn));
    }
    return new Probed(signs, images);
  }

  /** E[z(A&#8315;&sup1;z)'], what the diagonal adds to the noise of the rest taken off. */
  final class Probed implements PredictionErrors {
    private final List<double[]> signs;
    private final List<double[]> images;
    private final double[] diagonal;

    private Probed(List<double[]> signs, List<double[]> images) {
      this.signs = signs;
      this.images = images;
      this.diagonal = new double[signs.get(0).length];
      for (int probe = 0; probe < signs.size(); probe++) {
        for (int i = 0; i < diagonal.length; i++) {
          diagonal[i] += signs.get(probe)[i] * images.get(probe)[i] / signs.size();
        }
      }
      for (int i = 0; i < diagonal.length; i++) {
        diagonal[i] = Math.max(0, diagonal[i]);
      }
    }

    @Override
    public DMatrixRMaj of(PairBlock block) {
      int size = block.unknowns.length;
      DMatrixRMaj own = new DMatrixRMaj(size, size);
      double share = 0.5 / signs.size();
      for (int probe = 0; probe < signs.size(); probe++) {
        double[] z = Vectors.at(signs.get(probe), block.unknowns);
        double[] rest = Vectors.at(images.get(probe), block.unknowns);
        for (int a = 0; a < size; a++) {
          rest[a] -= diagonal[block.unknowns[a]] * z[a];
        }
        for (int a = 0; a < size; a++) {
          for (int b = 0; b < size; b++) {
            own.data[a * size + b] += share * (z[b] * rest[a] + z[a] * rest[b]);
          }
        }
      }
      for (int a = 0; a < size; a++) {
        own.set(a, a, diagonal[block.unknowns[a]]);
      }
      return own;
    }

    @Override
    public double variance(int unknown) {
      return diagonal[unknown];
    }
  }
}
