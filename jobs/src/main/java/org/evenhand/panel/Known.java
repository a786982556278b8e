package org.evenhand.panel;

import java.time.Instant;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.evenhand.job.RunContext;
import org.evenhand.table.Table;

/** What was known at the knowledge date: the only view of silver the analyses take. */
final class Known {
  private Known() {}

  /** Rows of a bitemporal table known at the run's knowledge date. */
  static Dataset<Row> rows(RunContext context, Table table) {
    return onlyKnown(context.tables().read(table), table, context.period().asOf());
  }

  /** Keeps rows with known_from &le; at &lt; known_to; NULL known_to = still believed. */
  static Dataset<Row> onlyKnown(Dataset<Row> rows, Table table, Instant at) {
    Column from = table.column("known_from").col();
    Column to = table.column("known_to").col();
    Column date = functions.lit(at);
    return rows.where(from.leq(date).and(to.isNull().or(to.gt(date))));
  }

  /** Keeps records that still stand: not deleted at the source, not gone from a full export. */
  static Dataset<Row> onlyStanding(Dataset<Row> rows, Table table) {
    return rows.where(table.column("presence").col().isin("PRESENT", "NOT_EXPORTED"));
  }
}
