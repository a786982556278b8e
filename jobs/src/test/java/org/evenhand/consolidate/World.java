package org.evenhand.consolidate;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.evenhand.job.Job;
import org.evenhand.job.Quarter;
import org.evenhand.job.RunContext;
import org.evenhand.schema.ColumnContract;
import org.evenhand.schema.Mappings;
import org.evenhand.schema.Policies;
import org.evenhand.table.Column;
import org.evenhand.table.Edition;
import org.evenhand.table.Slice;
import org.evenhand.table.Stamp;
import org.evenhand.table.Table;
import org.evenhand.table.TableState;
import org.evenhand.table.Tables;
import org.evenhand.testing.TextTable;

/** Tables in memory: bronze rows as text go in, jobs run, silver rows come out as text. */
final class World implements Tables {
  private static final Instant AS_OF = Instant.parse("2027-01-01T00:00:00Z");
  private final SparkSession session;
  private final Path keyFile;
  private final Map<Table, List<Row>> rows = new HashMap<>();

  World(SparkSession session, Path directory) {
    this.session = session;
    this.keyFile = directory.resolve("key");
  }

  World with(Table table, String text) {
    rows.put(table, TextTable.rows(table, text));
    return this;
  }

  World run(Job... jobs) {
    Arrays.stream(jobs).forEach(job -> job.run(context()));
    return this;
  }

  /** The calendar, rates, people and their assignments: what most other jobs look up. */
  World runBasics() {
    return run(
        new CalendarJob(),
        new FxJob(),
        new WorkerIdentityJob(),
        new IdentityJob(),
        new AssignmentJob());
  }

  /** Rows in a stable order, with every rep_key written as the worker id it stands for. */
  String print(Table table, Column... columns) {
    Map<Long, String> people = new HashMap<>();
    rows(org.evenhand.table.columns.SilverWorkerIdentity.TABLE)
        .forEach(
            row ->
                people.put(
                    org.evenhand.table.columns.SilverWorkerIdentity.REP_KEY.whole(row),
                    org.evenhand.table.columns.SilverWorkerIdentity.WORKER_ID.text(row)));
    String text = TextTable.print(rows(table), columns);
    for (Map.Entry<Long, String> person : people.entrySet()) {
      text = text.replace(person.getKey().toString(), person.getValue());
    }
    List<String> lines = text.lines().toList();
    return lines.get(0) + "\n" + String.join("\n", lines.stream().skip(1).sorted().toList());
  }

  RunContext context() {
    return new RunContext(
        new RunContext.Engine(session, this),
        new RunContext.Period(
            Quarter.parse("2026Q3"), new Edition("2026Q3", "000000000000"), AS_OF),
        new RunContext.Rules(Policies.bundled(), Mappings.bundled()),
        new RunContext.Places(keyFile, "lake", keyFile, keyFile),
        new Stamp("test", "run", "inputs", Map.of()));
  }

  @Override
  public Dataset<Row> read(Table table) {
    return session.createDataFrame(rows(table), TextTable.schema(table));
  }

  @Override
  public Dataset<Row> read(Table table, Slice slice) {
    return read(table);
  }

  @Override
  public List<Row> rows(Table table) {
    return rows.getOrDefault(table, List.of());
  }

  @Override
  public TableState state(Table table) {
    return new TableState(table, 0, rows(table).size(), "");
  }

  @Override
  public Optional<Stamp> lastStamp(Table table) {
    return Optional.empty();
  }

  @Override
  public List<Stamp> stamps(Table table) {
    return List.of();
  }

  @Override
  public TableState replace(Table table, Slice slice, Dataset<Row> frame, Stamp stamp) {
    if (!Arrays.asList(frame.columns()).equals(table.contract().columnNames())) {
      throw new AssertionError(
          table
              + " has columns "
              + Arrays.toString(frame.columns())
              + " instead of its contract's");
    }
    return replace(table, slice, frame.collectAsList(), stamp);
  }

  @Override
  public TableState replace(Table table, Slice slice, List<Row> replacement, Stamp stamp) {
    Set<List<Object>> keys = new HashSet<>();
    for (Row row : replacement) {
      if (!keys.add(table.contract().storage().key().stream().map(row::<Object>getAs).toList())) {
        throw new AssertionError(table + " has two rows with the key of " + row);
      }
      for (ColumnContract column : table.contract().columns()) {
        if (column.required() && row.getAs(column.name()) == null) {
          throw new AssertionError(table + "." + column.name() + " is NULL in " + row);
        }
      }
    }
    rows.put(table, replacement);
    return state(table);
  }

  @Override
  public TableState append(Table table, Dataset<Row> frame, Stamp stamp) {
    throw new UnsupportedOperationException();
  }

  @Override
  public TableState append(Table table, List<Row> addition, Stamp stamp) {
    throw new UnsupportedOperationException();
  }

  @Override
  public TableState edition(Table table, Edition edition, Dataset<Row> frame, Stamp stamp) {
    throw new UnsupportedOperationException();
  }

  @Override
  public TableState edition(Table table, Edition edition, List<Row> frame, Stamp stamp) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Dataset<Row> read(Table table, Edition edition) {
    throw new UnsupportedOperationException();
  }
}
