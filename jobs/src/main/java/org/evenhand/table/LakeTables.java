package org.evenhand.table;

import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.defaults.internal.logstore.LogStoreProvider;
import io.delta.kernel.engine.Engine;
import io.delta.storage.LogStore;
import java.net.URI;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.evenhand.schema.TableName;
import org.evenhand.schema.WriteMode;

/** Tables in a directory tree, with Kernel for small data and Spark for the rest. */
public final class LakeTables implements Tables {
  private final SparkSession session;
  private final Lake lake;
  private final Engines engines;
  private final InstantSource clock;
  private final Configuration configuration;
  private final Engine kernel;
  private final Map<TableName, OneTable> tables = new ConcurrentHashMap<>();

  /**
   * @param lake root of the lakehouse
   */
  public LakeTables(SparkSession session, String lake) {
    this(session, new Lake(lake), Engines.byDefault(), Clock.systemUTC());
  }

  /**
   * @param clock times of commits, which no content depends on
   */
  public LakeTables(SparkSession session, Lake lake, Engines engines, InstantSource clock) {
    this.session = session;
    this.lake = lake;
    this.engines = engines;
    this.clock = clock;
    this.configuration = new Configuration(session.sparkContext().hadoopConfiguration());
    configuration.set("io.delta.kernel.logStore.file.impl", DurableLogStore.class.getName());
    configuration.set("parquet.compression", "ZSTD");
    this.kernel = DefaultEngine.create(configuration);
  }

  @Override
  public Dataset<Row> read(Table table) {
    return one(table).read(file -> true);
  }

  @Override
  public Dataset<Row> read(Table table, Slice slice) {
    return slice instanceof Slice.Partition part
        ? one(table)
            .read(file -> file.partition().equals(Optional.of(part.value())))
            .where(partition(table).equalTo(part.value()))
        : read(table);
  }

  @Override
  public Dataset<Row> read(Table table, Edition edition) {
    return one(table)
        .read(file -> file.partition().equals(Optional.of(edition.quarter())))
        .where(functions.col("quarter").equalTo(edition.quarter()))
        .where(functions.col("edition").equalTo(edition.id()));
  }

  @Override
  public List<Row> rows(Table table) {
    return one(table).rows();
  }

  @Override
  public TableState state(Table table) {
    return one(table).state();
  }

  @Override
  public Optional<Stamp> lastStamp(Table table) {
    List<Stamp> stamps = stamps(table);
    return stamps.isEmpty() ? Optional.empty() : Optional.of(stamps.get(stamps.size() - 1));
  }

  @Override
  public List<Stamp> stamps(Table table) {
    return one(table).log().history().commits().stream().map(Commit::stamp).toList();
  }

  @Override
  public TableState append(Table table, Dataset<Row> rows, Stamp stamp) {
    return one(table).append(new Incoming.Frame(rows), stamp);
  }

  @Override
  public TableState append(Table table, List<Row> rows, Stamp stamp) {
    return one(table).append(new Incoming.Driver(rows), stamp);
  }

  @Override
  public TableState replace(Table table, Slice slice, Dataset<Row> rows, Stamp stamp) {
    return one(table).replace(slice, new Incoming.Frame(rows), stamp);
  }

  @Override
  public TableState replace(Table table, Slice slice, List<Row> rows, Stamp stamp) {
    return one(table).replace(slice, new Incoming.Driver(rows), stamp);
  }

  @Override
  public TableState edition(Table table, Edition edition, Dataset<Row> rows, Stamp stamp) {
    return one(table).edition(edition, new Incoming.Frame(rows), stamp);
  }

  @Override
  public TableState edition(Table table, Edition edition, List<Row> rows, Stamp stamp) {
    return one(table).edition(edition, new Incoming.Driver(rows), stamp);
  }

  /** Rows and checksum of one edition; the version is the table's. */
  public TableState state(Table table, Edition edition) {
    return one(table).state(edition);
  }

  /** Editions with rows in an edition table. */
  public Set<Edition> editions(Table table) {
    return one(table).editions();
  }

  /** Takes editions out of an edition table; commits nothing when it has none of them. */
  public TableState drop(Table table, Set<Edition> editions, Stamp stamp) {
    return one(table).drop(editions, stamp);
  }

  /** Joins small files and deletes those that no version within the retention names. */
  public void compact(Table table) {
    if (state(table).version() < 0) {
      return;
    }
    String path = lake.path(table).replace("`", "``");
    if (table.contract().storage().mode() != WriteMode.EDITION) {
      session.sql("OPTIMIZE delta.`%s`".formatted(path)).collect();
    }
    session.sql("VACUUM delta.`%s`".formatted(path)).collect();
  }

  /** What is wrong with a table's log, files and rows, in plain words; empty when nothing. */
  public List<String> problems(Table table) {
    return one(table).problems();
  }

  /** The same tables as they were copied when an edition was published. */
  public LakeTables published(Edition edition) {
    return new LakeTables(session, lake.published(edition), engines, clock);
  }

  private static org.apache.spark.sql.Column partition(Table table) {
    String name = Shape.of(table).partition().orElseThrow(() -> OneTable.notPartitioned(table));
    return functions.col(name).cast("string");
  }

  private OneTable one(Table table) {
    return tables.computeIfAbsent(
        table.name(),
        absent -> {
          String path = lake.path(table);
          TableLog log = new TableLog(path, kernel, store(path), configuration);
          return new OneTable(
              Shape.of(table),
              log,
              new Reading(session, log, kernel, engines),
              new Batches(session, path, new KernelFiles(kernel), configuration, engines),
              new TableCheck(log, configuration),
              clock);
        });
  }

  private LogStore store(String path) {
    return LogStoreProvider.getLogStore(configuration, URI.create(path).getScheme());
  }
}
