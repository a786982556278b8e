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
    long treated, long control, int treatedClusters, int controlClusters, long lost) {}
