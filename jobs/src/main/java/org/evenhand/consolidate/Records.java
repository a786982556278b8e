package org.evenhand.consolidate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.evenhand.schema.ColumnContract;
import org.evenhand.table.Column;
import org.evenhand.table.Table;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** Rows made on the driver, with a table's columns in its order; what is not put is NULL. */
final class Records {
  private final Table table;
  private final StructType schema;

  Records(Table table) {
    this.table = table;
    this.schema = schema(table);
  }

  static StructType schema(Table table) {
    StructType schema = new StructType();
    for (ColumnContract column : table.contract().columns()) {
      schema = schema.add(column.name(), DataType.fromDDL(column.type()), true);
    }
    return schema;
  }

  /** Starts a row. */
  Builder row() {
    return new Builder();
  }

  /** Collects the values of one row. */
  final class Builder {
    private final Map<String, Object> values = new LinkedHashMap<>();

    Builder put(Column column, @Nullable Object value) {
      if (value != null) {
        values.put(column.name(), value instanceof List<?> list ? scala(list) : value);
      }
      return this;
    }

    Row build() {
      for (String name : values.keySet()) {
        table.column(name);
      }
      return new GenericRowWithSchema(
          Arrays.stream(schema.fieldNames()).map(values::get).toArray(), schema);
    }

    private static Object scala(List<?> list) {
      return CollectionConverters.asScala(list).toSeq();
    }
  }
}
