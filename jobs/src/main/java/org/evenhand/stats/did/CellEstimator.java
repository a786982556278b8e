package org.evenhand.stats.did;

/** Estimates all cells of a plan, from everybody or with one cluster left out. */
public interface CellEstimator {

  /** From everybody, with influence. */
  GroupTime estimate();

  /**
   * Values only (no influence), as a refit without one cluster would give them under the same plan.
   *
   * @param cluster position in {@link GroupTime#clusters()}
   */
  GroupTime without(int cluster);

  /** The cohorts of the clusters. */
  Labels labels();

  /**
   * The same outcomes as if the clusters had been of other cohorts.
   *
   * @param cohorts effective cohort of each cluster
   */
  CellEstimator relabelled(int[] cohorts);
}
