package org.evenhand.table;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a commit carries about its origin.
 *
 * @param job the job that wrote
 * @param runId the run it belonged to
 * @param inputs hash over input checksums, configuration and code: equal inputs, equal rows
 * @param details further entries kept in the commit, for example the files whose rows it holds
 */
public record Stamp(String job, String runId, String inputs, Map<String, String> details) {
  public Stamp {
    details = Map.copyOf(new TreeMap<>(details));
  }
}
