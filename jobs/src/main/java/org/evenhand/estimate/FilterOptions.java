package org.evenhand.estimate;

import java.util.Optional;

/**
 * Columns and settings of a filter.
 *
 * @param parameters fixed variances; empty: estimated by maximum likelihood
 */
public record FilterOptions(
    Kind kind, String time, String value, Optional<FilterParameters> parameters) {
  /** Which curve. */
  public enum Kind {
    LEVEL,
    MATERN32
  }
}
