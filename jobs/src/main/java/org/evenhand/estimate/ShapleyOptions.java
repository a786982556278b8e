package org.evenhand.estimate;

import java.util.List;

/**
 * Columns of a split of R&sup2;.
 *
 * @param outcome explained variable
 * @param factors each a column, or several that enter together
 */
public record ShapleyOptions(String outcome, List<Block> factors) {
  public ShapleyOptions {
    factors = List.copyOf(factors);
  }
}
