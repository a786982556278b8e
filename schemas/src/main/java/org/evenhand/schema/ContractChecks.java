package org.evenhand.schema;

import java.time.DateTimeException;
import java.time.Period;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a contract must satisfy beyond the shape of its JSON. */
final class ContractChecks {
  private final TableContract table;
  private final Problems problems;

  private ContractChecks(TableContract table, Problems problems) {
    this.table = table;
    this.problems = problems;
  }

  static void check(TableContract table, Problems problems) {
    ContractChecks checks = new ContractChecks(table, problems);
    checks.names();
    checks.storage();
    checks.privacy();
  }

  private void names() {
    String name = table.name().name();
    if (!name.isEmpty() && !ColumnChecks.SNAKE_CASE.matcher(name).matches()) {
      problems.add("$.name: '%s' is not snake_case".formatted(name));
    }
    if (table.columns().isEmpty()) {
      problems.add("$.columns: a table needs at least one column");
    }
    twice("$.columns: column '%s' is there twice", table.columnNames());
    twice("$.checks: check '%s' is there twice", table.checks().stream().map(Check::name).toList());
    Stream<String> rules =
        RowRules.namesOfColumnRules(table).stream()
            .filter(rule -> table.checks().stream().anyMatch(c -> c.name().equals(rule)));
    rules.forEach(
        rule -> problems.add("$.checks: '%s' is already the rule of a column".formatted(rule)));
  }

  private void twice(String problem, List<String> names) {
    Set<String> seen = new HashSet<>();
    names.stream()
        .filter(name -> !seen.add(name))
        .distinct()
        .forEach(name -> problems.add(problem.formatted(name)));
  }

  private void storage() {
    Storage storage = table.storage();
    storage.key().forEach(this::keyColumn);
    storage.partitionBy().forEach(column -> exists("partitionBy", column));
    if (storage.partitionBy().size() > 1) {
      problems.add("$.partitionBy: at most one column, found %s".formatted(storage.partitionBy()));
    }
    if (storage.mode() == WriteMode.MERGE && storage.key().isEmpty()) {
      problems.add("$.key: mode merge needs a key to match rows on");
    }
    if (table.landed()
        && (table.name().layer() != Layer.BRONZE || storage.mode() != WriteMode.APPEND)) {
      problems.add("$.landed: only a bronze table of mode append takes files");
    }
    try {
      Period unused = Period.parse(storage.retention());
    } catch (DateTimeException e) {
      problems.add(
          "$.retention: '%s' is no period, write for example P7Y".formatted(storage.retention()));
    }
  }

  private void keyColumn(String name) {
    exists("key", name);
    table
        .column(name)
        .filter(column -> !column.required())
        .ifPresent(
            column -> problems.add("$.key: column '%s' must be required".formatted(column.name())));
  }

  private void exists(String key, String column) {
    if (table.column(column).isEmpty()) {
      problems.add(
          "$.%s: there is no column '%s'%s"
              .formatted(key, column, NearMiss.suggestion(column, table.columnNames())));
    }
  }

  private void privacy() {
    for (ColumnContract column : table.columns()) {
      boolean personal = column.pii() == Pii.SPECIAL || column.pii() == Pii.DIRECT;
      if (personal && table.storage().zone() != Zone.RESTRICTED) {
        problems.add(
            "$.columns: column '%s' is %s personal data and may lie in zone restricted only"
                .formatted(column.name(), column.pii() == Pii.SPECIAL ? "special" : "direct"));
      }
      if (table.name().layer() == Layer.GOLD) {
        ForbiddenColumns.wordIn(column.name())
            .ifPresent(
                word ->
                    problems.add(
                        "$.columns: column '%s' has the word '%s': no output is a rating, a ranking or an employment decision"
                            .formatted(column.name(), word)));
      }
    }
  }
}
