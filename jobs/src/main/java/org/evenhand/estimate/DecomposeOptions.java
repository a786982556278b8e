package org.evenhand.estimate;

import java.util.List;
import java.util.Optional;

/**
 * Columns and settings of a decomposition.
 *
 * @param group column with the two groups
 * @param a value of group A; the first in order when empty
 * @param b value of group B; other values are left out then
 * @param predictors of the outcome
 * @param dummies sets of categories: each a category column, or columns of 0 and 1 together
 * @param coding whether coefficients of the sets show their base category
 * @param draws samples of the bootstrap; 0 for the delta method
 */
public record DecomposeOptions(
    String outcome,
    String group,
    Optional<String> a,
    Optional<String> b,
    List<String> predictors,
    List<Block> dummies,
    Coding coding,
    int draws,
    long seed) {
  public DecomposeOptions {
    predictors = List.copyOf(predictors);
    dummies = List.copyOf(dummies);
  }

  /** How categories enter. */
  public enum Coding {
    /** Against their base. */
    BASE,
    /** As deviations from their mean. */
    NORMALIZED
  }
}
