package org.evenhand.stats.did;

import java.util.Optional;

/**
 * Treated and controls of a cell by stratum s: ATT = &sum;<sub>s</sub> &pi;<sub>s</sub>
 * (m<sub>gs</sub> &minus; m<sub>Cs</sub>) with m the weighted mean change and &pi;<sub>s</sub> the
 * treated share of s among strata that hold a control. One stratum: the difference of two means.
 * Without treated, controls or a stratum that holds both: no effect, with the reason.
 */
final class Strata {
  static final String NO_TREATED = "no unit of the cohort is observed in both periods";
  static final String NO_CONTROL = "no untreated unit is observed in both periods";

  final long[] treated;
  final double[] treatedWeight;
  final double[] treatedSum;
  final long[] control;
  final double[] controlWeight;
  final double[] controlSum;

  Strata(int strata) {
    this(
        new long[strata],
        new double[strata],
        new double[strata],
        new long[strata],
        new double[strata],
        new double[strata]);
  }

  private Strata(
      long[] treated,
      double[] treatedWeight,
      double[] treatedSum,
      long[] control,
      double[] controlWeight,
      double[] controlSum) {
    this.treated = treated;
    this.treatedWeight = treatedWeight;
    this.treatedSum = treatedSum;
    this.control = control;
    this.controlWeight = controlWeight;
    this.controlSum = controlSum;
  }

  Strata copy() {
    return new Strata(
        treated.clone(),
        treatedWeight.clone(),
        treatedSum.clone(),
        control.clone(),
        controlWeight.clone(),
        controlSum.clone());
  }

  /**
   * @param sign 1 adds the units, &minus;1 takes them out again
   */
  void addTreated(int stratum, Change change, int sign) {
    treated[stratum] += sign * change.count();
    treatedWeight[stratum] += sign * change.weight();
    treatedSum[stratum] += sign * change.sum();
  }

  void addControl(int stratum, Change change, int sign) {
    control[stratum] += sign * change.count();
    controlWeight[stratum] += sign * change.weight();
    controlSum[stratum] += sign * change.sum();
  }

  /** Whether treated of the stratum have somebody to be compared with. */
  boolean overlaps(int stratum) {
    return treated[stratum] > 0 && control[stratum] > 0;
  }

  double controlMean(int stratum) {
    return controlSum[stratum] / controlWeight[stratum];
  }

  /** Weight of the treated in strata that overlap. */
  double target() {
    double weight = 0;
    for (int s = 0; s < treated.length; s++) {
      weight += overlaps(s) ? treatedWeight[s] : 0;
    }
    return weight;
  }

  double effect() {
    double sum = 0;
    for (int s = 0; s < treated.length; s++) {
      sum += overlaps(s) ? treatedSum[s] - treatedWeight[s] * controlMean(s) : 0;
    }
    return sum / target();
  }

  long count(long[] of) {
    return java.util.Arrays.stream(of).sum();
  }

  long lost() {
    long lost = 0;
    for (int s = 0; s < treated.length; s++) {
      lost += overlaps(s) ? 0 : treated[s];
    }
    return lost;
  }

  Optional<String> whyNone() {
    if (count(treated) == 0) {
      return Optional.of(NO_TREATED);
    }
    if (count(control) == 0) {
      return Optional.of(NO_CONTROL);
    }
    return lost() == count(treated)
        ? Optional.of("no stratum holds both treated and untreated units")
        : Optional.empty();
  }
}
