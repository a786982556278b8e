package org.evenhand.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.FloatType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.NullType;
import org.apache.spark.sql.types.ShortType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.evenhand.errors.DataException;

/** Brings a frame into a contract's columns and order, or refuses it with all differences named. */
final class ContractColumns {
  private ContractColumns() {}

  /**
   * @throws DataException naming missing and extra columns and wrong types
   */
  static Dataset<Row> select(Shape shape, Dataset<Row> frame) {
    StructType found = frame.schema();
    refuseOthers(shape, Arrays.asList(found.fieldNames()));
    List<String> wrong = new ArrayList<>();
    Column[] columns = new Column[shape.nullable().length()];
    for (int i = 0; i < columns.length; i++) {
      StructField wanted = shape.nullable().fields()[i];
      DataType type = found.fields()[found.fieldIndex(wanted.name())].dataType();
      if (!widens(type, wanted.dataType())) {
        wrong.add(
            "%s is %s, the contract says %s"
                .formatted(wanted.name(), type.sql(), wanted.dataType().sql()));
      }
      Column column = functions.col("`" + wanted.name() + "`");
      columns[i] =
          type.equals(wanted.dataType())
              ? column
              : column.cast(wanted.dataType()).as(wanted.name());
    }
    if (!wrong.isEmpty()) {
      throw new DataException(
          "Cannot write %s: %s. Cast the columns in the transform or correct the contract."
              .formatted(shape.table(), String.join("; ", wrong)));
    }
    return frame.select(columns);
  }

  static void refuseOthers(Shape shape, List<String> found) {
    List<String> contract = List.of(shape.nullable().fieldNames());
    List<String> missing = contract.stream().filter(name -> !found.contains(name)).toList();
    List<String> extra = found.stream().filter(name -> !contract.contains(name)).toList();
    if (!missing.isEmpty() || !extra.isEmpty()) {
      throw new DataException(
          "Cannot write %s: missing columns %s, extra columns %s. Select exactly the contract's columns or change schemas/%s.json."
              .formatted(
                  shape.table(), missing, extra, shape.table().toString().replace('.', '/')));
    }
  }

  private static boolean widens(DataType from, DataType to) {
    if (from.equals(to) || from instanceof NullType) {
      return true;
    } else if (from instanceof ArrayType a && to instanceof ArrayType b) {
      return widens(a.elementType(), b.elementType());
    } else if (from instanceof DecimalType a && to instanceof DecimalType b) {
      return a.scale() <= b.scale();
    } else if (to instanceof LongType) {
      return from instanceof IntegerType || from instanceof ShortType;
    } else if (to instanceof DoubleType) {
      return from instanceof FloatType || from instanceof IntegerType;
    }
    return from.sameType(to);
  }
}
