package org.evenhand.estimate;

import java.util.List;
import java.util.Optional;

/**
 * Columns of an adjusted gap.
 *
 * @param group column with two groups
 * @param a value of the group compared against; the first in order when empty
 * @param base covariates of both regressions
 * @param blocks covariates of the full regression alone
 */
public record AdjustedGapOptions(
    String outcome, String group, Optional<String> a, List<String> base, List<Block> blocks) {
  public AdjustedGapOptions {
    base = List.copyOf(base);
    blocks = List.copyOf(blocks);
  }
}
