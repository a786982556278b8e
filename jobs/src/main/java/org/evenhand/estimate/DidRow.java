package org.evenhand.estimate;

import java.util.List;

/**
 * A usable row of a panel.
 *
 * @param cohort 0 for never treated
 */
record DidRow(String unit, int time, int cohort, double outcome, double weight, Traits traits) {

  /**
   * @param cluster the unit itself when no column says which
   * @param stratum one text of all strata columns
   */
  record Traits(String cluster, String stratum, List<Double> covariates) {}
}
