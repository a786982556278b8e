package org.evenhand.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenhand.table.TestTables.stamp;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.evenhand.errors.DataException;
import org.evenhand.testing.SparkExtension;
import org.evenhand.testing.TextTable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Our tables in the hands of other writers, of two threads, and of a run that died. */
@ExtendWith(SparkExtension.class)
final class ForeignWriterTest {
  private static final Table DEALS = TestTables.deals("replace");
  private static final Table LEDGER = TestTables.deals("append");
  private static final String ONE = "deal_id | quarter | amount\n1 | 2026Q3 | 5.00";

  @TempDir private Path directory;
  private final SparkSession session;

  ForeignWriterTest(SparkSession session) {
    this.session = session;
  }

  private Lake lake = new Lake("unused");

  @BeforeEach
  void open() {
    lake = new Lake(directory.toString());
    tables().replace(DEALS, Slice.whole(), frame(ONE), stamp("a"));
  }

  @Test
  void deltaItselfHoldsNotNullAndChecks() {
    Dataset<Row> negative = frame("deal_id | quarter | amount\n2 | 2026Q3 | -5.00");
    Dataset<Row> nameless = frame(ONE).withColumn("deal_id", functions.lit(null).cast("bigint"));

    assertThatThrownBy(() -> foreignAppend(negative)).hasStackTraceContaining("amount_min");
    assertThatThrownBy(() -> foreignAppend(nameless)).hasStackTraceContaining("deal_id");
  }

  @Test
  void deltaSeesCommentsAndPartition() {
    Row detail = session.sql("DESCRIBE DETAIL delta.`%s`".formatted(path())).first();

    assertThat(detail.<String>getList(detail.fieldIndex("partitionColumns")))
        .containsExactly("quarter");
    assertThat(detail.<Integer>getAs("minReaderVersion")).isEqualTo(1);
    assertThat(session.read().format("delta").load(path()).schema().apply("owner").getComment())
        .isEqualTo(scala.Option.apply("It's the owner."));
  }

  @Test
  void rowsOfAnotherProgramStopTheNextRun() {
    foreignAppend(frame("deal_id | quarter | amount\n2 | 2026Q3 | 5.00"));

    assertThatThrownBy(() -> tables().state(DEALS))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("version 1 was written by another program");
    assertThat(tables().problems(DEALS)).singleElement().asString().contains("another program");
  }

  @Test
  void optimizeChangesNoRowsAndIsAllowed() {
    tables().append(DEALS, frame("deal_id | quarter\n2 | 2026Q3"), stamp("b"));
    session.sql("OPTIMIZE delta.`%s`".formatted(path()));

    assertThat(tables().state(DEALS).rows()).isEqualTo(2);
    assertThat(tables().problems(DEALS)).isEmpty();
    assertThat(tables().replace(DEALS, Slice.of("2026Q3"), List.of(), stamp("c")).rows()).isZero();
  }

  @Test
  void filesOfARunThatDiedBeforeItsCommitAreNotRows() throws Exception {
    Shape shape = Shape.of(DEALS);
    KernelFiles files =
        new KernelFiles(io.delta.kernel.defaults.engine.DefaultEngine.create(new Configuration()));
    new LocalBatch(session, shape, TextTable.rows(DEALS, ONE), path(), files).place();

    assertThat(dataFiles()).isEqualTo(2);
    assertThat(tables().read(DEALS).count()).isEqualTo(1);
    assertThat(tables().problems(DEALS)).isEmpty();
    assertThat(tables().append(DEALS, frame("deal_id\n9"), stamp("b")).rows()).isEqualTo(2);
  }

  @Test
  void twoThreadsWriteDifferentTables() throws Exception {
    LakeTables shared = tables();
    ExecutorService threads = Executors.newFixedThreadPool(2);
    List<Future<TableState>> states =
        Stream.of(DEALS, LEDGER).map(table -> threads.submit(() -> many(shared, table))).toList();
    for (Future<TableState> state : states) {
      assertThat(state.get().rows()).isGreaterThanOrEqualTo(30);
    }
    threads.shutdown();
    assertThat(shared.problems(DEALS)).isEmpty();
    assertThat(shared.problems(LEDGER)).isEmpty();
  }

  private TableState many(LakeTables shared, Table table) {
    for (int i = 0; i < 30; i++) {
      List<Row> row = TextTable.rows(table, "deal_id | quarter\n%d | 2026Q3".formatted(100 + i));
      shared.append(table, row, stamp("append " + i));
    }
    return shared.state(table);
  }

  private long dataFiles() throws Exception {
    try (Stream<Path> files =
        Files.find(directory, 5, (path, attributes) -> path.toString().endsWith(".parquet"))) {
      return files.count();
    }
  }

  private void foreignAppend(Dataset<Row> rows) {
    rows.write().format("delta").mode("append").save(path());
  }

  private LakeTables tables() {
    return new LakeTables(session, lake, Engines.byDefault(), Clock.systemUTC());
  }

  private Dataset<Row> frame(String text) {
    return TextTable.frame(session, DEALS, text);
  }

  private String path() {
    return lake.path(DEALS);
  }
}
