package org.evenhand.testing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.evenhand.schema.ColumnContract;
import org.evenhand.schema.ColumnType;
import org.evenhand.schema.TableContract;
import org.evenhand.table.Table;
import org.jspecify.annotations.Nullable;

/**
 * Random rows that keep a contract's column constraints: keys differ, a fifth of the optional
 * values is NULL, patterned texts are counted-up examples. Checks across columns are not looked at.
 */
public final class RandomRows {
  private static final double NULL_SHARE = 0.2;
  private static final double SPREAD = 1000;
  private static final long DAYS = 365;
  private static final LocalDate FIRST_DAY = LocalDate.parse("2026-01-01");
  private static final Instant FIRST_INSTANT = Instant.parse("2026-01-01T00:00:00Z");

  private final TableContract contract;
  private final SplittableRandom random;

  private RandomRows(TableContract contract, long seed) {
    this.contract = contract;
    this.random = new SplittableRandom(seed);
  }

  /** The same seed gives the same rows. */
  public static List<Row> of(TableContract contract, long seed, int n) {
    RandomRows rows = new RandomRows(contract, seed);
    StructType schema = TextTable.schema(new Table(contract));
    return IntStream.rangeClosed(1, n).mapToObj(number -> rows.row(schema, number)).toList();
  }

  /** The same rows in another order, for laws that order must not matter. */
  public static List<Row> shuffled(List<Row> rows, long seed) {
    List<Row> shuffled = new ArrayList<>(rows);
    Collections.shuffle(shuffled, new java.util.Random(seed));
    return List.copyOf(shuffled);
  }

  private Row row(StructType schema, int number) {
    List<@Nullable Object> values = new ArrayList<>();
    for (ColumnContract column : contract.columns()) {
      values.add(TextTable.spark(value(column, number)));
    }
    return new GenericRowWithSchema(values.toArray(), schema);
  }

  private @Nullable Object value(ColumnContract column, int number) {
    boolean fixed =
        contract.storage().key().contains(column.name())
            || contract.storage().partitionBy().contains(column.name())
            || column.name().equals("edition");
    if (fixed) {
      return DefaultValues.of(contract, column, number);
    }
    if (!column.required() && random.nextDouble() < NULL_SHARE) {
      return null;
    }
    return value(column, column.columnType());
  }

  private Object value(ColumnContract column, ColumnType type) {
    List<String> allowed = column.constraints().allowed();
    if (type instanceof ColumnType.Array array) {
      return IntStream.range(0, random.nextInt(4))
          .mapToObj(i -> value(column, array.element()))
          .collect(Collectors.toList());
    }
    if (!allowed.isEmpty()) {
      return type.value(allowed.get(random.nextInt(allowed.size())));
    }
    if (type instanceof ColumnType.Decimal decimal) {
      return BigDecimal.valueOf(number(column, decimal.precision() - decimal.scale()))
          .setScale(decimal.scale(), RoundingMode.DOWN)
          .max(
              new BigDecimal(column.constraints().minimum().orElse("0")).setScale(decimal.scale()));
    }
    return scalar(column, (ColumnType.Scalar) type);
  }

  private Object scalar(ColumnContract column, ColumnType.Scalar type) {
    return switch (type) {
      case STRING ->
          column.constraints().pattern().isEmpty()
              ? column.name() + "-" + random.nextInt(100)
              : DefaultValues.patterned(column, 1 + random.nextInt(9));
      case BOOLEAN -> random.nextBoolean();
      case INT -> (int) Math.floor(number(column, 9));
      case BIGINT -> (long) Math.floor(number(column, 18));
      case DOUBLE -> number(column, 18);
      case DATE -> FIRST_DAY.plusDays(random.nextLong(DAYS));
      case TIMESTAMP -> FIRST_INSTANT.plusSeconds(random.nextLong(DAYS * 24 * 60 * 60));
    };
  }

  /** Between the column's limits, or up to {@code SPREAD} above or below the one that there is. */
  private double number(ColumnContract column, int digits) {
    double spread = Math.min(SPREAD, Math.pow(10, digits) - 1);
    double max = column.constraints().maximum().map(Double::parseDouble).orElse(Double.NaN);
    double min =
        column
            .constraints()
            .minimum()
            .map(Double::parseDouble)
            .orElse(Double.isNaN(max) ? 0 : max - spread);
    double top = Double.isNaN(max) ? min + spread : max;
    return min + random.nextDouble() * (top - min);
  }
}
