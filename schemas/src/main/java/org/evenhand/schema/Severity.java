package org.evenhand.schema;

/** What a broken check does: FAIL rejects the row, WARN counts it. */
public enum Severity {
  FAIL,
  WARN
}
