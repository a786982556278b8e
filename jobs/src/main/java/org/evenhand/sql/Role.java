package org.evenhand.sql;

import org.evenhand.schema.Zone;

/** Who asks, and so which zones they see and whether the small-cell rule holds for them. */
public enum Role {
  /** Aggregates only. */
  EXEC(false, true),
  /** Pseudonymous rows and aggregates. */
  HR(true, true),
  /** Full cells in a controlled path. */
  AUDIT(true, false);

  private final boolean pseudonymousRows;
  private final boolean smallCells;

  Role(boolean pseudonymousRows, boolean smallCells) {
    this.pseudonymousRows = pseudonymousRows;
    this.smallCells = smallCells;
  }

  public boolean sees(Zone zone) {
    return switch (zone) {
      case EXEC, PUBLISHED -> true;
      case HR -> pseudonymousRows;
      case RESTRICTED -> false;
    };
  }

  /** Whether groups of few people are withheld from results. */
  public boolean protectsSmallCells() {
    return smallCells;
  }
}
