package org.evenhand.schema;

import java.util.List;

/**
 * How a table is kept.
 *
 * @param mode how rows enter
 * @param zone whose directory it lies in
 * @param key columns that identify a row; empty when rows have no identity (event logs)
 * @param partitionBy at most one column, the slice that REPLACE replaces; empty = the whole table
 * @param retention ISO-8601 period rows are kept, for example {@code P7Y}
 */
public record Storage(
    WriteMode mode, Zone zone, List<String> key, List<String> partitionBy, String retention) {
  public Storage {
    key = List.copyOf(key);
    partitionBy = List.copyOf(partitionBy);
  }
}
