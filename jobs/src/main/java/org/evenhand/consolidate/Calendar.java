package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.SilverCalendar;

/** Fiscal week and quarter of a day; NULL for days outside the calendar. */
final class Calendar {
  private static final String DAY = "calendar_day";
  private final Dataset<Row> days;

  /**
   * @param calendar rows of silver.calendar
   */
  Calendar(Dataset<Row> calendar) {
    this.days =
        calendar.select(
            SilverCalendar.DAY.col().as(DAY),
            SilverCalendar.WEEK_START.col(),
            SilverCalendar.QUARTER.col());
  }

  /** Adds week_start and quarter of the day. */
  Dataset<Row> of(Dataset<Row> rows, Column day) {
    return rows.join(broadcast(days), day.equalTo(col(DAY)), "left").drop(DAY);
  }
}
