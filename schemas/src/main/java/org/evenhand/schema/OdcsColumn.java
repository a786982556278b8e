package org.evenhand.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Locale;

/** One column as a property of the Open Data Contract Standard. */
final class OdcsColumn {
  private OdcsColumn() {}

  static void put(ObjectNode property, ColumnContract column, Storage storage) {
    ColumnType type = column.columnType();
    property.put("name", column.name());
    property.put("logicalType", logical(type));
    property.put("physicalType", column.type());
    property.put("description", column.description());
    property.put("required", column.required());
    position(property, "primaryKey", "primaryKeyPosition", storage.key().indexOf(column.name()));
    position(
        property,
        "partitioned",
        "partitionKeyPosition",
        storage.partitionBy().indexOf(column.name()));
    if (column.pii() != Pii.NONE) {
      property.put("classification", column.pii().name().toLowerCase(Locale.ROOT));
    }
    if (type instanceof ColumnType.Array array) {
      property
          .putObject("items")
          .put("name", "item")
          .put("logicalType", logical(array.element()))
          .put("physicalType", array.element().ddl());
    }
    limits(property, column.constraints(), type);
    allowed(property, column);
    notes(property, column);
  }

  static void custom(ArrayNode properties, String name, String value) {
    properties.addObject().put("property", name).put("value", value);
  }

  private static String logical(ColumnType type) {
    if (type instanceof ColumnType.Array) {
      return "array";
    }
    if (type instanceof ColumnType.Decimal) {
      return "number";
    }
    return switch ((ColumnType.Scalar) type) {
      case STRING -> "string";
      case BOOLEAN -> "boolean";
      case INT, BIGINT -> "integer";
      case DOUBLE -> "number";
      case DATE, TIMESTAMP -> "date";
    };
  }

  private static void position(ObjectNode property, String flag, String key, int index) {
    if (index >= 0) {
      property.put(flag, true).put(key, index + 1);
    }
  }

  private static void limits(ObjectNode property, Constraints constraints, ColumnType type) {
    ObjectNode options = property.objectNode();
    boolean date = logical(type).equals("date");
    constraints.minimum().ifPresent(min -> limit(options, "minimum", min, date));
    constraints.maximum().ifPresent(max -> limit(options, "maximum", max, date));
    constraints.regex().ifPresent(regex -> options.put("pattern", regex));
    if (!options.isEmpty()) {
      property.set("logicalTypeOptions", options);
    }
  }

  private static void allowed(ObjectNode property, ColumnContract column) {
    RowRules.of(column).stream()
        .filter(rule -> rule.name().equals(column.name() + "_allowed"))
        .forEach(
            rule ->
                violations(
                    property.putArray("quality").addObject(),
                    rule,
                    "only " + String.join(", ", column.constraints().allowed())));
  }

  /** A rule as the number of rows that break it, which must be 0. */
  static void violations(ObjectNode quality, RowRule rule, String words) {
    quality
        .put("name", rule.name())
        .put("type", "sql")
        .put("description", words)
        .put("dimension", "conformity")
        .put("severity", rule.severity() == Severity.FAIL ? "error" : "warning")
        .put(
            "query",
            "SELECT count(*) FROM ${table} WHERE (%s) IS FALSE".formatted(rule.condition()))
        .put("mustBe", 0);
  }

  private static void limit(ObjectNode options, String key, String value, boolean date) {
    if (date) {
      options.put(key, value);
    } else {
      options.put(key, new BigDecimal(value));
    }
  }

  private static void notes(ObjectNode property, ColumnContract column) {
    if (!column.notes().derivedFrom().isEmpty()) {
      column.notes().derivedFrom().forEach(property.putArray("transformSourceObjects")::add);
    }
    if (!column.notes().example().isEmpty()) {
      property.putArray("examples").add(column.notes().example());
    }
    ArrayNode custom = property.arrayNode();
    if (!column.notes().unit().isEmpty()) {
      custom(custom, "unit", column.notes().unit());
    }
    if (!column.constraints().references().isEmpty()) {
      custom(custom, "references", column.constraints().references());
    }
    if (!custom.isEmpty()) {
      property.set("customProperties", custom);
    }
  }
}
