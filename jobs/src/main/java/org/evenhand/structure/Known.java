package org.evenhand.structure;

import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.evenhand.job.RunContext;
import org.evenhand.table.Table;

/** What was known at the knowledge date: the only view of silver taken here. */
final class Known {
  private Known() {}

  /** known_from &le; as of &lt; known_to; NULL known_to = still believed. */
  static Dataset<Row> frame(RunContext context, Table table) {
    Column from = table.column("known_from").col();
    Column to = table.column("known_to").col();
    Column at = functions.lit(context.period().asOf());
    return context.tables().read(table).where(from.leq(at).and(to.isNull().or(to.gt(at))));
  }

  /** Records that still stand: not deleted at the source, not gone from a full export. */
  static Dataset<Row> standing(RunContext context, Table table) {
    return frame(context, table)
        .where(table.column("presence").col().isin("PRESENT", "NOT_EXPORTED"));
  }

  /** The same on the driver, for tables of few rows. */
  static List<Row> rows(RunContext context, Table table) {
    Instant at = context.period().asOf();
    return context.tables().rows(table).stream()
        .filter(row -> !table.column("known_from").instant(row).isAfter(at))
        .filter(
            row ->
                table.column("known_to").isNull(row)
                    || table.column("known_to").instant(row).isAfter(at))
        .toList();
  }
}
