package org.evenhand.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.evenhand.schema.ColumnContract;
import org.evenhand.schema.ColumnType;

/**
 * The rules that columns' own constraints make, for rows on the driver. They only raise suspicion:
 * the verdict, and the message, come from the rules as SQL.
 */
final class DriverRules {
  private final List<Predicate<Row>> rules = new ArrayList<>();

  DriverRules(List<ColumnContract> columns) {
    for (int i = 0; i < columns.size(); i++) {
      add(columns.get(i), i);
    }
  }

  boolean hold(Row row) {
    for (Predicate<Row> rule : rules) {
      if (!rule.test(row)) {
        return false;
      }
    }
    return true;
  }

  private void add(ColumnContract column, int at) {
    ColumnType type = column.columnType();
    if (column.required()) {
      rules.add(row -> !row.isNullAt(at));
    }
    if (type == ColumnType.Scalar.DOUBLE) {
      known(at, value -> Double.isFinite((Double) value));
    }
    if (!column.constraints().allowed().isEmpty()) {
      Set<String> allowed = new TreeSet<>(column.constraints().allowed());
      known(at, value -> isAllowed(value, allowed));
    }
    column
        .constraints()
        .minimum()
        .ifPresent(min -> known(at, value -> compare(value, type.value(min)) >= 0));
    column
        .constraints()
        .maximum()
        .ifPresent(max -> known(at, value -> compare(value, type.value(max)) <= 0));
    column
        .constraints()
        .regex()
        .map(Pattern::compile)
        .ifPresent(regex -> known(at, value -> regex.matcher((String) value).matches()));
  }

  private void known(int at, Predicate<Object> rule) {
    rules.add(row -> row.isNullAt(at) || rule.test(row.get(at)));
  }

  private static boolean isAllowed(Object value, Set<String> allowed) {
    return value instanceof scala.collection.Seq<?>
        ? Values.javaList(value).stream().map(String::valueOf).allMatch(allowed::contains)
        : allowed.contains(value.toString());
  }

  @SuppressWarnings("unchecked")
  private static int compare(Object value, Object limit) {
    return ((Comparable<Object>) value).compareTo(limit);
  }
}
