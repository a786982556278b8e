package org.evenhand.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.evenhand.errors.DataException;
import org.evenhand.schema.ColumnContract;

/** The contract's row rules as columns over a frame, and the refusal when rows break them. */
final class Audit {
  private static final int NAMED = 5;
  private final Shape shape;
  private final Map<String, String> holds = new LinkedHashMap<>();

  Audit(Shape shape) {
    this.shape = shape;
    shape.table().contract().columns().stream()
        .filter(ColumnContract::required)
        .forEach(c -> holds.put(c.name() + "_required", "`" + c.name() + "` IS NOT NULL"));
    shape
        .partition()
        .ifPresent(name -> holds.put(name + "_required", "`" + name + "` IS NOT NULL"));
    holds.putAll(shape.checks());
  }

  /** Names of the broken rules of a row, separated by commas. */
  Column broken() {
    Column[] names =
        holds.entrySet().stream()
            .map(e -> functions.when(functions.not(functions.expr(e.getValue())), e.getKey()))
            .toArray(Column[]::new);
    return names.length == 0 ? functions.lit("") : functions.concat_ws(",", names);
  }

  /** The two row hashes. */
  Column hash(int seed) {
    return Checksum.rowHash(shape.nullable(), seed);
  }

  /** Partition value as text, empty when unpartitioned. */
  Column slice() {
    return shape
        .partition()
        .map(name -> functions.coalesce(functions.col(name).cast("string"), functions.lit("")))
        .orElse(functions.lit(""));
  }

  /**
   * @param broken comma-separated names of broken rules, to number of rows
   * @throws DataException naming the broken rules when there are any
   */
  void refuse(Map<String, Long> broken) {
    if (broken.isEmpty()) {
      return;
    }
    Map<String, Long> perRule = new LinkedHashMap<>();
    broken.forEach(
        (names, rows) ->
            List.of(names.split(",")).forEach(name -> perRule.merge(name, rows, Long::sum)));
    List<String> named = new ArrayList<>();
    perRule.entrySet().stream().limit(NAMED).forEach(e -> named.add(reason(e)));
    throw new DataException(
        "Cannot write %s: %d rows break its contract: %s. Reject those rows before writing or correct the rule."
            .formatted(
                shape.table(),
                broken.values().stream().mapToLong(Long::longValue).sum(),
                named.stream().collect(Collectors.joining("; "))));
  }

  private String reason(Map.Entry<String, Long> rule) {
    return "%s in %d rows (%s)".formatted(rule.getKey(), rule.getValue(), message(rule.getKey()));
  }

  private String message(String rule) {
    return shape.checks().containsKey(rule)
        ? ConstraintSql.message(shape.table().contract(), rule)
        : "a value is required";
  }
}
