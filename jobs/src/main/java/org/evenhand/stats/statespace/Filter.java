package org.evenhand.stats.statespace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;

/**
 * The Kalman filter with an exact diffuse start (Durbin and Koopman 2012, sections 4.3 and 5.2),
 * one observation a step. While an observation meets a diffuse state (F&infin; &gt; 0) it fixes
 * that state and adds &minus;&frac12; log F&infin; to the log-likelihood, no residual; afterwards
 * each adds &minus;&frac12;(log 2&pi; + log F + v&sup2;/F). A missing value changes nothing but
 * time. With no value at all the log-likelihood is 0.
 */
public final class Filter {
  private static final double NOTHING = 1e-10;

  private final StateSpace model;
  private final Series series;
  private final List<Step> steps = new ArrayList<>();
  private DMatrixRMaj mean;
  private DMatrixRMaj variance;
  private DMatrixRMaj diffuse;
  private double logLikelihood;
  private int terms;
  private int fixed;

  private Filter(StateSpace model, Series series) {
    this.model = model;
    this.series = series;
    this.mean = model.initialMean();
    this.variance = model.initialVariance();
    this.diffuse = model.initialDiffuse();
  }

  public static Filter of(StateSpace model, Series series) {
    Filter filter = new Filter(model, series);
    for (int i = 0; i < series.size(); i++) {
      filter.step(i);
    }
    return filter;
  }

  /** A state before (predicted) and after (filtered) its observation. */
  record Step(State predicted, State filtered, Optional<Innovation> innovation) {
    record State(DMatrixRMaj mean, DMatrixRMaj variance, DMatrixRMaj diffuse) {}

    /**
     * @param residual value less its prediction
     * @param variance F, or F* while diffuse
     * @param diffuseVariance F&infin;; 0 when the prediction was proper
     * @param gain column M/F, or M&infin;/F&infin; while the observation is diffuse
     * @param diffuseGain second-order gain of a diffuse observation; zeros otherwise
     */
    record Innovation(
        double residual,
        double variance,
        double diffuseVariance,
        DMatrixRMaj gain,
        DMatrixRMaj diffuseGain) {
      boolean isDiffuse() {
        return diffuseVariance > 0;
      }
    }
  }

  private void step(int position) {
    Step.State predicted = state();
    Optional<Step.Innovation> innovation = series.value(position).map(this::observe);
    steps.add(new Step(predicted, state(), innovation));
    double gap = series.gap(position);
    DMatrixRMaj transition = model.transition(gap);
    mean = Dense.times(transition, mean);
    variance = Dense.plus(Dense.sandwich(transition, variance), model.innovation(gap));
    diffuse = Dense.sandwich(transition, diffuse);
  }

  private Step.State state() {
    return new Step.State(mean, variance, diffuse);
  }

  private Step.Innovation observe(double value) {
    DMatrixRMaj z = model.loading();
    DMatrixRMaj proper = Dense.times(variance, z);
    DMatrixRMaj infinite = Dense.times(diffuse, z);
    double residual = value - Dense.dot(z, mean);
    double f = Dense.dot(z, proper) + model.noise();
    double infinity = Dense.dot(z, infinite);
    return infinity > NOTHING
        ? observeDiffuse(residual, f, infinity, proper, infinite)
        : observeProper(residual, f, proper);
  }

  private Step.Innovation observeProper(double residual, double f, DMatrixRMaj proper) {
    DMatrixRMaj gain = Dense.scaled(1 / f, proper);
    mean = Dense.plus(mean, residual, gain);
    variance = Dense.plus(variance, -1, Dense.outer(gain, proper));
    logLikelihood -= (Math.log(2 * Math.PI) + Math.log(f) + residual * residual / f) / 2;
    terms++;
    return new Step.Innovation(residual, f, 0, gain, Dense.zeros(gain.numRows, 1));
  }

  private Step.Innovation observeDiffuse(
      double residual, double f, double infinity, DMatrixRMaj proper, DMatrixRMaj infinite) {
    DMatrixRMaj gain = Dense.scaled(1 / infinity, infinite);
    DMatrixRMaj second = Dense.scaled(1 / infinity, Dense.plus(proper, -f, gain));
    mean = Dense.plus(mean, residual, gain);
    DMatrixRMaj cross = Dense.outer(gain, proper);
    variance = Dense.plus(variance, -1, cross);
    variance = Dense.plus(variance, -1, Dense.outer(proper, gain));
    variance = Dense.plus(variance, f, Dense.outer(gain, gain));
    diffuse = Dense.plus(diffuse, -1, Dense.outer(gain, infinite));
    logLikelihood -= Math.log(infinity) / 2;
    fixed++;
    return new Step.Innovation(residual, f, infinity, gain, second);
  }

  List<Step> steps() {
    return steps;
  }

  StateSpace model() {
    return model;
  }

  Series series() {
    return series;
  }

  /**
   * Exact diffuse log-likelihood; the observations that fixed a diffuse state carry no constant.
   */
  public double logLikelihood() {
    return logLikelihood;
  }

  /** Observations with a residual. */
  public int terms() {
    return terms;
  }

  /** Observations that fixed a diffuse state. */
  public int fixed() {
    return fixed;
  }

  /** Variance of the state after the last observation, predicted over a length of time: z'Pz. */
  public double predictedVariance(double length) {
    DMatrixRMaj last = steps.get(steps.size() - 1).filtered().variance();
    DMatrixRMaj next =
        Dense.plus(Dense.sandwich(model.transition(length), last), model.innovation(length));
    return Dense.dot(model.loading(), Dense.times(next, model.loading()));
  }

  /** v/&radic;F of every proper observation, in order of time. */
  public List<Double> standardised() {
    return steps.stream()
        .flatMap(step -> step.innovation().stream())
        .filter(innovation -> !innovation.isDiffuse())
        .map(innovation -> innovation.residual() / Math.sqrt(innovation.variance()))
        .toList();
  }
}
