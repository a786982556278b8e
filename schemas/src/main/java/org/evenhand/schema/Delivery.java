package org.evenhand.schema;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a file says about time and about keys it does not hold.
 *
 * @param load what the file holds
 * @param absence what a key missing from a FULL file means
 * @param maxLostShare a FULL load that loses more than this share of known keys stops (0 to 1)
 * @param extractTime when the source system exported the file
 * @param windowPattern regular expression over the path with one group that names the delivery
 *     window; empty = every path is its own window
 */
public record Delivery(
    Load load,
    Absence absence,
    double maxLostShare,
    ExtractTime extractTime,
    String windowPattern) {

  /** What a file holds. */
  public enum Load {
    /** Every record there is. */
    FULL,
    /** Records changed since the last file, whole. */
    INCREMENTAL,
    /** Things that happened; a record never changes. */
    EVENTS
  }

  /** What a key missing from a FULL file means. */
  public enum Absence {
    DELETED,
    UNKNOWN
  }

  /** Files of the same window replace each other: a re-export. */
  public Optional<Pattern> window() {
    return windowPattern.isEmpty() ? Optional.empty() : Optional.of(Pattern.compile(windowPattern));
  }
}
