package org.evenhand.table;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/** A handle on one column of a contract. */
public record Column(Table table, String name) {

  /** The column by name, for use inside transforms. */
  public org.apache.spark.sql.Column col() {
    return functions.col(name);
  }

  /** The column of an aliased frame: {@code alias.name}. */
  public org.apache.spark.sql.Column of(String alias) {
    return functions.col(alias + "." + name);
  }

  /** An expression that becomes this column. */
  public org.apache.spark.sql.Column as(org.apache.spark.sql.Column expression) {
    return expression.as(name);
  }

  /** Whether the value is unknown in a row of its table. */
  public boolean isNull(Row row) {
    return row.isNullAt(row.fieldIndex(name));
  }

  /** The value as it stands; null when unknown. */
  public @Nullable Object value(Row row) {
    return row.get(row.fieldIndex(name));
  }

  /** The text of a STRING column that is not NULL. */
  public String text(Row row) {
    return row.getString(row.fieldIndex(name));
  }

  /** The value of a BIGINT column that is not NULL. */
  public long whole(Row row) {
    return row.getLong(row.fieldIndex(name));
  }

  /** The value of a DOUBLE column that is not NULL. */
  public double real(Row row) {
    return row.getDouble(row.fieldIndex(name));
  }

  /** The value of a DECIMAL column that is not NULL. */
  public BigDecimal money(Row row) {
    return row.getDecimal(row.fieldIndex(name));
  }

  /** The value of a DATE column that is not NULL. */
  public LocalDate date(Row row) {
    return row.getLocalDate(row.fieldIndex(name));
  }

  /** The value of a TIMESTAMP column that is not NULL. */
  public Instant instant(Row row) {
    return row.getInstant(row.fieldIndex(name));
  }

  /** The values of an ARRAY column that is not NULL. */
  public <T> List<T> list(Row row) {
    return row.getList(row.fieldIndex(name));
  }

  @Override
  public String toString() {
    return table + "." + name;
  }
}
