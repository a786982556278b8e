package org.evenhand.schema;

/** Who may open a table's directory. The wall is the file system; views are a convenience. */
public enum Zone {
  /** Raw exports, identities, demographics, rejects. Mode 0700. */
  RESTRICTED,
  /** Pseudonymised rows for HR analytics. */
  HR,
  /** Suppressed aggregates for executives. */
  EXEC,
  /** Immutable copies of what was published. */
  PUBLISHED
}
