package org.evenhand.table;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.evenhand.schema.Check;
import org.evenhand.schema.ColumnContract;
import org.evenhand.schema.Severity;
import org.evenhand.schema.TableContract;

/** A contract's constraints as Spark SQL conditions in which NULL counts as holding. */
final class ConstraintSql {
  private ConstraintSql() {}

  /** Name to condition, in contract order; what Delta keeps as {@code delta.constraints.<name>}. */
  static Map<String, String> checks(TableContract contract) {
    Map<String, String> conditions = new LinkedHashMap<>();
    contract.columns().forEach(column -> addColumn(column, conditions));
    for (Check check : contract.checks()) {
      if (check.severity() == Severity.FAIL) {
        conditions.put(check.name(), "(%s) IS NOT FALSE".formatted(check.expr()));
      }
    }
    return conditions;
  }

  /** What a person reads when the named condition does not hold. */
  static String message(TableContract contract, String name) {
    return contract.checks().stream()
        .filter(check -> check.name().equals(name))
        .map(Check::message)
        .findFirst()
        .orElseGet(() -> checks(contract).getOrDefault(name, name));
  }

  private static void addColumn(ColumnContract column, Map<String, String> conditions) {
    String name = "`" + column.name() + "`";
    String unknown = name + " IS NULL OR ";
    if (!column.constraints().allowed().isEmpty() && !column.type().startsWith("ARRAY")) {
      String values =
          column.constraints().allowed().stream()
              .map(ConstraintSql::text)
              .collect(Collectors.joining(", "));
      conditions.put(
          column.name() + "_allowed",
          "%sCAST(%s AS STRING) IN (%s)".formatted(unknown, name, values));
    }
    column
        .constraints()
        .minimum()
        .ifPresent(
            min ->
                conditions.put(
                    column.name() + "_min",
                    "%s%s >= %s".formatted(unknown, name, literal(min, column))));
    column
        .constraints()
        .maximum()
        .ifPresent(
            max ->
                conditions.put(
                    column.name() + "_max",
                    "%s%s <= %s".formatted(unknown, name, literal(max, column))));
    column
        .constraints()
        .regex()
        .ifPresent(
            regex ->
                conditions.put(
                    column.name() + "_pattern",
                    "%s%s RLIKE %s".formatted(unknown, name, text("^(?:" + regex + ")$"))));
  }

  private static String literal(String value, ColumnContract column) {
    return "CAST(%s AS %s)".formatted(text(value), column.type());
  }

  private static String text(String value) {
    return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
