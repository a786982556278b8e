package org.evenhand.stats.skills;

import org.ejml.data.DMatrixRMaj;

/**
 * The loadings' part of a round of expectation and maximisation: what is left of an item regressed
 * on the expected skill, E[&epsilon;&theta;]/E[&theta;&sup2;] by source. The anchor's stays 1, as
 * does that of a source with fewer than {@link #FEWEST} items.
 */
final class LoadingStep {
  private static final int FEWEST = 30;

  /** Smaller ones cannot be divided by. */
  private static final double LEAST = 0.05;

  private final FitData data;
  private final FitState state;
  private final Solution solution;
  private final double[] score;
  private final double[] square;
  private final double[] items;

  LoadingStep(Solution solution) {
    this.solution = solution;
    this.data = solution.data;
    this.state = solution.state;
    score = new double[data.sources().size()];
    square = new double[score.length];
    items = new double[score.length];
  }

  /**
   * A pair with offsets, means and severities integrated out.
   *
   * @param half H&middot;(errors of the unknowns)
   * @param skill &Lambda;K, row by row
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Projected(PairBlock block, DMatrixRMaj p, DMatrixRMaj half, double[] u, double[] skill) {
    int size() {
      return u.length;
    }
  }

  void add(LoadingStep part) {
    Vectors.add(part.score, score);
    Vectors.add(part.square, square);
    Vectors.add(part.items, items);
  }

  void add(Projected of) {
    Pair pair = of.block().pair;
    int n = of.size();
    for (int i = 0; i < n; i++) {
      double[] known = known(of, i);
      double expected = solution.unknowns[data.unknownOfMean(pair.mean[i])];
      double variance = state.kernel.variance();
      for (int j = 0; j < n; j++) {
        expected += of.skill()[j * n + i] * of.u()[j];
        variance -= of.skill()[j * n + i] * known[j];
      }
      int source = pair.source[i];
      score[source] += state.noise[source] * (of.u()[i] * expected - known[i]);
      square[source] += of.block().means.weight[i] * (expected * expected + variance);
      items[source] += pair.items[i];
    }
  }

  /**
   * A column of P&Lambda;K. From P&Lambda;K&Lambda; = 1 &minus; H(errors)W' &minus; P&middot;noise
   * in steps linear in the occasions; from its sums where the loading is too small to divide by.
   */
  private double[] known(Projected of, int i) {
    double loading = state.loading[of.block().pair.source[i]];
    return Math.abs(loading) < LEAST ? summed(of, i) : divided(of, i, loading);
  }

  private static double[] summed(Projected of, int i) {
    int n = of.size();
    double[] column = new double[n];
    for (int k = 0; k < n; k++) {
      addRow(column, of.p(), k, of.skill()[k * n + i]);
    }
    return column;
  }

  private double[] divided(Projected of, int i, double loading) {
    Pair pair = of.block().pair;
    int n = of.size();
    double[] column = new double[n];
    column[i] = 1;
    addRow(column, of.p(), i, -of.block().means.variance[i]);
    for (int k = 0; k < n; k++) {
      if (pair.sharesParty(i, k)) {
        addRow(column, of.p(), k, -state.pairVariance[pair.source[i]]);
      }
    }
    int unknowns = of.block().unknowns.length;
    for (int c = 0; c < unknowns; c++) {
      double design = of.block().design.data[i * unknowns + c];
      for (int j = 0; design != 0 && j < n; j++) {
        column[j] -= of.half().data[j * unknowns + c] * design;
      }
    }
    for (int j = 0; j < n; j++) {
      column[j] /= loading;
    }
    return column;
  }

  private static void addRow(double[] to, DMatrixRMaj symmetric, int row, double times) {
    for (int j = 0; j < to.length; j++) {
      to[j] += times * symmetric.data[row * to.length + j];
    }
  }

  double[] next() {
    double[] loading = state.loading.clone();
    for (int s = 0; s < loading.length; s++) {
      if (s != data.anchor() && items[s] >= FEWEST) {
        loading[s] += score[s] / square[s];
      }
    }
    return loading;
  }
}
