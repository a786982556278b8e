package org.evenhand.structure;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.evenhand.job.Known;
import org.evenhand.job.RunContext;
import org.evenhand.table.Column;
import org.evenhand.table.columns.SilverStructuralInput;

/** Values that planning, pricing or finance supplied, by territory, segment and month. */
final class Conditions {
  private static final String EVERYWHERE = "ALL";

  private final Map<Indicator, Map<List<String>, Supplied>> values = new TreeMap<>();

  /** What is measured of a factor. */
  record Indicator(Factor factor, String name) implements Comparable<Indicator> {
    @Override
    public int compareTo(Indicator other) {
      int byFactor = factor.compareTo(other.factor);
      return byFactor != 0 ? byFactor : name.compareTo(other.name);
    }
  }

  /**
   * @param completeness part of the territory covered, 1 when not said
   */
  record Supplied(
      double value,
      double completeness,
      Optional<String> unit,
      Optional<String> source,
      Optional<String> method) {}

  static Conditions of(RunContext context, StructurePolicy policy) {
    return of(Known.onDriver(context, SilverStructuralInput.TABLE), policy);
  }

  /**
   * @param supplied rows of silver.structural_input as known
   */
  static Conditions of(List<Row> supplied, StructurePolicy policy) {
    Conditions conditions = new Conditions();
    for (Row row : supplied) {
      String indicator = SilverStructuralInput.INDICATOR.text(row);
      if (!policy.refuses(indicator)) {
        conditions.add(
            new Indicator(Factor.valueOf(SilverStructuralInput.FACTOR.text(row)), indicator), row);
      }
    }
    return conditions;
  }

  private void add(Indicator indicator, Row row) {
    List<String> key =
        key(
            SilverStructuralInput.TERRITORY_ID.text(row),
            SilverStructuralInput.SEGMENT.text(row),
            SilverStructuralInput.MONTH.date(row));
    double completeness =
        SilverStructuralInput.COMPLETENESS.isNull(row)
            ? 1
            : Math.max(0, Math.min(1, SilverStructuralInput.COMPLETENESS.real(row)));
    Supplied supplied =
        new Supplied(
            SilverStructuralInput.VALUE.real(row),
            completeness,
            text(row, SilverStructuralInput.UNIT),
            text(row, SilverStructuralInput.SOURCE),
            text(row, SilverStructuralInput.METHOD));
    values.computeIfAbsent(indicator, i -> new HashMap<>()).put(key, supplied);
  }

  private static Optional<String> text(Row row, Column column) {
    return column.isNull(row) ? Optional.empty() : Optional.of(column.text(row));
  }

  private static List<String> key(String territory, String segment, LocalDate month) {
    return List.of(territory, segment, month.toString());
  }

  /** All indicators anybody supplied, by factor and name. */
  Set<Indicator> indicators() {
    return Collections.unmodifiableSet(values.keySet());
  }

  /** The most particular value for a territory, segment and month. */
  Optional<Supplied> value(Indicator indicator, String territory, String segment, LocalDate month) {
    Map<List<String>, Supplied> of = values.getOrDefault(indicator, Map.of());
    for (String where : List.of(territory, EVERYWHERE)) {
      for (String whom : List.of(segment, EVERYWHERE)) {
        Supplied supplied = of.get(key(where, whom, month));
        if (supplied != null) {
          return Optional.of(supplied);
        }
      }
    }
    return Optional.empty();
  }
}
