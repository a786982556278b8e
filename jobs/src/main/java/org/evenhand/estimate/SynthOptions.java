package org.evenhand.estimate;

import org.evenhand.stats.did.SyntheticDifference;

/**
 * Columns and settings of a synthetic difference-in-differences estimate.
 *
 * @param draws of the placebo
 * @param seed of the placebo
 */
public record SynthOptions(
    Columns columns, SyntheticDifference.Kind kind, StandardError error, int draws, long seed) {
  /**
   * @param treated 1 where the unit is treated at the time, else 0
   */
  public record Columns(String unit, String time, String outcome, String treated) {}

  /** How the standard error is found. */
  public enum StandardError {
    PLACEBO,
    JACKKNIFE
  }
}
