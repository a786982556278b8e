package org.evenhand.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Product-limit estimate of survival: S(t) = &prod; (1 &minus; d/n) over event times up to t
 * (Kaplan and Meier 1958), with Greenwood's variance S(t)&sup2; &sum; d/(n(n&minus;d)) and
 * log-transformed pointwise intervals, as {@code survfit} of R prints by default. Cause 1 is the
 * event; any other exit is censoring. Delayed entry is allowed.
 *
 * <p>No cases: survival 1 everywhere and no median. Tied events are taken together. Where survival
 * reaches 0 the interval does not exist.
 *
 * @param steps one per event time
 * @param n cases
 */
public record KaplanMeier(List<Step> steps, long n) {
  private static final double TOLERANCE = 1e-9;

  public KaplanMeier {
    steps = List.copyOf(steps);
  }

  /**
   * @param survival just after the time
   * @param greenwood &sum; d/(n(n&minus;d)) up to the time: variance of log survival
   */
  public record Step(double time, long atRisk, long events, double survival, double greenwood) {
    public double standardError() {
      return survival == 0 ? 0 : survival * Math.sqrt(greenwood);
    }
  }

  public static KaplanMeier of(List<Spell> spells) {
    return of(RiskTable.of(spells), spells.size());
  }

  static KaplanMeier of(RiskTable table, long n) {
    List<Step> steps = new ArrayList<>();
    double survival = 1;
    double greenwood = 0;
    for (RiskTable.At at : table.times()) {
      if (at.events() > 0) {
        survival *= 1 - (double) at.events() / at.atRisk();
        greenwood += (double) at.events() / ((double) at.atRisk() * (at.atRisk() - at.events()));
        steps.add(new Step(at.time(), at.atRisk(), at.events(), survival, greenwood));
      }
    }
    return new KaplanMeier(steps, n);
  }

  public long events() {
    return steps.stream().mapToLong(Step::events).sum();
  }

  /** The step in force at a time; before the first event: survival 1, variance 0. */
  public Step at(double time) {
    Step last = new Step(Double.NEGATIVE_INFINITY, n, 0, 1, 0);
    for (Step step : steps) {
      if (step.time() > time) {
        break;
      }
      last = step;
    }
    return last;
  }

  /** Earliest time by which a share of the cases had the event; empty when it was never reached. */
  public OptionalDouble quantile(double share) {
    return firstAtOrBelow(1 - share, steps.stream().mapToDouble(Step::survival).toArray());
  }

  /** Lower end of the interval of a quantile: where the lower survival band crosses. */
  public OptionalDouble quantileLow(double share, double confidence) {
    return firstAtOrBelow(1 - share, band(-Quantiles.normal(confidence)));
  }

  /** Upper end, likewise; empty when the upper band never comes down so far. */
  public OptionalDouble quantileHigh(double share, double confidence) {
    return firstAtOrBelow(1 - share, band(Quantiles.normal(confidence)));
  }

  /** Median with its interval; an interval that is not reached ends at infinity. */
  public Figure median(double confidence) {
    OptionalDouble median = quantile(0.5);
    if (median.isEmpty()) {
      return new Figure.Undefined(
          "fewer than half of the %d cases have come to the event so far".formatted(n));
    }
    return new Figure.Known(
        median.getAsDouble(),
        quantileLow(0.5, confidence).orElse(median.getAsDouble()),
        quantileHigh(0.5, confidence).orElse(Double.POSITIVE_INFINITY),
        n);
  }

  private double[] band(double z) {
    return steps.stream()
        .mapToDouble(
            step ->
                step.survival() == 0
                    ? Double.NaN
                    : Math.min(1, step.survival() * Math.exp(z * Math.sqrt(step.greenwood()))))
        .toArray();
  }

  /** A curve that rests exactly on the level has the middle of that stretch, as in R. */
  private OptionalDouble firstAtOrBelow(double level, double[] curve) {
    for (int i = 0; i < curve.length; i++) {
      if (Math.abs(curve[i] - level) < TOLERANCE && i + 1 < curve.length) {
        return OptionalDouble.of((steps.get(i).time() + steps.get(i + 1).time()) / 2);
      }
      if (curve[i] <= level + TOLERANCE) {
        return OptionalDouble.of(steps.get(i).time());
      }
    }
    return OptionalDouble.empty();
  }
}
