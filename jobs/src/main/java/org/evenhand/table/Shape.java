package org.evenhand.table;

import io.delta.kernel.internal.types.DataTypeJsonSerDe;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.MetadataBuilder;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.evenhand.schema.ColumnContract;
import org.evenhand.schema.Pii;
import org.evenhand.schema.RowRule;
import org.evenhand.schema.RowRules;
import org.evenhand.schema.Severity;
import org.evenhand.schema.Storage;

/**
 * A contract in the words of Spark, Delta and Kernel.
 *
 * @param table the table
 * @param declared columns with NOT NULL and comments, as the Delta log keeps them
 * @param nullable the same columns without NOT NULL, as frames have them
 * @param rules what every row must satisfy
 */
record Shape(Table table, StructType declared, StructType nullable, List<RowRule> rules) {

  static Shape of(Table table) {
    List<ColumnContract> columns = table.contract().columns();
    StructField[] declared = columns.stream().map(Shape::field).toArray(StructField[]::new);
    StructField[] nullable =
        Arrays.stream(declared)
            .map(f -> DataTypes.createStructField(f.name(), f.dataType(), true))
            .toArray(StructField[]::new);
    return new Shape(
        table,
        new StructType(declared),
        new StructType(nullable),
        RowRules.of(table.contract()).stream()
            .filter(rule -> rule.severity() == Severity.FAIL)
            .toList());
  }

  /** The partition column, the slice that a replace touches. */
  Optional<String> partition() {
    return table.contract().storage().partitionBy().stream().findFirst();
  }

  /** The columns a data file holds: all but the partition column. */
  StructType inFiles() {
    return new StructType(
        Arrays.stream(nullable.fields())
            .filter(field -> !partition().equals(Optional.of(field.name())))
            .toArray(StructField[]::new));
  }

  static io.delta.kernel.types.StructType kernel(StructType spark) {
    return DataTypeJsonSerDe.deserializeStructType(spark.json());
  }

  /** Columns with min/max statistics: keys and dates, never direct or special personal data. */
  List<String> statistics() {
    Storage storage = table.contract().storage();
    return table.contract().columns().stream()
        .filter(column -> column.pii() != Pii.DIRECT && column.pii() != Pii.SPECIAL)
        .filter(column -> storage.key().contains(column.name()) || isTime(column))
        .map(ColumnContract::name)
        .filter(name -> !storage.partitionBy().contains(name))
        .toList();
  }

  /** Delta table properties: constraints, retentions, statistics; nothing that raises protocol. */
  Map<String, String> properties() {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("delta.logRetentionDuration", "interval 90 days");
    properties.put("delta.deletedFileRetentionDuration", "interval 45 days");
    properties.put("delta.enableExpiredLogCleanup", "false");
    properties.put("delta.enableDeletionVectors", "false");
    if (statistics().isEmpty()) {
      properties.put("delta.dataSkippingNumIndexedCols", "0");
    } else {
      properties.put("delta.dataSkippingStatsColumns", String.join(",", statistics()));
    }
    rules.stream()
        .filter(rule -> !rule.name().endsWith("_required"))
        .forEach(rule -> properties.put("delta.constraints." + rule.name(), rule.holds()));
    return properties;
  }

  private static boolean isTime(ColumnContract column) {
    return column.type().equals("DATE") || column.type().equals("TIMESTAMP");
  }

  private static StructField field(ColumnContract column) {
    return new StructField(
        column.name(),
        DataType.fromDDL(column.type()),
        !column.required(),
        new MetadataBuilder().putString("comment", column.description()).build());
  }
}
