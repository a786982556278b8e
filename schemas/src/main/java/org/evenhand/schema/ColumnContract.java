package org.evenhand.schema;

/**
 * One column of a table.
 *
 * @param name snake_case name
 * @param type Spark DDL type in upper case, for example {@code BIGINT} or {@code DECIMAL(18,2)}
 * @param required whether NULL is refused; elsewhere NULL means unknown
 * @param pii how the value relates to a person
 * @param documentation description and notes
 * @param constraints what values must satisfy
 */
public record ColumnContract(
    String name,
    String type,
    boolean required,
    Pii pii,
    Documentation documentation,
    Constraints constraints) {

  /** A mandatory description with its notes. */
  public record Documentation(String description, ColumnNotes notes) {}

  /**
   * @throws IllegalArgumentException when the type is none a contract may use
   */
  public ColumnType columnType() {
    return ColumnType.parse(type)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "column '%s' has type '%s', known types are %s"
                        .formatted(name, type, ColumnType.KNOWN)));
  }

  public String description() {
    return documentation.description();
  }

  public ColumnNotes notes() {
    return documentation.notes();
  }
}
