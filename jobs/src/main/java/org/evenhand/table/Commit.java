package org.evenhand.table;

import java.util.Map;
import java.util.TreeMap;

/**
 * A commit that carries a stamp.
 *
 * @param version Delta version
 * @param stamp its origin
 * @param slices what the whole table held after it, by slice
 */
record Commit(long version, Stamp stamp, Map<String, Content> slices) {
  Commit {
    slices = Map.copyOf(new TreeMap<>(slices));
  }
}
