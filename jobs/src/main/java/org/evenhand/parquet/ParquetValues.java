package org.evenhand.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.NanoTime;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.ListLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type;

/** A Parquet row as JSON: dates and instants in ISO 8601, numbers exact, NULL explicit. */
final class ParquetValues {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final long JULIAN_EPOCH = 2_440_588;

  private ParquetValues() {}

  static ObjectNode object(Group group) {
    ObjectNode node = JSON.objectNode();
    GroupType type = group.getType();
    for (int field = 0; field < type.getFieldCount(); field++) {
      node.set(type.getFieldName(field), field(group, field));
    }
    return node;
  }

  private static JsonNode field(Group group, int field) {
    Type type = group.getType().getType(field);
    int count = group.getFieldRepetitionCount(field);
    if (type.isRepetition(Type.Repetition.REPEATED)) {
      ArrayNode array = JSON.arrayNode();
      for (int i = 0; i < count; i++) {
        array.add(value(group, field, i));
      }
      return array;
    }
    return count == 0 ? NullNode.getInstance() : value(group, field, 0);
  }

  private static JsonNode value(Group group, int field, int index) {
    Type type = group.getType().getType(field);
    if (type.isPrimitive()) {
      return primitive(group, field, index, type.asPrimitiveType());
    }
    Group nested = group.getGroup(field, index);
    return type.getLogicalTypeAnnotation() instanceof ListLogicalTypeAnnotation
        ? list(nested)
        : object(nested);
  }

  /** A list is a group with one repeated group of one element. */
  private static JsonNode list(Group list) {
    ArrayNode array = JSON.arrayNode();
    Type repeated = list.getType().getType(0);
    for (int i = 0; i < list.getFieldRepetitionCount(0); i++) {
      array.add(repeated.isPrimitive() ? value(list, 0, i) : field(list.getGroup(0, i), 0));
    }
    return array;
  }

  private static JsonNode primitive(Group group, int field, int index, PrimitiveType type) {
    LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      return DecimalNode.valueOf(
          new BigDecimal(unscaled(group, field, index, type), decimal.getScale()));
    }
    return switch (type.getPrimitiveTypeName()) {
      case BOOLEAN -> JSON.booleanNode(group.getBoolean(field, index));
      case FLOAT -> number(Float.toString(group.getFloat(field, index)));
      case DOUBLE -> number(Double.toString(group.getDouble(field, index)));
      case INT32 -> int32(group.getInteger(field, index), logical);
      case INT64 -> int64(group.getLong(field, index), logical);
      case INT96 -> JSON.textNode(int96(group, field, index).toString());
      case BINARY, FIXED_LEN_BYTE_ARRAY ->
          JSON.textNode(group.getBinary(field, index).toStringUsingUTF8());
    };
  }

  private static JsonNode number(String text) {
    boolean isFinite = !text.equals("NaN") && !text.endsWith("Infinity");
    return isFinite ? DecimalNode.valueOf(new BigDecimal(text)) : JSON.textNode(text);
  }

  private static JsonNode int32(int value, LogicalTypeAnnotation logical) {
    return logical instanceof DateLogicalTypeAnnotation
        ? JSON.textNode(LocalDate.ofEpochDay(value).toString())
        : JSON.numberNode(value);
  }

  private static JsonNode int64(long value, LogicalTypeAnnotation logical) {
    if (logical instanceof TimestampLogicalTypeAnnotation timestamp) {
      Instant instant = Instant.EPOCH.plus(value, unit(timestamp));
      return JSON.textNode(
          timestamp.isAdjustedToUTC()
              ? instant.toString()
              : instant.atOffset(ZoneOffset.UTC).toLocalDateTime().toString());
    }
    return JSON.numberNode(value);
  }

  private static ChronoUnit unit(TimestampLogicalTypeAnnotation timestamp) {
    return switch (timestamp.getUnit()) {
      case MILLIS -> ChronoUnit.MILLIS;
      case MICROS -> ChronoUnit.MICROS;
      case NANOS -> ChronoUnit.NANOS;
    };
  }

  private static Instant int96(Group group, int field, int index) {
    NanoTime time = NanoTime.fromBinary(group.getInt96(field, index));
    return Instant.EPOCH
        .plus(time.getJulianDay() - JULIAN_EPOCH, ChronoUnit.DAYS)
        .plusNanos(time.getTimeOfDayNanos());
  }

  private static BigInteger unscaled(Group group, int field, int index, PrimitiveType type) {
    return switch (type.getPrimitiveTypeName()) {
      case INT32 -> BigInteger.valueOf(group.getInteger(field, index));
      case INT64 -> BigInteger.valueOf(group.getLong(field, index));
      default -> new BigInteger(group.getBinary(field, index).getBytes());
    };
  }
}
