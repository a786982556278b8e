package org.evenhand.panel;

import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.to_date;

import org.apache.spark.sql.Column;
import org.evenhand.table.columns.SilverLead;

/** When a lead succeeded: first held meeting or conversion, whichever came first. */
final class LeadCases {
  private LeadCases() {}

  /** NULL while neither happened; {@code least} passes over NULL. */
  static Column succeededOn() {
    return least(to_date(SilverLead.MEETING_HELD_AT.col()), SilverLead.CONVERTED_ON.col());
  }
}
