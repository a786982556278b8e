package org.evenhand.stats.did;

/**
 * Who stands behind a cell.
 *
 * @param treated units of the cohort observed in both periods
 * @param control units compared with
 * @param treatedClusters clusters the treated come from
 * @param controlClusters clusters the controls come from
 * @param lost treated units in strata without a control: outside the target (overlap loss)
 */
public record Support(
    long treated, long control, int treatedClusters, int controlClusters, long lost) {

  /**
   * Degrees of freedom of the difference of two means of clusters that vary alike (Welch 1947); 1
   * when an arm is a single cluster.
   */
  double freedom() {
    double a = treatedClusters;
    double b = controlClusters;
    return a < 2 || b < 2
        ? 1
        : Math.pow(1 / a + 1 / b, 2) / (1 / (a * a * (a - 1)) + 1 / (b * b * (b - 1)));
  }
}
