package org.evenhand.table;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows a caller hands over to be written. */
sealed interface Incoming {

  /** A frame that still has to be computed. */
  record Frame(Dataset<Row> rows) implements Incoming {}

  /** Rows that are already on the driver. */
  record Driver(List<Row> rows) implements Incoming {}
}
