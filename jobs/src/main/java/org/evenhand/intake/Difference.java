package org.evenhand.intake;

import java.util.Map;

/**
 * How two sets of rows differ, by the table's key.
 *
 * @param before keys there were
 * @param added keys that are new
 * @param removed keys that are gone
 * @param changed keys whose other columns differ
 */
record Difference(long before, long added, long removed, long changed) {

  /** From key to a digest of the row. */
  static Difference of(Map<String, Integer> before, Map<String, Integer> now) {
    long removed = before.keySet().stream().filter(key -> !now.containsKey(key)).count();
    long added = now.keySet().stream().filter(key -> !before.containsKey(key)).count();
    long changed =
        now.entrySet().stream()
            .filter(e -> before.containsKey(e.getKey()))
            .filter(e -> !e.getValue().equals(before.get(e.getKey())))
            .count();
    return new Difference(before.size(), added, removed, changed);
  }

  /** Share of the keys there were that are gone; 0 when there were none. */
  double lostShare() {
    return before == 0 ? 0 : (double) removed / before;
  }
}
