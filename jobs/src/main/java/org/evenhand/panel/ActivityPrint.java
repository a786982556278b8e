package org.evenhand.panel;

import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.xxhash64;

import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.SilverActivity;

/** A fingerprint of the activities of each quarter: equal fingerprints, equal sums. */
final class ActivityPrint {
  /** Raise when the sums of rep_day change their meaning. */
  private static final String RULES = "1";

  private ActivityPrint() {}

  /** Quarter to fingerprint; independent of the order of rows. */
  static Map<String, String> perQuarter(Dataset<Row> activities) {
    Map<String, String> prints = new TreeMap<>();
    activities
        .groupBy(SilverActivity.QUARTER.col())
        .agg(
            count(lit(1)),
            bit_xor(
                xxhash64(
                    SilverActivity.SYSTEM.col(),
                    SilverActivity.ACTIVITY_ID.col(),
                    SilverActivity.REP_KEY.col(),
                    SilverActivity.TEAM_ID.col(),
                    SilverActivity.ROLE.col(),
                    SilverActivity.DAY.col(),
                    SilverActivity.WEEK_START.col(),
                    SilverActivity.KIND.col(),
                    SilverActivity.CAPTURE.col(),
                    SilverActivity.CLASS_CODE.col(),
                    SilverActivity.SELLING.col(),
                    SilverActivity.STATE.col(),
                    SilverActivity.START_AT.col(),
                    SilverActivity.END_AT.col(),
                    SilverActivity.MINUTES.col(),
                    SilverActivity.MINUTES_SOURCE.col(),
                    SilverActivity.AFTER_HOURS.col(),
                    SilverActivity.PRESENCE.col())))
        .collectAsList()
        .forEach(
            row ->
                prints.put(
                    row.getString(0),
                    "%s:%d:%016x".formatted(RULES, row.getLong(1), row.getLong(2))));
    return prints;
  }
}
