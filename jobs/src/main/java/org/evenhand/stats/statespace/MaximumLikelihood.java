package org.evenhand.stats.statespace;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;
import org.hipparchus.optim.univariate.BrentOptimizer;
import org.hipparchus.optim.univariate.SearchInterval;
import org.hipparchus.optim.univariate.UnivariateObjectiveFunction;

/**
 * Variances by maximum of the exact diffuse likelihood. The scale is concentrated out (Durbin and
 * Koopman 2012, section 2.10.2): with the signal's share &rho; of the variance fixed, &sigma;&sup2;
 * = mean of v&sup2;/F* has a closed form, so a local level is a search over &rho; alone and a
 * Mat&eacute;rn curve one over &rho; and its length. Shares of exactly 0 (noise only) and 1 (no
 * noise) are compared as well.
 */
public final class MaximumLikelihood {
  private static final int FEWEST = 3;
  private static final int GRID = 60;
  private static final double FAR = 15;
  private static final int EVALUATIONS = 2000;

  private final Series series;

  private MaximumLikelihood(Series series) {
    this.series = series;
  }

  /** A model with variances that sum to one, for a share of the signal. */
  private interface Shape {
    StateSpace of(double noise, double signal);
  }

  /**
   * @throws IllegalArgumentException with fewer than three values or when all are equal
   */
  public static LocalLevel localLevel(Series series) {
    check(series);
    MaximumLikelihood fit = new MaximumLikelihood(series);
    double share = fit.share(LocalLevel::new);
    double scale = fit.scale(new LocalLevel(1 - share, share));
    return new LocalLevel(scale * (1 - share), scale * share);
  }

  /**
   * @throws IllegalArgumentException with fewer than three values or when all are equal
   */
  public static MaternCurve maternCurve(Series series) {
    check(series);
    MaximumLikelihood fit = new MaximumLikelihood(series);
    double length = fit.length();
    Shape shape = (noise, signal) -> new MaternCurve(noise, signal, length);
    double share = fit.share(shape);
    double scale = fit.scale(shape.of(1 - share, share));
    return new MaternCurve(scale * (1 - share), scale * share, length);
  }

  private static void check(Series series) {
    long different =
        series.observations().stream().flatMap(one -> one.value().stream()).distinct().count();
    if (series.observed() < FEWEST || different < 2) {
      throw new IllegalArgumentException(
          "Cannot estimate variances from %d values, %d of them different: at least %d values that differ are needed. Give the variances with --params."
              .formatted(series.observed(), different, FEWEST));
    }
  }

  private double scale(StateSpace unit) {
    return Filter.of(unit, series).standardised().stream()
        .mapToDouble(value -> value * value)
        .average()
        .orElseThrow();
  }

  /** Log-likelihood at the best scale, by that of a unit scale. */
  private double concentrated(StateSpace unit) {
    Filter filter = Filter.of(unit, series);
    double squares = filter.standardised().stream().mapToDouble(value -> value * value).sum();
    double n = filter.terms();
    double value = filter.logLikelihood() + squares / 2 - n / 2 * (Math.log(squares / n) + 1);
    return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
  }

  private double share(Shape shape) {
    double best = inside(logit -> concentrated(shape, logistic(logit)));
    double share = logistic(best);
    for (double end : new double[] {0, 1}) {
      share = concentrated(shape, end) >= concentrated(shape, share) ? end : share;
    }
    return share;
  }

  private double concentrated(Shape shape, double share) {
    return concentrated(shape.of(1 - share, share));
  }

  private static double logistic(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  /** The best of a grid of logits, then Brent between its neighbours. */
  private static double inside(DoubleUnaryOperator of) {
    double step = 2 * FAR / GRID;
    double best = -FAR;
    for (int i = 1; i <= GRID; i++) {
      double logit = -FAR + i * step;
      best = of.applyAsDouble(logit) > of.applyAsDouble(best) ? logit : best;
    }
    UnivariateFunction function = of::applyAsDouble;
    return new BrentOptimizer(1e-10, 1e-12)
        .optimize(
            new MaxEval(EVALUATIONS),
            new UnivariateObjectiveFunction(function),
            GoalType.MAXIMIZE,
            new SearchInterval(best - step, best + step, best))
        .getPoint();
  }

  /**
   * The length with the best likelihood, from a grid of lengths and shares, then Nelder and Mead.
   */
  private double length() {
    double span = series.time(series.size() - 1) - series.time(0);
    if (!(span > 0)) {
      throw new IllegalArgumentException(
          "Cannot estimate a curve from values of one time: at least two times are needed. Use other times.");
    }
    double[] best = {Math.log(span / 4), 0};
    for (int i = 0; i <= 8; i++) {
      for (int j = -2; j <= 2; j++) {
        double[] point = {Math.log(span) + i * Math.log(0.5), 1.5 * j};
        best = curve(point) > curve(best) ? point : best;
      }
    }
    PointValuePair found =
        new SimplexOptimizer(1e-12, 1e-12)
            .optimize(
                new MaxEval(EVALUATIONS),
                new ObjectiveFunction(this::curve),
                GoalType.MAXIMIZE,
                new InitialGuess(best),
                new NelderMeadSimplex(2, 0.4));
    return Math.exp(found.getPoint()[0]);
  }

  private double curve(double[] point) {
    double share = logistic(point[1]);
    double length = Math.exp(point[0]);
    return length > 0 && Double.isFinite(length)
        ? concentrated(new MaternCurve(1 - share, share, length))
        : Double.NEGATIVE_INFINITY;
  }
}
