package org.evenhand.estimate;

import java.util.Optional;

/**
 * Columns and settings of a shrinkage estimate.
 *
 * @param kind ONEWAY or JAMESSTEIN
 * @param trials for JAMESSTEIN of proportions: column with the number of trials, the same for all;
 *     values are then successes
 * @param variance for JAMESSTEIN of other means: the known variance of each
 */
public record ShrinkOptions(
    Kind kind, String group, String value, Optional<String> trials, Optional<Double> variance) {
  /** Which estimator. */
  public enum Kind {
    ONEWAY,
    JAMESSTEIN
  }
}
