package org.evenhand.testing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.evenhand.schema.ColumnContract;
import org.evenhand.schema.ColumnType;
import org.evenhand.schema.Constraints;
import org.evenhand.schema.TableContract;
import org.jspecify.annotations.Nullable;

/** What a test row holds in columns it does not name: the plainest value the contract accepts. */
final class DefaultValues {
  private static final LocalDate DAY = LocalDate.parse("2026-07-01");
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
    if (row == 0 && !column.notes().example().isEmpty()) {
      return type.value(column.notes().example());
    }
    if (row == 0 && !constraints.min().isEmpty()) {
      return type.value(constraints.min());
    }
    return plain(column.name(), type, row);
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
