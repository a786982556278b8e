package org.evenhand.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.decomposition.chol.CholeskyDecompositionInner_DDRM;
import org.ejml.dense.row.linsol.chol.LinearSolverChol_DDRM;
import org.evenhand.stats.CrossedEffects.Factor;

/**
 * Variances and covariance of two-way fixed effects, y = worker + territory + e, over observations.
 * Plug-in figures &beta;'A&beta; of estimated effects are too large in variance and too small in
 * covariance, by noise alone; here &sum;B&#7522;&#7522;&sigma;&#7522;&sup2; is taken off, B = the
 * rows' X(X'X)&#8315;&sup1;A(X'X)&#8315;&sup1;X', with &sigma;&#7522;&sup2; = (y&#7522; &minus;
 * y&#772;)e&#7522;/(1 &minus; P&#7522;&#7522;), unbiased whatever the residuals' variances, up to
 * their spread over n for the mean taken off (Kline, Saggio and S&oslash;lvsten 2020, Econometrica
 * 88(5), eq. 4; leaving out single observations), or with one common &sigma;&sup2; (Andrews et al.
 * 2008). Residuals are taken to be independent between observations.
 *
 * <p>Only observations whose leverage P is below 1 can be left out, so the sample is pruned to the
 * largest set that stays connected whichever one observation leaves it: bridges of the graph of
 * workers and territories go, then all but the largest part. Leverages are exact, from a dense
 * inverse; more than 1,500 effects are refused, and so is a sample of which nothing remains.
 *
 * @param observations of the pruned set
 * @param dropped observations pruned
 * @param plugIn as estimated, biased
 * @param homoskedastic corrected with one residual variance
 * @param corrected by leaving out
 */
