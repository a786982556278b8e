package org.evenhand.table;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The only reader and writer of Delta tables. Writers select columns in contract order, refuse
 * missing and extra ones, hold the contract's constraints, and commit nothing when the content
 * would not change. Small tables go through Delta Kernel on the driver, large ones through Spark.
 */
public interface Tables {

  /** Current rows; no rows, with the contract's columns, when the table does not exist yet. */
  Dataset<Row> read(Table table);

  /** Current rows of one slice. */
  Dataset<Row> read(Table table, Slice slice);

  /** Current rows on the driver, for tables known to be small. */
  List<Row> rows(Table table);

  /** Version, rows and checksum of the current content. */
  TableState state(Table table);

  /** The stamp of the newest commit that wrote rows. */
  Optional<Stamp> lastStamp(Table table);

  /** The stamps of all commits, oldest first. */
  List<Stamp> stamps(Table table);

  /** Adds rows. A stamp whose {@code inputs} already committed to this table is a no-op. */
  TableState append(Table table, Dataset<Row> rows, Stamp stamp);

  /** Adds rows that are already on the driver, as {@link #append(Table, Dataset, Stamp)} does. */
  TableState append(Table table, List<Row> rows, Stamp stamp);

  /** Replaces exactly a slice; equal content commits nothing. */
  TableState replace(Table table, Slice slice, Dataset<Row> rows, Stamp stamp);

  /** Replaces exactly a slice with rows that are already on the driver. */
  TableState replace(Table table, Slice slice, List<Row> rows, Stamp stamp);

  /**
   * Adds one edition of a quarter; an edition that is already there is a no-op. The table has
   * columns {@code quarter} and {@code edition}.
   */
  TableState edition(Table table, Edition edition, Dataset<Row> rows, Stamp stamp);

  /** Adds one edition with rows that are already on the driver. */
  TableState edition(Table table, Edition edition, List<Row> rows, Stamp stamp);

  /** Rows of one edition. */
  Dataset<Row> read(Table table, Edition edition);
}
