package org.evenhand.schema;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Columns no gold table may have: people decide, so no output is a rating, a ranking or an
 * employment decision.
 */
final class ForbiddenColumns {
  private static final Set<String> WORDS =
      Set.of(
          "rating",
          "ratings",
          "rated",
          "rank",
          "ranks",
          "ranked",
          "ranking",
          "rankings",
          "percentile",
          "quartile",
          "promote",
          "promotion",
          "demote",
          "demotion",
          "terminate",
          "termination",
          "dismiss",
          "dismissal",
          "fire",
          "firing",
          "layoff",
          "pip");

  private ForbiddenColumns() {}

  /** The word that makes a column's name forbidden. */
  static Optional<String> wordIn(String column) {
    return List.of(column.split("_")).stream().filter(WORDS::contains).findFirst();
  }
}
