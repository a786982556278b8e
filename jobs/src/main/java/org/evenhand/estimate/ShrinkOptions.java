package org.evenhand.estimate;

import java.util.Optional;
import org.evenhand.stats.Likelihood;

/**
 * Columns and settings of a shrinkage estimate.
 *
 * @param group2 for CROSSED: the second factor
 * @param trials for JAMESSTEIN of proportions: column with the number of trials, the same for all;
 *     values are then successes
 * @param variance for JAMESSTEIN of other means: the known variance of each
 * @param likelihood for ONEWAY and CROSSED
 */
public record ShrinkOptions(
    Kind kind,
    String group,
    Optional<String> group2,
    String value,
    Optional<String> trials,
    Optional<Double> variance,
    Likelihood likelihood) {
  /** Which estimator. */
  public enum Kind {
    ONEWAY,
    JAMESSTEIN,
    CROSSED
  }

  /** By restricted likelihood, of one factor. */
  public ShrinkOptions(
      Kind kind, String group, String value, Optional<String> trials, Optional<Double> variance) {
    this(kind, group, Optional.empty(), value, trials, variance, Likelihood.RESTRICTED);
  }
}
