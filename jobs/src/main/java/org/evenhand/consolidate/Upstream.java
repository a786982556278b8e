package org.evenhand.consolidate;

import static org.apache.spark.sql.functions.not;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.evenhand.job.RunContext;
import org.evenhand.table.Column;
import org.evenhand.table.Table;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.BronzeProduct;
import org.evenhand.table.columns.BronzeWorker;
import org.evenhand.table.columns.SilverAssignment;
import org.evenhand.table.columns.SilverCalendar;
import org.evenhand.table.columns.SilverFx;
import org.evenhand.table.columns.SilverIdentity;
import org.evenhand.table.columns.SilverOpportunity;
import org.evenhand.table.columns.SilverWorkerIdentity;

/** What consolidation jobs read, in the shape they join it. */
final class Upstream {
  private static final long SMALL = 20_000;
  private final RunContext context;
  private final Settings settings;
  private final Ledger ledger;

  Upstream(RunContext context) {
    this.context = context;
    this.settings = Settings.of(context.policies());
    this.ledger = new Ledger(context.tables().rows(BronzeFile.TABLE), context.rules().mappings());
  }

  Settings settings() {
    return settings;
  }

  /** Whether a table has any row. */
  boolean holds(Table table) {
    return context.tables().state(table).rows() > 0;
  }

  /** References in tables that have rows; one where none has, so that there is always a frame. */
  List<PersonReference> referencesHeld() {
    List<PersonReference> held =
        PersonReference.ALL.stream().filter(reference -> holds(reference.source())).toList();
    return held.isEmpty() ? PersonReference.ALL.subList(0, 1) : held;
  }

  /** Rows of a small table, on the driver. */
  List<Row> rows(Table table) {
    return context.tables().rows(table);
  }

  /** A frame of rows with a table's columns. */
  Dataset<Row> frame(Table table, List<Row> rows) {
    return context.session().createDataFrame(rows, Records.schema(table));
  }

  /** Rows of a table; of a landed one without those a re-export replaced. */
  Dataset<Row> read(Table table) {
    List<String> replaced = ledger.replaced(table);
    return replaced.isEmpty()
        ? all(table)
        : all(table).where(not(BronzeWorker.META_FILE.col().isin(replaced.toArray())));
  }

  private Dataset<Row> all(Table table) {
    Dataset<Row> rows = context.tables().read(table);
    return context.tables().state(table).rows() < SMALL ? rows.coalesce(1) : rows;
  }

  /** States of knowledge of a landed table, by its key. */
  Dataset<Row> versions(Table bronze, Column... key) {
    List<Row> files = ledger.about(bronze);
    return files.isEmpty()
        ? Versions.of(all(bronze), key)
        : Versions.of(all(bronze), Ledger.frame(context.session(), files), key);
  }

  /** The same on the driver, for what HR and finance deliver. */
  List<Row> known(Table bronze, Column... key) {
    return versions(bronze, key).collectAsList();
  }

  People people() {
    return new People(context.tables().read(SilverIdentity.TABLE));
  }

  Spans spans() {
    return new Spans(
        context.session(),
        context.tables().rows(SilverAssignment.TABLE),
        settings.defaultTimeZone());
  }

  Rates rates() {
    return new Rates(context.tables().read(SilverFx.TABLE));
  }

  Calendar calendar() {
    return new Calendar(context.tables().read(SilverCalendar.TABLE));
  }

  Lookups lookups() {
    return new Lookups(people(), spans(), calendar(), rates());
  }

  ActivityJob.Rules activityRules() {
    return new ActivityJob.Rules(
        context.session(), ActivityMap.of(context.policies()), settings.hours());
  }

  Products products() {
    return new Products(context.session(), context.tables().rows(BronzeProduct.TABLE));
  }

  /** rep_key of every HR worker id. */
  Map<String, Long> repKeys() {
    Map<String, Long> keys = new HashMap<>();
    for (Row row : context.tables().rows(SilverWorkerIdentity.TABLE)) {
      keys.put(SilverWorkerIdentity.WORKER_ID.text(row), SilverWorkerIdentity.REP_KEY.whole(row));
    }
    return keys;
  }

  /** A row of {@link #known} with the time it was believed. */
  static <T> Knowledge.Known<T> believed(Row row, T value) {
    int to = row.fieldIndex(SilverAssignment.KNOWN_TO.name());
    return new Knowledge.Known<>(
        value, BronzeWorker.KNOWN_FROM.instant(row), row.isNullAt(to) ? null : row.getInstant(to));
  }

  /** Whether the record is missing from the extract this version begins with. */
  static boolean gone(Row row) {
    return !row.getString(row.fieldIndex(SilverOpportunity.PRESENCE.name())).equals("PRESENT");
  }
}
