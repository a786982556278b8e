package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.schema.ColumnContract;
import org.evenhand.table.Table;
import org.evenhand.table.columns.SilverWorker;

/**
 * The last step of every transform: exactly the target's columns, in its order and types. A column
 * that is not put is taken from the input by its name; valid_to is open unless it is put.
 */
final class Projection {
  private final Table target;
  private final Map<String, Column> put = new LinkedHashMap<>();

  private Projection(Table target) {
    this.target = target;
    put.put(SilverWorker.VALID_TO.name(), lit(null));
  }

  static Projection onto(Table target) {
    return new Projection(target);
  }

  Projection put(org.evenhand.table.Column column, Column expression) {
    target.column(column.name());
    put.put(column.name(), expression);
    return this;
  }

  Dataset<Row> of(Dataset<Row> rows) {
    return rows.select(
        target.contract().columns().stream().map(this::column).toArray(Column[]::new));
  }

  private Column column(ColumnContract column) {
    Column value = put.getOrDefault(column.name(), col(column.name()));
    return value.cast(column.type()).as(column.name());
  }
}
