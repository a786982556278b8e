package org.evenhand.stats;

/**
 * Time under observation of one case, for survival estimators.
 *
 * @param entry time at which observation began; {@link Double#NEGATIVE_INFINITY} without delayed
 *     entry
 * @param exit time at which it ended, later than entry
 * @param cause 0 when it ended without an event (censored), 1 for the event of interest, 2 and more
 *     for competing events
 */
public record Spell(double entry, double exit, int cause) {
  public Spell {
    if (!(exit > entry) || cause < 0) {
      throw new IllegalArgumentException(
          "Cannot observe a case from %s to %s with cause %s: it must end after it begins and have a cause of 0 or more. Correct the dates."
              .formatted(entry, exit, cause));
    }
  }

  /** A case observed from time 0. */
  public static Spell of(double time, int cause) {
    return new Spell(Double.NEGATIVE_INFINITY, time, cause);
  }

  /** The same case watched no longer than until a time: what happens later is unknown. */
  public Spell until(double time) {
    return exit <= time ? this : new Spell(entry, time, 0);
  }
}
