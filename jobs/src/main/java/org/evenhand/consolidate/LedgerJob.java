package org.evenhand.consolidate;

import java.util.List;
import java.util.stream.Stream;
import org.evenhand.job.Job;
import org.evenhand.job.RunContext;
import org.evenhand.table.Table;
import org.evenhand.table.columns.BronzeFile;

/**
 * A job that reads landed tables. Of the file ledger only what it says about those tables matters,
 * so a late file makes only the jobs run again that read its table.
 */
interface LedgerJob extends Job {

  @Override
  default List<Table> partly() {
    return List.of(BronzeFile.TABLE);
  }

  @Override
  default List<String> parameters(RunContext context) {
    Ledger ledger = new Ledger(context.tables().rows(BronzeFile.TABLE), context.rules().mappings());
    return reads().stream().flatMap(table -> said(ledger, table)).toList();
  }

  private static Stream<String> said(Ledger ledger, Table table) {
    return Stream.concat(
        ledger.about(table).stream().map(row -> table + " " + row.mkString(" ")).sorted(),
        ledger.replaced(table).stream().map(file -> table + " without " + file));
  }
}
