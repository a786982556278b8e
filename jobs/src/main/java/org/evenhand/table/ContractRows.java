package org.evenhand.table;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.types.TimestampType;
import org.evenhand.errors.DataException;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** Driver rows in contract order with exactly the contract's value types. */
final class ContractRows {
  private ContractRows() {}

  /**
   * @param rows rows with a schema, whose columns are taken by name, or without one, whose values
   *     stand in contract order
   */
  static List<Row> of(Shape shape, List<Row> rows) {
    List<Row> ordered = new ArrayList<>(rows.size());
    @Nullable StructType last = null;
    int[] positions = inOrder(shape.nullable().length());
    for (Row row : rows) {
      if (row.schema() != null && !row.schema().equals(last)) {
        last = row.schema();
        ContractColumns.refuseOthers(shape, Arrays.asList(last.fieldNames()));
        positions = positions(shape.nullable(), last);
      }
      ordered.add(ordered(shape, row, positions));
    }
    return ordered;
  }

  private static Row ordered(Shape shape, Row row, int[] positions) {
    StructField[] fields = shape.nullable().fields();
    if (row.length() != fields.length) {
      throw new DataException(
          "Cannot write %s: a row without column names has %d values, the contract has %d columns. Give one value per column, in contract order."
              .formatted(shape.table(), row.length(), fields.length));
    }
    @Nullable Object[] values = new @Nullable Object[fields.length];
    for (int i = 0; i < fields.length; i++) {
      values[i] = value(shape, fields[i], row.get(positions[i]));
    }
    return new GenericRowWithSchema(values, shape.nullable());
  }

  private static @Nullable Object value(Shape shape, StructField field, @Nullable Object value) {
    Object converted = value == null ? null : converted(value, field.dataType());
    if (value != null && converted == null) {
      throw new DataException(
          "Cannot write %s: column '%s' is %s, a row holds a %s. Convert the value before writing."
              .formatted(
                  shape.table(),
                  field.name(),
                  field.dataType().sql(),
                  value.getClass().getSimpleName()));
    }
    return converted;
  }

  private static @Nullable Object converted(Object value, DataType type) {
    if (type instanceof LongType) {
      return value instanceof Long || value instanceof Integer || value instanceof Short
          ? ((Number) value).longValue()
          : null;
    } else if (type instanceof DoubleType) {
      return value instanceof Double || value instanceof Float || value instanceof Integer
          ? ((Number) value).doubleValue()
          : null;
    } else if (type instanceof DecimalType decimal) {
      return value instanceof BigDecimal number
          ? number.setScale(decimal.scale(), RoundingMode.HALF_UP)
          : null;
    } else if (type instanceof DateType) {
      return value instanceof Date date ? date.toLocalDate() : as(LocalDate.class, value);
    } else if (type instanceof TimestampType) {
      return value instanceof Timestamp stamp ? stamp.toInstant() : as(Instant.class, value);
    } else if (type instanceof ArrayType) {
      return value instanceof List<?> list ? CollectionConverters.asScala(list).toSeq() : value;
    } else if (type instanceof MapType) {
      return value instanceof Map<?, ?> map ? CollectionConverters.asScala(map) : value;
    }
    return as(javaClass(type), value);
  }

  private static @Nullable Object as(Class<?> expected, Object value) {
    return expected.isInstance(value) ? value : null;
  }

  private static Class<?> javaClass(DataType type) {
    if (type instanceof StringType) {
      return String.class;
    } else if (type instanceof IntegerType) {
      return Integer.class;
    } else if (type instanceof BooleanType) {
      return Boolean.class;
    } else if (type instanceof FloatType) {
      return Float.class;
    } else if (type instanceof BinaryType) {
      return byte[].class;
    }
    return Object.class;
  }

  private static int[] positions(StructType wanted, StructType found) {
    return Arrays.stream(wanted.fieldNames()).mapToInt(found::fieldIndex).toArray();
  }

  private static int[] inOrder(int length) {
    int[] positions = new int[length];
    Arrays.setAll(positions, i -> i);
    return positions;
  }
}
