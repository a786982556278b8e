package org.evenhand.roi;

import java.time.Instant;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.evenhand.job.RunContext;
import org.evenhand.table.Table;

/** What was known at the knowledge date: the only view of silver these analyses take. */
final class Known {
  private static final String FROM = "known_from";
  private static final String TO = "known_to";

  private Known() {}

  /** Rows of a bitemporal table with known_from &le; as-of &lt; known_to; NULL = still believed. */
  static Dataset<Row> rows(RunContext context, Table table) {
    Column from = table.column(FROM).col();
    Column to = table.column(TO).col();
    Column date = functions.lit(context.period().asOf());
    return context.tables().read(table).where(from.leq(date).and(to.isNull().or(to.gt(date))));
  }

  /** The same rule for one row on the driver. */
  static boolean is(Row row, Table table, Instant asOf) {
    boolean begun = !table.column(FROM).instant(row).isAfter(asOf);
    org.evenhand.table.Column to = table.column(TO);
    return begun && (to.isNull(row) || to.instant(row).isAfter(asOf));
  }
}
