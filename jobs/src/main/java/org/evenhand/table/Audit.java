package org.evenhand.table;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.evenhand.errors.DataException;
import org.evenhand.schema.Check;
import org.evenhand.schema.RowRule;

/** The contract's row rules and hashes as columns over a frame, and the refusal of bad rows. */
final class Audit {
  private static final int NAMED = 5;
  private final Shape shape;

  Audit(Shape shape) {
    this.shape = shape;
  }

  /** Whether a row keeps every rule. */
  Column holds() {
    return all(shape.rules());
  }

  /** Whether a row keeps the contract's checks; {@link DriverRules} has the other rules. */
  Optional<Column> checks() {
    Set<String> names =
        shape.table().contract().checks().stream().map(Check::name).collect(Collectors.toSet());
    List<RowRule> checks = shape.rules().stream().filter(r -> names.contains(r.name())).toList();
    return checks.isEmpty() ? Optional.empty() : Optional.of(all(checks));
  }

  private static Column all(List<RowRule> rules) {
    return rules.isEmpty()
        ? functions.lit(true)
        : functions.expr(rules.stream().map(RowRule::holds).collect(Collectors.joining(" AND ")));
  }

  /** One of the two row hashes. */
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
   * The refusal of rows of which some break a rule: names and counts, never values, since messages
   * reach logs. Empty when they all hold.
   */
  Optional<DataException> refusal(Dataset<Row> rows) {
    Column[] broken =
        shape.rules().stream()
            .map(rule -> functions.count_if(functions.expr(rule.holds()).equalTo(false)))
            .toArray(Column[]::new);
    Row counts = rows.agg(functions.count_if(functions.not(holds())), broken).first();
    if (counts.getLong(0) == 0) {
      return Optional.empty();
    }
    StringBuilder named = new StringBuilder();
    int shown = 0;
    for (int i = 0; i < broken.length && shown < NAMED; i++) {
      if (counts.getLong(i + 1) > 0) {
        named.append(shown++ == 0 ? "" : "; ").append(reason(i, counts.getLong(i + 1)));
      }
    }
    String message =
        "Cannot write %s: %d rows break its contract: %s. Reject those rows before writing or correct the rule."
            .formatted(shape.table(), counts.getLong(0), named);
    return Optional.of(new DataException(message));
  }

  private String reason(int index, long rows) {
    RowRule rule = shape.rules().get(index);
    return "%s in %d rows (%s)".formatted(rule.name(), rows, message(rule));
  }

  private String message(RowRule rule) {
    return shape.table().contract().checks().stream()
        .filter(check -> check.name().equals(rule.name()))
        .map(Check::message)
        .findFirst()
        .orElse(rule.condition());
  }
}
