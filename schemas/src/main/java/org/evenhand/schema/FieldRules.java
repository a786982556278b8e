package org.evenhand.schema;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What becomes of the source columns. Source columns of JSON are paths such as {@code metaData.id}.
 *
 * @param normalise source column to the normaliser applied before anything else reads it
 * @param drop source columns removed at the door, never stored anywhere
 * @param columns bronze columns; one that is not listed is NULL
 */
public record FieldRules(
    Map<String, Normaliser> normalise, List<String> drop, List<MappedColumn> columns) {
  public FieldRules {
    normalise = Collections.unmodifiableMap(new TreeMap<>(normalise));
    drop = List.copyOf(drop);
    columns = List.copyOf(columns);
  }
}
