package org.evenhand.schema;

/**
 * One thing a row must satisfy, as Spark SQL over the table's columns.
 *
 * @param name unique in its table: {@code <column>_required}, {@code _allowed}, {@code _min},
 *     {@code _max}, {@code _pattern}, {@code _number}, or the name of a check
 * @param condition true or NULL when the row holds; only {@code _required} fails on NULL
 * @param reason expression of the sentence a person reads when it does not, with the values
 * @param severity what a violation does
 */
public record RowRule(String name, String condition, String reason, Severity severity) {

  /** The condition as something that is never NULL, as Delta CHECK constraints need it. */
  public String holds() {
    return "(%s) IS NOT FALSE".formatted(condition);
  }
}
