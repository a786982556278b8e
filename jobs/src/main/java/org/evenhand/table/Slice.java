package org.evenhand.table;

/** Which part of a table a replace touches: one value of its partition column, or the whole. */
public sealed interface Slice {

  /** Every row of the table. */
  record Whole() implements Slice {}

  /** The rows of one partition value. */
  record Partition(String value) implements Slice {}

  static Slice whole() {
    return new Whole();
  }

  static Slice of(String partitionValue) {
    return new Partition(partitionValue);
  }
}
