package org.evenhand.table;

import org.apache.spark.sql.types.StructType;
import org.evenhand.schema.Contracts;
import org.evenhand.schema.TableContract;
import org.evenhand.schema.TableName;

/** A handle on one table: its name bound to its contract. */
public record Table(TableContract contract) implements Comparable<Table> {

  /**
   * @param name {@code layer.table}
   * @throws IllegalArgumentException naming the known tables when there is no such contract
   */
  public static Table of(String name) {
    return new Table(Contracts.bundled().get(TableName.parse(name)));
  }

  public TableName name() {
    return contract.name();
  }

  /**
   * @throws IllegalArgumentException naming the known columns when there is no such column
   */
  public Column column(String columnName) {
    if (contract.column(columnName).isEmpty()) {
      throw new IllegalArgumentException(
          "Cannot find column '%s' in %s: known columns are %s. Correct the name or the contract."
              .formatted(columnName, name(), contract.columnNames()));
    }
    return new Column(this, columnName);
  }

  /** Its columns as frames have them, all nullable. */
  public StructType schema() {
    return Shape.of(this).nullable();
  }

  @Override
  public int compareTo(Table other) {
    return name().compareTo(other.name());
  }

  @Override
  public String toString() {
    return name().toString();
  }
}
