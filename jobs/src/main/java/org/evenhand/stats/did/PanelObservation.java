package org.evenhand.stats.did;

/**
 * One unit in one period.
 *
 * @param cohort first treated period of the unit, the same in all its rows; 0 when it is never
 *     treated
 * @param weight above 0; for the mean of a block of units, how many they are
 */
public record PanelObservation(String unit, int time, int cohort, double outcome, double weight) {
  public PanelObservation {
    if (!Double.isFinite(outcome) || !(weight > 0) || Double.isInfinite(weight)) {
      throw new IllegalArgumentException(
          "Cannot use unit '%s' at time %d: outcome %s, weight %s; a number and a positive weight are needed. Leave the row out."
              .formatted(unit, time, outcome, weight));
    }
  }

  /** Periods since treatment began, negative before; meaningless for the never treated. */
  public int eventTime() {
    return time - cohort;
  }

  public boolean everTreated() {
    return cohort != 0;
  }
}
