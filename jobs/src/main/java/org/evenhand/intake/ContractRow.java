package org.evenhand.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.evenhand.intake.row.CompiledMapping;
import org.evenhand.schema.ColumnContract;
import org.evenhand.schema.ColumnType;
import org.evenhand.schema.TableName;
import org.evenhand.table.Table;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** Rows of a table made on the driver, and the same rows as JSON inside a commit's stamp. */
final class ContractRow {
  private static final Map<TableName, StructType> SCHEMAS = new ConcurrentHashMap<>();
  private static final ObjectMapper JSON = new ObjectMapper();

  private ContractRow() {}

  /** A row of the table; columns not given, by name, are NULL. */
  static Row of(Table table, Map<String, ? extends Object> given) {
    @Nullable Object[] values =
        table.contract().columns().stream()
            .map(column -> external(given.get(column.name())))
            .toArray();
    return row(table, values);
  }

  static Row row(Table table, @Nullable Object[] values) {
    return new GenericRowWithSchema(values, schema(table));
  }

  /** The table's columns as Spark types them, made once. */
  static StructType schema(Table table) {
    return SCHEMAS.computeIfAbsent(
        table.name(), absent -> CompiledMapping.schema(table.contract()));
  }

  private static @Nullable Object external(@Nullable Object value) {
    return value instanceof List<?> list ? CollectionConverters.asScala(list).toSeq() : value;
  }

  static String json(Table table, Row row) {
    ObjectNode node = JSON.createObjectNode();
    for (ColumnContract column : table.contract().columns()) {
      Object value = table.column(column.name()).value(row);
      if (value instanceof scala.collection.Seq<?> seq) {
        ArrayNode array = node.putArray(column.name());
        CollectionConverters.asJava(seq).forEach(item -> array.add(String.valueOf(item)));
      } else if (value != null) {
        node.put(column.name(), value.toString());
      }
    }
    return node.toString();
  }

  static Row parse(Table table, String json) {
    try {
      JsonNode node = JSON.readTree(json);
      @Nullable Object[] values =
          table.contract().columns().stream()
              .map(column -> external(value(node.path(column.name()), column.columnType())))
              .toArray();
      return row(table, values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static @Nullable Object value(JsonNode node, ColumnType type) {
    if (node.isMissingNode()) {
      return null;
    }
    if (type instanceof ColumnType.Array array) {
      List<Object> items = new ArrayList<>();
      node.forEach(item -> items.add(array.element().value(item.asText())));
      return items;
    }
    return type.value(node.asText());
  }
}
