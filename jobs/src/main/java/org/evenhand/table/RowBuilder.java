package org.evenhand.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;

/** One row of an edition, its values collected by column; columns not set stay NULL. */
public final class RowBuilder {
  private final Table table;
  private final Map<String, Object> values = new HashMap<>();

  public RowBuilder(Table table, Edition edition) {
    this.table = table;
    values.put("quarter", edition.quarter());
    values.put("edition", edition.id());
  }

  public RowBuilder set(Column column, Object value) {
    if (!column.table().equals(table)) {
      throw new IllegalArgumentException(
          "Cannot set %s in a row of %s: it is another table's. Use the own handle."
              .formatted(column, table));
    }
    values.put(column.name(), value);
    return this;
  }

  /** An empty value stays NULL. */
  public RowBuilder maybe(Column column, Optional<?> value) {
    value.ifPresent(known -> set(column, known));
    return this;
  }

  /** In the contract's order. */
  public Row build() {
    List<@Nullable Object> ordered = new ArrayList<>();
    table.contract().columnNames().forEach(name -> ordered.add(values.get(name)));
    return RowFactory.create(ordered.toArray());
  }
}
