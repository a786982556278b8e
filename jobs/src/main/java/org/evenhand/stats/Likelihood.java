package org.evenhand.stats;

/** Which likelihood variances are estimated by. */
public enum Likelihood {
  /** Of contrasts free of the mean (Patterson and Thompson 1971): REML. */
  RESTRICTED,
  /** Of the data: ML, whose variances are smaller. */
  FULL;

  /** What the residual squares are divided by. */
  int freedom(int n) {
    return this == RESTRICTED ? n - 1 : n;
  }
}
