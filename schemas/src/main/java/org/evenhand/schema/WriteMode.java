package org.evenhand.schema;

/** How rows enter a table. */
public enum WriteMode {
  /** Rows are only added: bronze once per file hash, ledgers once per event. */
  APPEND,
  /** A slice (one partition, or the whole table when unpartitioned) is replaced exactly. */
  REPLACE,
  /** Rows are matched on the key; matched rows are replaced, others added. */
  MERGE,
  /**
   * A complete set of rows is added under (quarter, edition); the same edition again is a no-op.
   */
  EDITION
}
