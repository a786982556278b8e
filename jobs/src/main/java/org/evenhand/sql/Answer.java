package org.evenhand.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Rows of an answer, printed as a table, CSV or JSON lines. */
public final class Answer {
  /** How rows are printed. */
  public enum Format {
    TABLE,
    CSV,
    JSON
  }

  private final List<String> columns;
  private final List<Row> rows;

  public Answer(List<String> columns, List<Row> rows) {
    this.columns = List.copyOf(columns);
    this.rows = List.copyOf(rows);
  }

  public void print(Format format, PrintWriter out) {
    switch (format) {
      case TABLE -> table(out);
      case CSV -> csv(out);
      case JSON -> json(out);
    }
  }

  private void table(PrintWriter out) {
    int[] widths = columns.stream().mapToInt(String::length).toArray();
    rows.forEach(
        row -> {
          for (int i = 0; i < widths.length; i++) {
            widths[i] = Math.max(widths[i], shown(row.get(i)).length());
          }
        });
    out.println(line(columns, widths));
    out.println(Arrays.stream(widths).mapToObj("-"::repeat).collect(Collectors.joining("  ")));
    rows.forEach(row -> out.println(line(texts(row), widths)));
    out.println("(%d rows)".formatted(rows.size()));
  }

  private static String line(List<String> cells, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      line.append(i == 0 ? "" : "  ")
          .append(("%-" + Math.max(1, widths[i]) + "s").formatted(cells.get(i)));
    }
    return line.toString().stripTrailing();
  }

  private void csv(PrintWriter out) {
    out.println(columns.stream().map(Answer::quoted).collect(Collectors.joining(",")));
    rows.forEach(
        row ->
            out.println(texts(row).stream().map(Answer::quoted).collect(Collectors.joining(","))));
  }

  private void json(PrintWriter out) {
    ObjectMapper mapper = new ObjectMapper();
    for (Row row : rows) {
      Map<String, @Nullable Object> fields = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        fields.put(columns.get(i), plain(row.get(i)));
      }
      try {
        out.println(mapper.writeValueAsString(fields));
      } catch (JsonProcessingException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private static @Nullable Object plain(@Nullable Object value) {
    return value == null || value instanceof Number || value instanceof Boolean
        ? value
        : value.toString();
  }

  private static List<String> texts(Row row) {
    return java.util.stream.IntStream.range(0, row.size())
        .mapToObj(i -> row.isNullAt(i) ? "" : row.get(i).toString())
        .toList();
  }

  private static String shown(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  /** RFC 4180, with cells that a spreadsheet would run as a formula made harmless. */
  private static String quoted(String cell) {
    boolean number = cell.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?");
    String safe = !number && cell.matches("(?s)^[=+\\-@\\t\\r].*") ? "'" + cell : cell;
    return safe.matches("(?s).*[\",\\r\\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
