package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.date_trunc;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.timestamp_micros;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.evenhand.table.columns.SilverOpportunity;

/** Expressions every transform uses on instants, presence and lists. */
final class Events {
  private static final long MICROS_TO_NOON = 43_200_000_000L;

  private Events() {}

  /**
   * The local day of an instant; needs the person's time_zone in the row. A source that only knows
   * days delivers midnight UTC: such an instant is that day everywhere.
   */
  static Column day(Column instant) {
    return when(instant.equalTo(date_trunc("day", instant)), to_date(instant))
        .otherwise(Spans.day(instant));
  }

  /**
   * Midday UTC of a day: within that day in nearly every zone, for looking up where someone was.
   */
  static Column noon(Column day) {
    return timestamp_micros(unix_micros(day.cast("timestamp")).plus(lit(MICROS_TO_NOON)));
  }

  /** Presence by the source's own deletion mark, else by the extracts. */
  static Column presence(Column deleted) {
    return when(deleted, "DELETED").otherwise(SilverOpportunity.PRESENCE.col());
  }

  /** Whether the record is in the latest extract of its belief. */
  static Column present() {
    return SilverOpportunity.PRESENCE.col().equalTo("PRESENT");
  }

  /** The flag, false when unknown. */
  static Column is(Column flag) {
    return coalesce(flag, lit(false));
  }

  /** The list, empty when unknown. */
  static Column list(Column texts) {
    return coalesce(texts, org.apache.spark.sql.functions.array().cast("array<string>"));
  }
}
