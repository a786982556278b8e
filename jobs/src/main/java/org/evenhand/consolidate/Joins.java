package org.evenhand.consolidate;

import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.Column;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/** Joins on columns of the same name. */
final class Joins {
  private Joins() {}

  /** Keeps every left row; the right side is unique by the columns. */
  static Dataset<Row> left(Dataset<Row> left, Dataset<Row> right, Column... on) {
    return left.join(right, names(on), "left");
  }

  /** Keeps the left rows that the right side has; it is unique by the columns. */
  static Dataset<Row> inner(Dataset<Row> left, Dataset<Row> right, Column... on) {
    return left.join(right, names(on), "inner");
  }

  /** Keeps the left rows that the right side does not have. */
  static Dataset<Row> without(Dataset<Row> left, Dataset<Row> right, Column... on) {
    org.apache.spark.sql.Column[] keys =
        Arrays.stream(on).map(Column::col).toArray(org.apache.spark.sql.Column[]::new);
    return left.join(right.select(keys), names(on), "left_anti");
  }

  private static Seq<String> names(Column... on) {
    return CollectionConverters.asScala(Arrays.stream(on).map(Column::name).toList()).toSeq();
  }
}
