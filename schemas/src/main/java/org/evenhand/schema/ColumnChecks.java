package org.evenhand.schema;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What one column of a contract must satisfy by itself. */
final class ColumnChecks {
  static final Pattern SNAKE_CASE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");
  private static final Set<ColumnType> UNORDERED =
      Set.of(ColumnType.Scalar.STRING, ColumnType.Scalar.BOOLEAN);

  private final ColumnContract column;
  private final String where;
  private final Problems problems;

  private ColumnChecks(ColumnContract column, String where, Problems problems) {
    this.column = column;
    this.where = where;
    this.problems = problems;
  }

  static void check(ColumnContract column, String where, Problems problems) {
    new ColumnChecks(column, where, problems).check();
  }

  private void check() {
    if (!column.name().isEmpty() && !SNAKE_CASE.matcher(column.name()).matches()) {
      add("name '%s' is not snake_case".formatted(column.name()));
    }
    Optional<ColumnType> type = ColumnType.parse(column.type());
    if (type.isEmpty() && !column.type().isEmpty()) {
      add(
          "column '%s' has type '%s', known types are %s"
              .formatted(column.name(), column.type(), ColumnType.KNOWN));
    }
    type.ifPresent(this::checkConstraints);
  }

  private void checkConstraints(ColumnType type) {
    Constraints constraints = column.constraints();
    ColumnType element = type instanceof ColumnType.Array array ? array.element() : type;
    constraints.allowed().forEach(value -> readable("allowed", value, element));
    if (!column.notes().example().isEmpty() && element == type) {
      readable("example", column.notes().example(), type);
    }
    checkLimits(type, constraints);
    constraints.regex().ifPresent(regex -> checkPattern(regex, type));
  }

  private void checkLimits(ColumnType type, Constraints constraints) {
    if (constraints.minimum().isEmpty() && constraints.maximum().isEmpty()) {
      return;
    }
    if (UNORDERED.contains(type) || type instanceof ColumnType.Array) {
      add("column '%s': a %s has no min or max".formatted(column.name(), type.ddl()));
      return;
    }
    boolean minReads = constraints.minimum().map(min -> readable("min", min, type)).orElse(false);
    boolean maxReads = constraints.maximum().map(max -> readable("max", max, type)).orElse(false);
    if (minReads && maxReads && compare(type, constraints.min(), constraints.max()) > 0) {
      add(
          "column '%s': min %s is above max %s"
              .formatted(column.name(), constraints.min(), constraints.max()));
    }
  }

  private void checkPattern(String regex, ColumnType type) {
    if (type != ColumnType.Scalar.STRING) {
      add("column '%s': only a STRING has a pattern".formatted(column.name()));
      return;
    }
    try {
      Pattern pattern = Pattern.compile(regex);
      List<String> given =
          column.notes().example().isEmpty() ? List.of() : List.of(column.notes().example());
      given.stream()
          .filter(example -> !pattern.matcher(example).matches())
          .forEach(
              example ->
                  add(
                      "column '%s': example '%s' does not match pattern '%s'"
                          .formatted(column.name(), example, regex)));
    } catch (PatternSyntaxException e) {
      add(
          "column '%s': pattern '%s' is no regular expression (%s)"
              .formatted(column.name(), regex, e.getDescription()));
    }
  }

  private boolean readable(String key, String value, ColumnType type) {
    try {
      Object unused = type.value(value);
      return true;
    } catch (IllegalArgumentException e) {
      add("column '%s': %s %s".formatted(column.name(), key, e.getMessage()));
      return false;
    }
  }

  private static int compare(ColumnType type, String low, String high) {
    return type == ColumnType.Scalar.DATE || type == ColumnType.Scalar.TIMESTAMP
        ? low.compareTo(high)
        : new BigDecimal(low).compareTo(new BigDecimal(high));
  }

  private void add(String problem) {
    problems.add(where + ": " + problem);
  }
}
