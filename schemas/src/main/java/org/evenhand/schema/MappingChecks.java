package org.evenhand.schema;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a mapping must satisfy against the contract of its target. */
final class MappingChecks {
  private MappingChecks() {}

  static Optional<TableContract> target(String name, Contracts contracts, Problems problems) {
    List<String> landed =
        contracts.all().stream()
            .filter(TableContract::landed)
            .map(contract -> contract.name().toString())
            .toList();
    Optional<TableContract> found =
        contracts.all().stream()
            .filter(contract -> contract.name().toString().equals(name))
            .findFirst();
    if (found.isEmpty()) {
      problems.add(
          "$.target: there is no table '%s'%s; tables that take files are %s"
              .formatted(name, NearMiss.suggestion(name, landed), landed));
    } else if (!found.get().landed()) {
      problems.add(
          "$.target: table '%s' takes no files (its contract lacks \"landed\": true); tables that do are %s"
              .formatted(name, landed));
      return Optional.empty();
    }
    return found;
  }

  static void fields(FieldRules fields, TableContract table, Problems problems) {
    List<String> known =
        table.columnNames().stream().filter(c -> !ImpliedColumns.ofLanding(c)).toList();
    Set<String> mapped = new HashSet<>();
    for (MappedColumn column : fields.columns()) {
      if (!known.contains(column.to())) {
        problems.add(unknownColumn(column.to(), table, known));
      } else if (!mapped.add(column.to())) {
        problems.add("$.columns: column '%s' is mapped twice".formatted(column.to()));
      }
      if (column instanceof MappedColumn.From from) {
        noDroppedSource(from, fields.drop(), problems);
      }
      if (column instanceof MappedColumn.Constant constant) {
        table
            .column(constant.to())
            .filter(to -> known.contains(to.name()))
            .ifPresent(to -> fits(constant.constant(), to, problems));
      }
    }
    String unmapped =
        known.stream()
            .filter(name -> table.column(name).orElseThrow().required())
            .filter(name -> !mapped.contains(name))
            .collect(Collectors.joining(", "));
    if (!unmapped.isEmpty()) {
      problems.add(
          "$.columns: required columns of %s are not mapped: %s".formatted(table.name(), unmapped));
    }
  }

  private static String unknownColumn(String name, TableContract table, List<String> known) {
    if (ImpliedColumns.ofLanding(name)) {
      return "$.columns: column '%s' is filled by intake and cannot be mapped".formatted(name);
    }
    return "$.columns: %s has no column '%s'%s; its columns are %s"
        .formatted(table.name(), name, NearMiss.suggestion(name, known), known);
  }

  private static void fits(String constant, ColumnContract to, Problems problems) {
    try {
      Object unused = to.columnType().value(constant);
    } catch (IllegalArgumentException e) {
      problems.add("$.columns: column '%s': constant %s".formatted(to.name(), e.getMessage()));
    }
    List<String> allowed = to.constraints().allowed();
    if (!allowed.isEmpty() && !allowed.contains(constant)) {
      problems.add(
          "$.columns: column '%s': constant '%s' is none of %s"
              .formatted(to.name(), constant, allowed));
    }
  }

  private static void noDroppedSource(
      MappedColumn.From column, List<String> dropped, Problems problems) {
    if (column.from().isEmpty()) {
      problems.add("$.columns: column '%s' has an empty 'from'".formatted(column.to()));
    }
    for (String header : column.from()) {
      if (dropped.contains(header)) {
        problems.add(
            "$.columns: column '%s' comes from '%s', which is dropped at the door"
                .formatted(column.to(), header));
      }
    }
  }
}
