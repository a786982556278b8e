package org.evenhand.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Variances of any number of crossed factors with thousands of levels, y = &mu; +
 * &Sigma;u<sub>k</sub> + e, by restricted maximum likelihood. Nothing of the size of the data
 * squared is built: the score &frac12;(u'u/&sigma;&#8308; &minus; (q &minus;
 * tr/&sigma;&sup2;)/&sigma;&sup2;) and the average information &frac12;f'Pf, f = Zu/&sigma;&sup2;
 * (Gilmour, Thompson and Cullis 1995), come from solves of {@link CrossedEquations}; tr, the sum of
 * a factor's prediction error variances, from one solve a level for short factors, from seeded
 * random signs for long ones (Hutchinson 1990), the covariances of the errors included: leaving
 * them out (mean field) lets a small variance collapse. Steps are taken on the logarithms, at most
 * {@link #STEP} long.
 *
 * <p>A variance below 1e-8 of the values' is 0. Refused: what {@link CrossedEffects} refuses of a
 * factor by itself, and values without spread.
 *
 * @param variances one a factor
 * @param residual variance of e
 * @param rounds steps taken
 * @param iterations most conjugate gradients a solve took
 */
public record CrossedComponents(
    double mean, List<Double> variances, double residual, int rounds, int iterations) {
  private static final double STEP = 1;
  private static final double SETTLED = 1e-6;
  private static final double NONE = 1e-8;
  private static final int MOST = 100;

  /** Fewest signs a long factor's trace averages over. */
  private static final int DRAWS = 2000;

  /** For a factor whose effects are all 0, a level. */
  private static final double LEAST_INFORMATION = 1e-9;

  public CrossedComponents {
    variances = List.copyOf(variances);
  }

  /**
   * @param probes random signs for a factor of many levels, at least; more for one of fewer
   * @throws IllegalArgumentException when a factor has one level, or one for every row
   */
  public static CrossedComponents of(
      double[] values, List<CrossedEffects.Factor> factors, int probes, long seed) {
    factors.forEach(factor -> CrossedEffects.check(values.length, factor));
    return new Search(values, factors, probes, seed).run();
  }

  private static final class Search {
    private final double[] values;
    private final List<CrossedEffects.Factor> factors;
    private final int probes;
    private final long seed;
    private final double spread;

    Search(double[] values, List<CrossedEffects.Factor> factors, int probes, long seed) {
      this.values = values;
      this.factors = factors;
      this.probes = probes;
      this.seed = seed;
      double mean = Arrays.stream(values).average().orElseThrow();
      spread = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
      if (!(spread > 0)) {
        throw new IllegalArgumentException(
            "Cannot part variance: all values are equal. Use values that differ.");
      }
    }

    /** Starts from equal parts. */
    CrossedComponents run() {
      double[] theta = new double[factors.size() + 1];
      Arrays.fill(theta, spread / theta.length);
      int rounds = 0;
      int iterations = 0;
      double moved = Double.POSITIVE_INFINITY;
      while (moved > SETTLED && rounds < MOST) {
        Round round = new Round(equations(theta), theta);
        double[] step = round.step();
        moved = 0;
        for (int k = 0; k < theta.length; k++) {
          double bounded = Math.max(-STEP, Math.min(STEP, step[k]));
          double next = Math.max(NONE * spread, theta[k] * Math.exp(bounded));
          moved = Math.max(moved, Math.abs(Math.log(next / theta[k])));
          theta[k] = next;
        }
        rounds++;
        iterations = Math.max(iterations, round.equations.iterations());
      }
      double mean = new Round(equations(theta), theta).solved[0];
      List<Double> variances =
          Arrays.stream(theta)
              .limit(factors.size())
              .map(v -> v <= 1.01 * NONE * spread ? 0 : v)
              .boxed()
              .toList();
      return new CrossedComponents(mean, variances, theta[factors.size()], rounds, iterations);
    }

    private CrossedEquations equations(double[] theta) {
      return new CrossedEquations(factors, theta, theta[factors.size()]);
    }

    /** Score and average information at given variances, the residual's last. */
    private final class Round {
      private final CrossedEquations equations;
      private final double[] theta;
      private final double[] solved;

      Round(CrossedEquations equations, double[] theta) {
        this.equations = equations;
        this.theta = theta;
        this.solved = equations.solve(equations.unknowns(values));
      }

      /** Of the logarithms. */
      double[] step() {
        int size = theta.length;
        double[][] directions = new double[size][];
        double[] score = new double[size];
        double freedom = values.length - 1.0;
        double[] traces = traces();
        for (int k = 0; k < size - 1; k++) {
          double[] effects = equations.of(k, solved);
          double used = effects.length - traces[k] / theta[k];
          freedom -= used;
          score[k] = (dot(effects, effects) / theta[k] - used) / 2;
          directions[k] = equations.spread(k, effects);
        }
        double[] fitted = equations.rows(solved);
        double[] left = new double[values.length];
        for (int i = 0; i < left.length; i++) {
          left[i] = values[i] - fitted[i];
        }
        score[size - 1] = (dot(left, left) / theta[size - 1] - freedom) / 2;
        directions[size - 1] = left;
        return solve(information(directions), score);
      }

      private DMatrixRMaj information(double[][] directions) {
        int size = directions.length;
        DMatrixRMaj information = new DMatrixRMaj(size, size);
        for (int k = 0; k < size; k++) {
          double[] projected = equations.projected(directions[k]);
          for (int j = 0; j < size; j++) {
            information.set(k, j, dot(directions[j], projected) / 2);
          }
          information.add(k, k, LEAST_INFORMATION * (k < size - 1 ? equations.levels(k) : 1));
        }
        return information;
      }

      private double[] solve(DMatrixRMaj information, double[] score) {
        DMatrixRMaj step = new DMatrixRMaj(score.length, 1);
        CommonOps_DDRM.solve(information, new DMatrixRMaj(score.length, 1, true, score), step);
        return step.data;
      }

      /** Sums of prediction error variances. */
      private double[] traces() {
        double[] traces = new double[factors.size()];
        for (int k = 0; k < traces.length; k++) {
          boolean exact = equations.levels(k) <= CrossedEquations.SHORT;
          traces[k] = exact ? exact(k) : probed(k);
        }
        return traces;
      }

      private double exact(int factor) {
        double trace = 0;
        for (int level = 0; level < equations.levels(factor); level++) {
          double[] unit = new double[equations.levels(factor)];
          unit[level] = 1;
          trace += equations.of(factor, equations.solve(equations.placed(factor, unit)))[level];
        }
        return trace;
      }

      /** The same signs in every round. */
      private double probed(int factor) {
        Random random = new Random(seed + factor);
        int draws = Math.max(probes, DRAWS / equations.levels(factor));
        double trace = 0;
        for (int probe = 0; probe < draws; probe++) {
          double[] signs = new double[equations.levels(factor)];
          for (int i = 0; i < signs.length; i++) {
            signs[i] = random.nextBoolean() ? 1 : -1;
          }
          double[] image = equations.solve(equations.placed(factor, signs));
          trace += dot(signs, equations.of(factor, image)) / draws;
        }
        return trace;
      }
    }

    private static double dot(double[] left, double[] right) {
      double sum = 0;
      for (int i = 0; i < left.length; i++) {
        sum += left[i] * right[i];
      }
      return sum;
    }
  }
}