public record LeaveOutVariance(
    int observations,
    int dropped,
    int workers,
    int territories,
    Components plugIn,
    Components homoskedastic,
    Components corrected) {
  private static final int MOST = 1500;
  private static final double BRIDGE = 1 - 1e-8;

  /** Of workers' effects, of territories' effects, and between both; divided by n. */
  public record Components(double worker, double territory, double covariance) {
    private Components minus(Components other) {
      return new Components(
          worker - other.worker, territory - other.territory, covariance - other.covariance);
    }

    private Components plus(double times, Components other) {
      return new Components(
          worker + times * other.worker,
          territory + times * other.territory,
          covariance + times * other.covariance);
    }
  }

  /**
   * @throws IllegalArgumentException when no connected set is left or it has too many effects
   */
  public static LeaveOutVariance of(double[] values, Factor worker, Factor territory) {
    List<Integer> kept = IntStream.range(0, values.length).boxed().toList();
    Fit fit = Fit.of(values, worker, territory, kept);
    for (List<Integer> rest = fit.withoutBridges();
        rest.size() < fit.rows.size();
        rest = fit.withoutBridges()) {
      fit = Fit.of(values, worker, territory, rest);
    }
    return fit.result(values.length);
  }

  /** A connected set with its inverse. */
  private static final class Fit {
    private final double[] values;
    private final List<Integer> rows;
    private final int[] first;
    private final int[] second;
    private final int workers;
    private final int effects;
    private final DMatrixRMaj inverse;

    static Fit of(double[] values, Factor worker, Factor territory, List<Integer> from) {
      List<Integer> rows = pruned(worker, territory, from);
      if (rows.isEmpty()) {
        throw new IllegalArgumentException(
            "Cannot part variance: no two levels of '%s' and '%s' are joined by more than one path. Use data with more moves."
                .formatted(worker.name(), territory.name()));
      }
      return new Fit(values, worker, territory, rows);
    }

    private Fit(double[] values, Factor worker, Factor territory, List<Integer> rows) {
      this.rows = rows;
      this.first = numbered(worker, rows);
      this.second = numbered(territory, rows);
      this.workers = 1 + Arrays.stream(first).max().orElseThrow();
      this.effects = workers + Arrays.stream(second).max().orElseThrow();
      if (effects > MOST) {
        throw new IllegalArgumentException(
            "Cannot part variance: %d effects are connected, at most %d are possible. Take part of the data."
                .formatted(effects, MOST));
      }
      double mean = rows.stream().mapToDouble(i -> values[i]).average().orElseThrow();
      this.values = rows.stream().mapToDouble(i -> values[i] - mean).toArray();
      this.inverse = new DMatrixRMaj(effects, effects);
      DMatrixRMaj squares = new DMatrixRMaj(effects, effects);
      for (int i = 0; i < first.length; i++) {
        squares.add(first[i], first[i], 1);
        if (second[i] > 0) {
          int column = column(i);
          squares.add(column, column, 1);
          squares.add(first[i], column, 1);
          squares.add(column, first[i], 1);
        }
      }
      LinearSolverChol_DDRM solver =
          new LinearSolverChol_DDRM(new CholeskyDecompositionInner_DDRM(true));
      if (!solver.setA(squares)) {
        throw new IllegalArgumentException(
            "Cannot part variance: effects of '%s' and '%s' cannot be told apart. Use data with more moves."
                .formatted(worker.name(), territory.name()));
      }
      solver.invert(inverse);
    }

    /** Of the territory's effect; the first territory has none. */
    private int column(int row) {
      return workers + second[row] - 1;
    }

    private double leverage(int row) {
      double own = inverse.get(first[row], first[row]);
      if (second[row] == 0) {
        return own;
      }
      int column = column(row);
      return own + inverse.get(column, column) + 2 * inverse.get(first[row], column);
    }

    List<Integer> withoutBridges() {
      return IntStream.range(0, rows.size())
          .filter(i -> leverage(i) < BRIDGE)
          .mapToObj(rows::get)
          .toList();
    }

    LeaveOutVariance result(int all) {
      double[] sums = new double[effects];
      for (int i = 0; i < first.length; i++) {
        sums[first[i]] += values[i];
        if (second[i] > 0) {
          sums[column(i)] += values[i];
        }
      }
      double[] fitted = new double[effects];
      for (int i = 0; i < effects; i++) {
        for (int j = 0; j < effects; j++) {
          fitted[i] += inverse.get(i, j) * sums[j];
        }
      }
      Components none = new Components(0, 0, 0);
      Components own = none;
      Components common = none;
      double squares = 0;
      Map<Integer, Components> weights = new HashMap<>();
      for (int i = 0; i < first.length; i++) {
        int row = i;
        Components weight =
            weights.computeIfAbsent(
                first[i] * (effects + 1) + second[i], cell -> components(solved(row)));
        double residual = values[i] - effect(fitted, i);
        own = own.plus(values[i] * residual / (1 - leverage(i)), weight);
        common = common.plus(1, weight);
        squares += residual * residual;
      }
      Components plugIn = components(fitted);
      double variance = squares / (first.length - effects);
      return new LeaveOutVariance(
          first.length,
          all - first.length,
          workers,
          effects - workers + 1,
          plugIn,
          plugIn.plus(-variance, common),
          plugIn.minus(own));
    }

    private double effect(double[] coefficients, int row) {
      return coefficients[first[row]] + (second[row] == 0 ? 0 : coefficients[column(row)]);
    }

    /** (X'X)&#8315;&sup1;x of a row. */
    private double[] solved(int row) {
      double[] solved = new double[effects];
      for (int i = 0; i < effects; i++) {
        solved[i] =
            inverse.get(i, first[row]) + (second[row] == 0 ? 0 : inverse.get(i, column(row)));
      }
      return solved;
    }

    /** The quadratic forms of a vector of effects. */
    private Components components(double[] coefficients) {
      double n = first.length;
      double[] sums = new double[5];
      for (int i = 0; i < first.length; i++) {
        double own = coefficients[first[i]];
        double other = second[i] == 0 ? 0 : coefficients[column(i)];
        sums[0] += own;
        sums[1] += other;
        sums[2] += own * own;
        sums[3] += other * other;
        sums[4] += own * other;
      }
      return new Components(
          sums[2] / n - sums[0] * sums[0] / (n * n),
          sums[3] / n - sums[1] * sums[1] / (n * n),
          sums[4] / n - sums[0] * sums[1] / (n * n));
    }
  }

  private static int[] numbered(Factor factor, List<Integer> rows) {
    Map<Integer, Integer> numbers = new HashMap<>();
    return rows.stream()
        .mapToInt(
            i -> {
              int level = factor.levels().get(i);
              numbers.putIfAbsent(level, numbers.size());
              return numbers.getOrDefault(level, 0);
            })
        .toArray();
  }

  /** Levels with one observation go until none is left; of what remains the largest part. */
  private static List<Integer> pruned(Factor worker, Factor territory, List<Integer> rows) {
    List<Integer> kept = rows;
    while (true) {
      Map<Integer, Integer> ofWorker = counts(worker, kept);
      Map<Integer, Integer> ofTerritory = counts(territory, kept);
      List<Integer> rest =
          kept.stream()
              .filter(i -> ofWorker.getOrDefault(worker.levels().get(i), 0) > 1)
              .filter(i -> ofTerritory.getOrDefault(territory.levels().get(i), 0) > 1)
              .toList();
      if (rest.size() == kept.size()) {
        return largest(worker, territory, kept);
      }
      kept = rest;
    }
  }

  private static Map<Integer, Integer> counts(Factor factor, List<Integer> rows) {
    Map<Integer, Integer> counts = new HashMap<>();
    rows.forEach(i -> counts.merge(factor.levels().get(i), 1, Integer::sum));
    return counts;
  }

  /** The connected part with most observations; the first of equals. */
  private static List<Integer> largest(Factor worker, Factor territory, List<Integer> rows) {
    int[] first = numbered(worker, rows);
    int[] second = numbered(territory, rows);
    int workers = 1 + Arrays.stream(first).max().orElse(-1);
    int[] parent = IntStream.range(0, workers + rows.size()).toArray();
    for (int i = 0; i < rows.size(); i++) {
      parent[root(parent, first[i])] = root(parent, workers + second[i]);
    }
    Map<Integer, List<Integer>> parts = new java.util.LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      parts.computeIfAbsent(root(parent, first[i]), key -> new ArrayList<>()).add(rows.get(i));
    }
    List<Integer> largest = List.of();
    for (List<Integer> part : parts.values()) {
      largest = part.size() > largest.size() ? part : largest;
    }
    return largest;
  }

  private static int root(int[] parent, int of) {
    int root = of;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }
}
