package org.evenhand.stats.did;

import java.util.Map;
import java.util.TreeMap;

/**
 * A unit in all periods it was observed.
 *
 * @param cohort first treated period, 0 for never
 * @param seen by period
 */
public record Unit(String cluster, int cohort, double weight, Map<Integer, Seen> seen) {
  public Unit {
    seen = java.util.Collections.unmodifiableMap(new TreeMap<>(seen));
  }
}
