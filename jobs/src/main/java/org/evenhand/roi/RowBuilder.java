package org.evenhand.roi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.evenhand.table.Column;
import org.evenhand.table.Edition;
import org.evenhand.table.Table;
import org.jspecify.annotations.Nullable;

/** Collects the values of a row by column; columns not set stay NULL. */
final class RowBuilder {
  private final Table table;
  private final Map<String, Object> values = new HashMap<>();

  RowBuilder(Table table, Edition edition) {
    this.table = table;
    values.put("quarter", edition.quarter());
    values.put("edition", edition.id());
  }

  RowBuilder set(Column column, Object value) {
    if (!column.table().equals(table)) {
      throw new IllegalArgumentException(
          "Cannot set %s in a row of %s: it is another table's. Use the own handle."
              .formatted(column, table));
    }
    values.put(column.name(), value);
    return this;
  }

  /** An empty value stays NULL. */
  RowBuilder maybe(Column column, Optional<?> value) {
    value.ifPresent(known -> set(column, known));
    return this;
  }

  /** In the contract's order. */
  Row build() {
    List<@Nullable Object> ordered = new ArrayList<>();
    table.contract().columnNames().forEach(name -> ordered.add(values.get(name)));
    return RowFactory.create(ordered.toArray());
  }
}
