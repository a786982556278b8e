package org.evenhand.intake.row;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenhand.schema.ColumnType;

/**
 * Text to a value of a column's type: String, Boolean, Integer, Long, Double, BigDecimal,
 * LocalDate, Instant or a List of these.
 */
final class TypedText implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Times times;
  private final char decimal;

  TypedText(Times times, char decimal) {
    this.times = times;
    this.decimal = decimal;
  }

  /**
   * @throws IllegalArgumentException naming text and type when the text is no such value
   */
  Object value(ColumnType type, String text) {
    return value(type, text, decimal);
  }

  /** Text an expression made: a decimal point wins over the mapping's decimal mark. */
  Object computed(ColumnType type, String text) {
    try {
      return value(type, text, '.');
    } catch (IllegalArgumentException e) {
      return value(type, text, decimal);
    }
  }

  /** A date or instant an expression made, as a column's type. */
  Object moved(ColumnType type, Object moment) {
    if (type == ColumnType.Scalar.STRING) {
      return moment.toString();
    }
    boolean isDate = moment instanceof LocalDate;
    if (isDate == (type == ColumnType.Scalar.DATE)) {
      return moment;
    }
    return value(type, moment.toString());
  }

  private Object value(ColumnType type, String text, char mark) {
    try {
      return typed(type, text, mark);
    } catch (NumberFormatException | ArithmeticException e) {
      throw new IllegalArgumentException("'%s' is no %s".formatted(text, type.ddl()));
    } catch (DateTimeException e) {
      String detail = String.valueOf(e.getMessage());
      String why = detail.startsWith("does not exist") ? ": it " + detail : "";
      throw new IllegalArgumentException("'%s' is no %s%s".formatted(text, type.ddl(), why));
    }
  }

  private Object typed(ColumnType type, String text, char mark) {
    if (type instanceof ColumnType.Array array) {
      return list(array.element(), text, mark);
    }
    if (type instanceof ColumnType.Decimal size) {
      return Numbers.scaled(Numbers.parse(text, mark), size.precision(), size.scale());
    }
    return switch ((ColumnType.Scalar) type) {
      case STRING -> text;
      case BOOLEAN -> bool(text);
      case INT -> Math.toIntExact(Numbers.whole(Numbers.parse(text, mark)));
      case BIGINT -> Numbers.whole(Numbers.parse(text, mark));
      case DOUBLE -> real(Numbers.parse(text, mark));
      case DATE -> times.date(text);
      case TIMESTAMP -> times.instant(text);
    };
  }

  private static Double real(BigDecimal number) {
    double value = number.doubleValue();
    if (Double.isInfinite(value)) {
      throw new ArithmeticException();
    }
    return value;
  }

  private static Boolean bool(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes", "y", "t" -> true;
      case "false", "0", "no", "n", "f" -> false;
      default -> throw new NumberFormatException();
    };
  }

  /** A JSON array, or values parted by semicolons or bars. */
  private List<Object> list(ColumnType element, String text, char mark) {
    List<Object> values = new ArrayList<>();
    for (String item : text.strip().startsWith("[") ? items(text) : List.of(text.split("[;|]"))) {
      if (!item.isBlank()) {
        values.add(typed(element, item.strip(), mark));
      }
    }
    return values;
  }

  private static List<String> items(String text) {
    try {
      List<String> items = new ArrayList<>();
      for (JsonNode item : JSON.readTree(text)) {
        items.add(item.isValueNode() ? item.asText("") : item.toString());
      }
      return items;
    } catch (JsonProcessingException e) {
      throw new NumberFormatException();
    }
  }
}
