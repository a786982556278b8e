package org.evenhand.schema;

/** Names and values written into Spark SQL. */
final class SqlText {
  private SqlText() {}

  static String name(String column) {
    return "`" + column + "`";
  }

  static String literal(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }

  static String literal(String text, ColumnType type) {
    return type == ColumnType.Scalar.STRING
        ? literal(text)
        : "CAST(%s AS %s)".formatted(literal(text), type.ddl());
  }

  /** The value of a column as a person reads it: at most 80 characters, NULL said as a word. */
  static String shown(String column) {
    return "coalesce(substring(CAST(%s AS STRING), 1, 80), 'NULL')".formatted(name(column));
  }
}
