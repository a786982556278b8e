package org.evenhand.table;

import java.util.Optional;

/**
 * One Parquet file of a table.
 *
 * @param path below the table's directory, URI-encoded as the log has it
 * @param slice partition value, or edition slice; empty text in an unpartitioned table
 * @param partition value of the partition column, empty when NULL or unpartitioned
 * @param bytes size
 * @param rows number of rows, -1 when the log does not say
 * @param stats statistics as the log keeps them
 */
record DataFile(
    String path, String slice, Optional<String> partition, long bytes, long rows, String stats) {

  static final String SLICE_TAG = "evenhand.slice";

  DataFile inSlice(String newSlice) {
    return new DataFile(path, newSlice, partition, bytes, rows, stats);
  }
}
