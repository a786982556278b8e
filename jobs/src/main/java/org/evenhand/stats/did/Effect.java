package org.evenhand.stats.did;

import java.util.List;

/**
 * An estimated number with what every cluster contributes to its error: estimate &minus; truth
 * &asymp; &sum;<sub>c</sub> influence<sub>c</sub>. In the notation of Callaway and Sant'Anna (2021,
 * theorem 2) influence<sub>c</sub> = &sum;<sub>i in c</sub> &psi;<sub>i</sub>/n. Effects of the
 * same clusters, of whichever measure, can be combined and judged together.
 */
public final class Effect {
  /** A standard error this small is none: nothing varies. */
  public static final double NO_ERROR = 1e-12;

  private final double value;
  private final double[] influence;

  private Effect(double value, double[] influence) {
    this.value = value;
    this.influence = influence;
  }

  /**
   * @param influence of each cluster; none when only the value is of interest
   */
  public static Effect of(double value, double... influence) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("An effect must be a number, not " + value);
    }
    return new Effect(value, influence.clone());
  }

  /** &sum; weight &times; effect. */
  public static Effect combination(List<Effect> effects, double... weights) {
    double value = 0;
    double[] influence = new double[effects.isEmpty() ? 0 : effects.get(0).clusters()];
    for (int k = 0; k < effects.size(); k++) {
      value += weights[k] * effects.get(k).value;
      double[] own = effects.get(k).influence;
      for (int c = 0; c < influence.length; c++) {
        influence[c] += weights[k] * own[c];
      }
    }
    return new Effect(value, influence);
  }

  /** Plain mean; at least one. */
  public static Effect mean(List<Effect> effects) {
    double[] weights = new double[effects.size()];
    java.util.Arrays.fill(weights, 1.0 / effects.size());
    return combination(effects, weights);
  }

  public double value() {
    return value;
  }

  public int clusters() {
    return influence.length;
  }

  public double influence(int cluster) {
    return influence[cluster];
  }

  /** The same value with other contributions. */
  public Effect withInfluence(double... other) {
    return of(value, other);
  }

  /** &radic;&sum; influence&sup2;: cluster-robust without a small-sample factor. */
  public double standardError() {
    return Math.sqrt(covariance(this));
  }

  /** Whether there is any variation to judge the value by. */
  public boolean varies() {
    return standardError() > NO_ERROR;
  }

  public double covariance(Effect other) {
    double sum = 0;
    for (int c = 0; c < influence.length; c++) {
      sum += influence[c] * other.influence[c];
    }
    return sum;
  }
}
