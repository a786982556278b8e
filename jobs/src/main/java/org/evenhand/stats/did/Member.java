package org.evenhand.stats.did;

import java.util.List;

/**
 * A unit in a cell.
 *
 * @param treated 1 for the cohort, 0 for the comparison
 */
record Member(int cluster, int treated, double weight, double change, List<Double> covariates) {}
