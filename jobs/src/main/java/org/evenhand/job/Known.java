package org.evenhand.job;

import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.evenhand.table.Table;

/**
 * What was known at the knowledge date: the only view of silver the analyses take. A row was known
 * from known_from on and before known_to; NULL known_to = still believed.
 */
public final class Known {
  private static final String FROM = "known_from";
  private static final String TO = "known_to";

  private Known() {}

  /** Rows of a bitemporal table known at the run's knowledge date. */
  public static Dataset<Row> rows(RunContext context, Table table) {
    return onlyKnown(context.tables().read(table), table, context.period().asOf());
  }

  /** The same for a table of few rows, on the driver. */
  public static List<Row> onDriver(RunContext context, Table table) {
    Instant at = context.period().asOf();
    return context.tables().rows(table).stream().filter(row -> is(row, table, at)).toList();
  }

  /** Known records that still stand. */
  public static Dataset<Row> standing(RunContext context, Table table) {
    return onlyStanding(rows(context, table), table);
  }

  /** Keeps rows with known_from &le; at &lt; known_to. */
  public static Dataset<Row> onlyKnown(Dataset<Row> rows, Table table, Instant at) {
    Column from = table.column(FROM).col();
    Column to = table.column(TO).col();
    Column date = functions.lit(at);
    return rows.where(from.leq(date).and(to.isNull().or(to.gt(date))));
  }

  /** Keeps records that still stand: not deleted at the source, not gone from a full export. */
  public static Dataset<Row> onlyStanding(Dataset<Row> rows, Table table) {
    return rows.where(table.column("presence").col().isin("PRESENT", "NOT_EXPORTED"));
  }

  private static boolean is(Row row, Table table, Instant at) {
    org.evenhand.table.Column to = table.column(TO);
    return !table.column(FROM).instant(row).isAfter(at)
        && (to.isNull(row) || to.instant(row).isAfter(at));
  }
}
