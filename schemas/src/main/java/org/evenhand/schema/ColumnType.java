package org.evenhand.schema;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A column's type: the Spark types a contract may use, and how their values read as text. */
public sealed interface ColumnType extends Serializable {

  /** What a message lists when a type is none of them. */
  String KNOWN =
      "STRING, BOOLEAN, INT, BIGINT, DOUBLE, DECIMAL(p,s), DATE, TIMESTAMP, ARRAY<one of these>";

  /** A type without parameters. */
  enum Scalar implements ColumnType {
    STRING,
    BOOLEAN,
    INT,
    BIGINT,
    DOUBLE,
    DATE,
    TIMESTAMP;

    @Override
    public String ddl() {
      return name();
    }

    @Override
    public Object value(String text) {
      try {
        return switch (this) {
          case STRING -> text;
          case BOOLEAN -> bool(text);
          case INT -> Integer.parseInt(text);
          case BIGINT -> Long.parseLong(text);
          case DOUBLE -> Double.parseDouble(text);
          case DATE -> LocalDate.parse(text);
          case TIMESTAMP -> Instant.parse(text);
        };
      } catch (NumberFormatException | DateTimeException e) {
        throw unreadable(text, this);
      }
    }

    private boolean bool(String text) {
      if (!text.equals("true") && !text.equals("false")) {
        throw unreadable(text, this);
      }
      return text.equals("true");
    }
  }

  /** An exact number with {@code precision} digits, {@code scale} of them after the point. */
  record Decimal(int precision, int scale) implements ColumnType {
    @Override
    public String ddl() {
      return "DECIMAL(%d,%d)".formatted(precision, scale);
    }

    @Override
    public Object value(String text) {
      try {
        BigDecimal value = new BigDecimal(text).setScale(scale, RoundingMode.UNNECESSARY);
        if (value.precision() <= precision) {
          return value;
        }
      } catch (ArithmeticException | NumberFormatException e) {
        throw unreadable(text, this);
      }
      throw unreadable(text, this);
    }
  }

  /** A list of values of one type; as text {@code [a, b]}. */
  record Array(ColumnType element) implements ColumnType {
    @Override
    public String ddl() {
      return "ARRAY<" + element.ddl() + ">";
    }

    @Override
    public Object value(String text) {
      if (!text.startsWith("[") || !text.endsWith("]")) {
        throw unreadable(text, this);
      }
      String inside = text.substring(1, text.length() - 1).strip();
      return inside.isEmpty()
          ? List.of()
          : Arrays.stream(inside.split(","))
              .map(item -> element.value(item.strip()))
              .collect(Collectors.toUnmodifiableList());
    }
  }

  /** The type as Spark writes it, in upper case. */
  String ddl();

  /**
   * A value of this type from text: String, Boolean, Integer, Long, Double, BigDecimal, LocalDate,
   * Instant or a List of these.
   *
   * @throws IllegalArgumentException when the text is no value of this type
   */
  Object value(String text);

  /** Reads {@code BIGINT}, {@code DECIMAL(18,2)}, {@code ARRAY<STRING>}; empty when unknown. */
  static Optional<ColumnType> parse(String ddl) {
    Matcher array = Pattern.compile("ARRAY<(.+)>").matcher(ddl);
    if (array.matches()) {
      return parse(array.group(1)).map(Array::new);
    }
    Matcher decimal = Pattern.compile("DECIMAL\\((\\d{1,2}), ?(\\d{1,2})\\)").matcher(ddl);
    if (decimal.matches()) {
      Decimal type =
          new Decimal(Integer.parseInt(decimal.group(1)), Integer.parseInt(decimal.group(2)));
      boolean possible =
          type.precision() >= 1 && type.precision() <= 38 && type.scale() <= type.precision();
      return possible ? Optional.of(type) : Optional.empty();
    }
    return Arrays.stream(Scalar.values())
        .filter(scalar -> scalar.name().equals(ddl))
        .map(ColumnType.class::cast)
        .findFirst();
  }

  private static IllegalArgumentException unreadable(String text, ColumnType type) {
    return new IllegalArgumentException("'%s' is no %s".formatted(text, type.ddl()));
  }
}
