package org.evenhand.schema;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What contracts say about one another: references must lead to a column of the same type. */
final class ReferenceChecks {
  private ReferenceChecks() {}

  static List<String> problems(Collection<TableContract> contracts) {
    Map<String, TableContract> byName =
        contracts.stream()
            .collect(
                Collectors.toMap(
                    contract -> contract.name().toString(),
                    Function.identity(),
                    (first, second) -> first,
                    TreeMap::new));
    List<String> problems = new ArrayList<>();
    for (TableContract contract : contracts) {
      for (ColumnContract column : contract.columns()) {
        String reference = column.constraints().references();
        if (!reference.isEmpty()) {
          String problem = problem(column, reference, byName);
          if (!problem.isEmpty()) {
            problems.add(
                "%s.%s: references '%s', %s"
                    .formatted(contract.name(), column.name(), reference, problem));
          }
        }
      }
    }
    return problems;
  }

  private static String problem(
      ColumnContract column, String reference, Map<String, TableContract> byName) {
    int dot = reference.lastIndexOf('.');
    String table = reference.substring(0, Math.max(dot, 0));
    TableContract target = byName.get(table);
    if (target == null) {
      return "but there is no table '%s'%s"
          .formatted(table, NearMiss.suggestion(table, byName.keySet()));
    }
    String name = reference.substring(dot + 1);
    return target
        .column(name)
        .map(found -> difference(column, found))
        .orElseGet(
            () ->
                "but %s has no column '%s'%s"
                    .formatted(table, name, NearMiss.suggestion(name, target.columnNames())));
  }

  private static String difference(ColumnContract column, ColumnContract referenced) {
    boolean same =
        column.type().equals(referenced.type())
            || column.type().equals("ARRAY<" + referenced.type() + ">");
    return same ? "" : "which is %s and not %s".formatted(referenced.type(), column.type());
  }
}
