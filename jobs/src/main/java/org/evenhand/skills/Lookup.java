package org.evenhand.skills;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.try_element_at;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;

/** A map of a policy as an expression; NULL where it has no entry. */
final class Lookup {
  private Lookup() {}

  /**
   * @param type of the values, for a map without entries
   */
  static Column of(Map<String, ?> entries, Column key, String type) {
    if (entries.isEmpty()) {
      return lit(null).cast(type);
    }
    List<Column> parts = new ArrayList<>();
    new TreeMap<>(entries)
        .forEach(
            (name, value) -> {
              parts.add(lit(name));
              parts.add(value instanceof Column column ? column : lit(value));
            });
    return try_element_at(map(parts.toArray(Column[]::new)), key);
  }

  static Column text(Map<String, String> entries, Column key) {
    return of(entries, key, "string");
  }

  static Column real(Map<String, Double> entries, Column key) {
    return of(entries, key, "double");
  }
}
