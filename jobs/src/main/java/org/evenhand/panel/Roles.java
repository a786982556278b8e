package org.evenhand.panel;

import java.util.List;
import org.apache.spark.sql.Column;

/** The role families whose work the measures describe. */
final class Roles {
  static final List<String> FAMILIES = List.of("SDR", "AE", "CSM", "SUPPORT");

  /** Families that own opportunities. */
  static final List<String> DEAL_OWNERS = List.of("AE", "CSM");

  private Roles() {}

  /** Reps and people whose role nobody delivered; managers and others are not measured as reps. */
  static Column isRep(Column role) {
    return role.isNull().or(role.isin(FAMILIES.toArray()));
  }
}
