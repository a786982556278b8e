package org.evenhand.roi;

import java.util.Optional;
import org.evenhand.stats.Quantiles;
import org.evenhand.stats.did.Effect;

/**
 * A headline with everything that speaks for or against it.
 *
 * @param effect overall effect to date
 * @param critical standard errors the band over the measures of the scope is wide
 */
record Judged(Estimate.Found found, Effect effect, double critical, Against against) {
  private static final double POWER = 2.8;

  /**
   * @param p of no effect; empty when it cannot be said
   * @param errorKind JACKKNIFE, RANDOMISATION or PLACEBO
   * @param second by imputation
   * @param compositionChanges empty when retention is not known
   */
  record Against(
      Optional<Double> p,
      String errorKind,
      PreTrend preTrend,
      Sensitivity sensitivity,
      Optional<Double> second,
      Optional<Boolean> compositionChanges) {}

  /** The same claim with how much it leans on parallel trends. */
  Judged with(Sensitivity sensitivity) {
    return new Judged(
        found,
        effect,
        critical,
        new Against(
            against.p(),
            against.errorKind(),
            against.preTrend(),
            sensitivity,
            against.second(),
            against.compositionChanges()));
  }

  boolean synthetic() {
    return against.errorKind().equals("PLACEBO");
  }

  /** An interval around a value. */
  record Interval(double low, double high) {
    static Interval around(double value, double half) {
      return new Interval(value - half, value + half);
    }

    boolean holds(double value) {
      return low <= value && value <= high;
    }

    Interval times(double sign) {
      return sign < 0 ? new Interval(-high, -low) : this;
    }
  }

  int teams() {
    return found.comparison().support().teams().size();
  }

  /** Whether too few reps stand on one side. */
  boolean small(int minimum) {
    Comparison.Support support = found.comparison().support();
    return support.treated() < minimum || support.control() < minimum;
  }

  /** Student's interval; empty when nothing varies between teams. */
  Optional<Interval> interval(Effect of, double confidence) {
    return of.varies() && teams() > 1
        ? Optional.of(Interval.around(of.value(), pointwise(confidence) * of.standardError()))
        : Optional.empty();
  }

  /** Wide enough for all measures of the scope at once. */
  Optional<Interval> band(double confidence) {
    double wide = Math.max(critical, pointwise(confidence));
    return effect.varies() && teams() > 1
        ? Optional.of(Interval.around(effect.value(), wide * effect.standardError()))
        : Optional.empty();
  }

  private double pointwise(double confidence) {
    return Quantiles.student(confidence, teams() - 1.0);
  }

  /** The effect, if there is an error to judge it by. */
  Optional<Effect> varying() {
    return effect.varies() ? Optional.of(effect) : Optional.empty();
  }

  double detectable() {
    return POWER * effect.standardError();
  }

  /** Whether the second opinion is more than two standard errors away; empty without one. */
  Optional<Boolean> secondDiffers() {
    return against
        .second()
        .filter(value -> effect.varies())
        .map(value -> Math.abs(value - effect.value()) > 2 * effect.standardError());
  }
}
