package org.evenhand.testing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenhand.schema.ColumnContract;
import org.evenhand.schema.ColumnType;
import org.evenhand.schema.Constraints;
import org.evenhand.schema.TableContract;
import org.jspecify.annotations.Nullable;

/** What a test row holds in columns it does not name: the plainest value the contract accepts. */
final class DefaultValues {
  private static final LocalDate DAY = LocalDate.parse("2026-07-01");
  private static final Pattern LAST_DIGITS = Pattern.compile("\\d+$");
  private static final Instant INSTANT = Instant.parse("2026-07-01T00:00:00Z");

  private DefaultValues() {}

  /**
   * NULL for optional columns; key columns differ from row to row.
   *
   * @param row number of the row, from 1
   */
  static @Nullable Object of(TableContract contract, ColumnContract column, int row) {
    if (!column.required()) {
      return null;
    }
    boolean key = contract.storage().key().contains(column.name());
    return switch (column.name()) {
      case "quarter" -> "2026Q3";
      case "edition" -> "test";
      default -> value(column, key ? row : 0);
    };
  }

  private static Object value(ColumnContract column, int row) {
    Constraints constraints = column.constraints();
    ColumnType type = column.columnType();
    List<String> allowed = constraints.allowed();
    if (type instanceof ColumnType.Array) {
      return List.of();
    }
    if (!allowed.isEmpty()) {
      return type.value(allowed.get(row % allowed.size()));
    }
    String example = column.notes().example();
    if (!example.isEmpty() && (row == 0 || !constraints.pattern().isEmpty())) {
      return type.value(numbered(example, row, constraints.pattern()));
    }
    if (row == 0 && !constraints.min().isEmpty()) {
      return type.value(constraints.min());
    }
    return plain(column.name(), type, row);
  }

  /** A text that keeps the column's pattern, made from its example. */
  static String patterned(ColumnContract column, int number) {
    return numbered(column.notes().example(), number, column.constraints().pattern());
  }

  /** The example with its last digits counted up, when the pattern still accepts that. */
  private static String numbered(String example, int row, String pattern) {
    Matcher digits = LAST_DIGITS.matcher(example);
    if (row == 0 || !digits.find()) {
      return example;
    }
    String count = ("%0" + digits.group().length() + "d").formatted(row);
    String numbered = digits.replaceFirst(count);
    return numbered.matches(pattern) ? numbered : example;
  }

  private static Object plain(String name, ColumnType type, int row) {
    if (type instanceof ColumnType.Decimal decimal) {
      return BigDecimal.valueOf(row).setScale(decimal.scale());
    }
    return switch ((ColumnType.Scalar) type) {
      case STRING -> row == 0 ? name : name + "-" + row;
      case BOOLEAN -> false;
      case INT -> row;
      case BIGINT -> (long) row;
      case DOUBLE -> (double) row;
      case DATE -> DAY.plusDays(row);
      case TIMESTAMP -> INSTANT.plusSeconds(row);
    };
  }
}
