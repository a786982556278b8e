package org.evenhand.stats.did;

/**
 * Sums over units observed in both periods of a pair.
 *
 * @param count units
 * @param weight sum of their weights; equals count without weights
 * @param sum weighted sum of their outcome at time minus outcome at base
 */
public record Change(long count, double weight, double sum) {

  /** One unit of weight 1. */
  public static Change of(double change) {
    return new Change(1, 1, change);
  }
}
