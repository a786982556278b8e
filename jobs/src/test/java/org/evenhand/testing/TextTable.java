package org.evenhand.testing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.evenhand.schema.ColumnContract;
import org.evenhand.schema.TableContract;
import org.evenhand.table.Column;
import org.evenhand.table.Table;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/**
 * Rows as text, typed by a contract, only the columns that matter:
 *
 * <pre>
 * opportunity_id | amount | closed_at
 * 006A           | 10.00  | 2026-07-03T09:00:00Z
 * 006B           |        | NULL
 * </pre>
 *
 * An empty cell and {@code NULL} are NULL, {@code ''} is the empty text, a list is {@code [a, b]}.
 * Columns that are not named are NULL when the contract allows it; required ones get a plain value
 * that it accepts, and key columns a different one in every row.
 */
public final class TextTable {
  private TextTable() {}

  /** Rows with all columns of the contract, in its order. */
  public static List<Row> rows(Table table, String text) {
    List<List<String>> lines =
        text.lines().filter(line -> !line.isBlank()).map(TextTable::cells).toList();
    List<String> header = lines.get(0);
    header.forEach(table::column);
    StructType schema = schema(table);
    return IntStream.range(1, lines.size())
        .mapToObj(i -> row(table.contract(), schema, header, lines.get(i), i))
        .toList();
  }

  /** The same as a frame. */
  public static Dataset<Row> frame(SparkSession session, Table table, String text) {
    return session.createDataFrame(rows(table, text), schema(table));
  }

  /** One row, all columns by default. */
  public static Row defaultRow(Table table) {
    return row(table.contract(), schema(table), List.of(), List.of(), 1);
  }

  /** The contract's columns as frames have them: all nullable. */
  public static StructType schema(Table table) {
    StructType schema = new StructType();
    for (ColumnContract column : table.contract().columns()) {
      schema = schema.add(column.name(), DataType.fromDDL(column.type()), true);
    }
    return schema;
  }

  /** Rows back to text, header first, in the given order of rows; what assertions compare. */
  public static String print(List<Row> rows, Column... columns) {
    return print(rows, Arrays.stream(columns).map(Column::name).toArray(String[]::new));
  }

  /** Rows back to text, by names of columns that no contract has. */
  public static String print(List<Row> rows, String... columns) {
    Stream<String> body =
        rows.stream()
            .map(
                row ->
                    Arrays.stream(columns)
                        .map(name -> cell(row, name))
                        .collect(Collectors.joining(" | ")));
    return Stream.concat(Stream.of(String.join(" | ", columns)), body)
        .collect(Collectors.joining("\n"));
  }

  private static Row row(
      TableContract contract,
      StructType schema,
      List<String> header,
      List<String> cells,
      int number) {
    if (header.size() != cells.size()) {
      throw new IllegalArgumentException(
          "Cannot read row %d of %s: %d cells under %d columns. Give every column a cell."
              .formatted(number, contract.name(), cells.size(), header.size()));
    }
    List<@Nullable Object> values = new ArrayList<>();
    for (ColumnContract column : contract.columns()) {
      int named = header.indexOf(column.name());
      values.add(
          spark(
              named < 0
                  ? DefaultValues.of(contract, column, number)
                  : value(column, cells.get(named))));
    }
    return new GenericRowWithSchema(values.toArray(), schema);
  }

  private static List<String> cells(String line) {
    return Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
  }

  private static @Nullable Object value(ColumnContract column, String cell) {
    return switch (cell) {
      case "", "NULL" -> null;
      case "''" -> "";
      default -> column.columnType().value(cell);
    };
  }

  static @Nullable Object spark(@Nullable Object value) {
    return value instanceof List<?> list ? CollectionConverters.asScala(list).toSeq() : value;
  }

  private static String cell(Row row, String name) {
    Object value = row.get(row.fieldIndex(name));
    if (value instanceof scala.collection.Seq<?> list) {
      return CollectionConverters.asJava(list).toString();
    }
    return Objects.equals(value, "") ? "''" : String.valueOf(value).replace("null", "NULL");
  }
}
