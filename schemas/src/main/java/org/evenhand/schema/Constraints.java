package org.evenhand.schema;

import java.util.List;
import java.util.Optional;

/**
 * What a column's values must satisfy when they are not NULL. Absent limits are empty strings in
 * the record and {@link Optional#empty()} to callers.
 *
 * @param allowed closed list of values; empty = any
 * @param min least value, in the column's own type written as text
 * @param max greatest value, likewise
 * @param pattern Java regular expression the whole value must match
 * @param references {@code layer.table.column} the value must exist in (checked by quality rules)
 */
public record Constraints(
    List<String> allowed, String min, String max, String pattern, String references) {

  /** No constraint at all. */
  public static final Constraints NONE = new Constraints(List.of(), "", "", "", "");

  public Constraints {
    allowed = List.copyOf(allowed);
  }

  public Optional<String> minimum() {
    return present(min);
  }

  public Optional<String> maximum() {
    return present(max);
  }

  public Optional<String> regex() {
    return present(pattern);
  }

  private static Optional<String> present(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }
}
