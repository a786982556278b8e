package org.evenhand.schema;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The row rules of a contract: what its columns' constraints and its checks say. NULL is unknown
 * and breaks nothing but {@code required}.
 */
public final class RowRules {
  private static final Pattern WORD = Pattern.compile("'(?:[^'\\\\]|\\\\.)*'|[A-Za-z_]\\w*");

  private static final List<String> KINDS =
      List.of("required", "number", "allowed", "min", "max", "pattern");

  private final List<RowRule> rules = new ArrayList<>();

  private RowRules() {}

  /** All rules, those of columns first, in contract order. */
  public static List<RowRule> of(TableContract contract) {
    RowRules found = new RowRules();
    contract.columns().forEach(found::addColumn);
    contract.checks().forEach(check -> found.rules.add(of(check, contract)));
    return List.copyOf(found.rules);
  }

  /** The rules of one column alone. */
  static List<RowRule> of(ColumnContract column) {
    RowRules found = new RowRules();
    found.addColumn(column);
    return List.copyOf(found.rules);
  }

  /** Names that constraints of columns take, which no check may have. */
  static List<String> namesOfColumnRules(TableContract contract) {
    return contract.columnNames().stream()
        .flatMap(column -> KINDS.stream().map(kind -> column + "_" + kind))
        .toList();
  }

  private void addColumn(ColumnContract column) {
    String name = SqlText.name(column.name());
    if (column.required()) {
      rules.add(
          new RowRule(
              column.name() + "_required",
              name + " IS NOT NULL",
              SqlText.literal(column.name() + " is missing"),
              Severity.FAIL));
    }
    if (column.columnType() == ColumnType.Scalar.DOUBLE) {
      add(
          column,
          "number",
          "abs(%s) < double('Infinity')".formatted(name),
          "must be a finite number");
    }
    if (!column.constraints().allowed().isEmpty()) {
      addAllowed(column);
    }
    addLimits(column);
  }

  private void addAllowed(ColumnContract column) {
    ColumnType type = column.columnType();
    boolean array = type instanceof ColumnType.Array;
    ColumnType element = type instanceof ColumnType.Array list ? list.element() : type;
    List<String> allowed = column.constraints().allowed();
    String values =
        allowed.stream()
            .map(value -> SqlText.literal(value, element))
            .collect(Collectors.joining(", "));
    String condition =
        array
            ? "size(array_except(%s, array(%s))) = 0".formatted(SqlText.name(column.name()), values)
            : "%s IN (%s)".formatted(SqlText.name(column.name()), values);
    add(column, "allowed", condition, "allowed: " + String.join(", ", allowed));
  }

  private void addLimits(ColumnContract column) {
    String name = SqlText.name(column.name());
    Constraints limits = column.constraints();
    limits
        .minimum()
        .ifPresent(
            min ->
                add(
                    column,
                    "min",
                    "%s >= %s".formatted(name, SqlText.literal(min, column.columnType())),
                    "must be at least " + min));
    limits
        .maximum()
        .ifPresent(
            max ->
                add(
                    column,
                    "max",
                    "%s <= %s".formatted(name, SqlText.literal(max, column.columnType())),
                    "must be at most " + max));
    limits
        .regex()
        .ifPresent(
            regex ->
                add(
                    column,
                    "pattern",
                    "%s RLIKE %s".formatted(name, SqlText.literal("^(?:" + regex + ")\\z")),
                    "must match " + regex));
  }

  private void add(ColumnContract column, String kind, String condition, String demand) {
    String reason =
        "concat(%s, %s, %s)"
            .formatted(
                SqlText.literal(column.name() + " is "),
                SqlText.shown(column.name()),
                SqlText.literal(", " + demand));
    rules.add(new RowRule(column.name() + "_" + kind, condition, reason, Severity.FAIL));
  }

  static RowRule of(Check check, TableContract contract) {
    String values =
        columnsIn(check.expr(), contract).stream()
            .map(
                column ->
                    "%s, %s".formatted(SqlText.literal(column + " = "), SqlText.shown(column)))
            .collect(Collectors.joining(", ', ', "));
    String message = SqlText.literal(check.message());
    String reason =
        values.isEmpty() ? message : "concat(%s, ' (', %s, ')')".formatted(message, values);
    return new RowRule(check.name(), check.expr(), reason, check.severity());
  }

  /** The contract's columns an expression names, in the order it names them. */
  static Set<String> columnsIn(String expr, TableContract contract) {
    Set<String> known = Set.copyOf(contract.columnNames());
    return WORD.matcher(expr)
        .results()
        .map(MatchResult::group)
        .filter(known::contains)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }
}
