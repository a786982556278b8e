package org.evenhand.table;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** Rows a caller hands over to be written. */
sealed interface Incoming {

  /** The same rows with columns {@code quarter} and {@code edition} where they lack them. */
  Incoming in(Edition edition);

  /** A frame that still has to be computed. */
  record Frame(Dataset<Row> rows) implements Incoming {
    @Override
    public Incoming in(Edition edition) {
      List<String> columns = List.of(rows.columns());
      Dataset<Row> named = rows;
      if (!columns.contains("quarter")) {
        named = named.withColumn("quarter", functions.lit(edition.quarter()));
      }
      if (!columns.contains("edition")) {
        named = named.withColumn("edition", functions.lit(edition.id()));
      }
      return new Frame(named);
    }
  }

  /** Rows that are already on the driver. */
  record Driver(List<Row> rows) implements Incoming {
    @Override
    public Incoming in(Edition edition) {
      return new Driver(rows.stream().map(row -> named(row, edition)).toList());
    }

    private static Row named(Row row, Edition edition) {
      @Nullable StructType schema = row.schema();
      if (schema == null || List.of(schema.fieldNames()).contains("edition")) {
        return row;
      }
      List<@Nullable Object> values = new ArrayList<>();
      for (int i = 0; i < row.length(); i++) {
        values.add(row.get(i));
      }
      values.add(edition.quarter());
      values.add(edition.id());
      return new GenericRowWithSchema(
          values.toArray(), schema.add("quarter", "string").add("edition", "string"));
    }
  }
}
