package org.evenhand.schema;

/** How a column relates to a person; declared per column, never inferred. */
public enum Pii {
  NONE,
  INDIRECT,
  DIRECT,
  /**
   * Special category (GDPR Art. 9 and the like): read only by consolidation and the fairness audit.
   */
  SPECIAL
}
