package org.evenhand.stats.did;

/** How covariates enter (Sant'Anna and Zhao 2020). */
public enum Adjustment {
  /** Regression of the controls and weighting by the propensity: right if either is. */
  DR,
  /** Regression of the controls' change on the covariates. */
  REG,
  /** Weighting of the controls by the odds of treatment. */
  IPW
}
