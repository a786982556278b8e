package org.evenhand.stats;

import java.util.Collection;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;

/**
 * Logistic regression of grouped counts by iteratively reweighted least squares (McCullagh and
 * Nelder 1989, section 4.4), with a ridge: it maximises &sum;[y log p + (n&minus;y) log(1&minus;p)]
 * &minus; &frac12;&sum;&lambda;&#7522;&beta;&#7522;&sup2; (le Cessie and van Houwelingen 1992).
 * With &lambda; = 0 it is plain maximum likelihood. Covariance: inverse of the penalised
 * information. Counts may be weights and need not be whole. Impossible, with the reason: no cases,
 * an outcome that is always or never a success, columns that depend linearly on one another,
 * separation.
 */
public final class LogisticRegression {
  private static final int MOST_STEPS = 60;
  private static final double SMALL_STEP = 1e-10;

  /** Predictors beyond this (odds of 10^8) mean that the covariates separate the outcomes. */
  private static final double SEPARATED = 18.4;

  private final double[] ridge;

  /**
   * @param ridge &lambda; per column; 0 for a column that is not shrunken
   */
  public LogisticRegression(double... ridge) {
    this.ridge = ridge.clone();
  }

  /** Cases that share their covariates, the intercept among them. */
  public static final class Pattern {
    private final double[] x;
    private final double trials;
    private final double successes;

    /**
     * @throws IllegalArgumentException for more successes than trials
     */
    public Pattern(double[] x, double trials, double successes) {
      if (!(successes >= 0 && successes <= trials)) {
        throw new IllegalArgumentException(
            "Cannot count %s successes of %s trials: successes lie between 0 and the trials. Correct the counts."
                .formatted(successes, trials));
      }
      this.x = x.clone();
      this.trials = trials;
      this.successes = successes;
    }
  }

  /** Probability at a linear predictor. */
  public static double probability(double predictor) {
    return 1 / (1 + Math.exp(-predictor));
  }

  public Regression fit(Collection<Pattern> patterns) {
    double trials = patterns.stream().mapToDouble(pattern -> pattern.trials).sum();
    double successes = patterns.stream().mapToDouble(pattern -> pattern.successes).sum();
    if (trials == 0) {
      return new Regression.Impossible("there are no cases to learn from");
    }
    if (successes == 0 || successes == trials) {
      return new Regression.Impossible(
          "all %.0f cases to learn from ended alike".formatted(trials));
    }
    return iterate(patterns);
  }

  private Regression iterate(Collection<Pattern> patterns) {
    double[] beta = new double[ridge.length];
    for (int step = 0; step < MOST_STEPS; step++) {
      Step next = step(patterns, beta);
      if (next.information.isEmpty()) {
        return largest(patterns, beta) > SEPARATED ? separated() : dependent();
      }
      double[] change = next.information.get().solve(next.score);
      if (size(change) < SMALL_STEP) {
        return largest(patterns, beta) > SEPARATED
            ? separated()
            : new Regression.Fitted(beta, next.information.get().inverse(), 1);
      }
      beta = uphill(patterns, beta, change);
    }
    return separated();
  }

  static Regression dependent() {
    return new Regression.Impossible("the covariates cannot be told apart in these cases");
  }

  private static Regression separated() {
    return new Regression.Impossible(
        "the covariates foretell every outcome of some cases, so their weight has no limit");
  }

  /** Slope of the likelihood, and its curvature when it can be solved. */
  private static final class Step {
    private final double[] score;
    private final Optional<NormalEquations> information;

    Step(double[] score, Optional<NormalEquations> information) {
      this.score = score;
      this.information = information;
    }
  }

  private Step step(Collection<Pattern> patterns, double[] beta) {
    int size = beta.length;
    double[] score = new double[size];
    double[] information = new double[size * size];
    for (Pattern pattern : patterns) {
      double p = probability(dot(beta, pattern.x));
      double miss = pattern.successes - pattern.trials * p;
      double weight = pattern.trials * p * (1 - p);
      for (int i = 0; i < size; i++) {
        score[i] += pattern.x[i] * miss;
        addRow(information, i, weight * pattern.x[i], pattern.x);
      }
    }
    DMatrixRMaj matrix = new DMatrixRMaj(size, size);
    for (int i = 0; i < size; i++) {
      score[i] -= ridge[i] * beta[i];
      for (int j = 0; j < size; j++) {
        matrix.set(i, j, information[Math.max(i, j) * size + Math.min(i, j)]);
      }
      matrix.add(i, i, ridge[i]);
    }
    return new Step(score, NormalEquations.of(matrix));
  }

  /** The lower triangle is enough. */
  private static void addRow(double[] information, int row, double times, double[] x) {
    if (times != 0) {
      int start = row * x.length;
      for (int j = 0; j <= row; j++) {
        information[start + j] += times * x[j];
      }
    }
  }

  /** Halves the step until the penalised likelihood does not fall. */
  private double[] uphill(Collection<Pattern> patterns, double[] from, double[] change) {
    double before = objective(patterns, from);
    double length = 1;
    double[] to = moved(from, change, length);
    while (length > 1e-6 && objective(patterns, to) < before - 1e-9 * Math.abs(before)) {
      length /= 2;
      to = moved(from, change, length);
    }
    return to;
  }

  private double objective(Collection<Pattern> patterns, double[] beta) {
    double sum = 0;
    for (Pattern pattern : patterns) {
      double predictor = dot(beta, pattern.x);
      double logOnePlus = Math.max(predictor, 0) + Math.log1p(Math.exp(-Math.abs(predictor)));
      sum += pattern.successes * predictor - pattern.trials * logOnePlus;
    }
    for (int i = 0; i < beta.length; i++) {
      sum -= ridge[i] * beta[i] * beta[i] / 2;
    }
    return sum;
  }

  private static double[] moved(double[] from, double[] change, double length) {
    double[] to = from.clone();
    for (int i = 0; i < to.length; i++) {
      to[i] += length * change[i];
    }
    return to;
  }

  private static double largest(Collection<Pattern> patterns, double[] beta) {
    return patterns.stream().mapToDouble(p -> Math.abs(dot(beta, p.x))).max().orElse(0);
  }

  private static double size(double[] vector) {
    double largest = 0;
    for (double value : vector) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
