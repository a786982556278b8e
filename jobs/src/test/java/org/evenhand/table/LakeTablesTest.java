package org.evenhand.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenhand.table.TestTables.stamp;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.evenhand.errors.DataException;
import org.evenhand.testing.SparkExtension;
import org.evenhand.testing.TextTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(SparkExtension.class)
final class LakeTablesTest {
  private static final Table LEDGER = TestTables.deals("append");
  private static final Table DEALS = TestTables.deals("replace");
  private static final Table FIGURES = TestTables.deals("edition");
  private static final String TWO =
      """
      deal_id | quarter | owner | amount | stage | code | share | active | closed_on  | changed_at           | tags
      1       | 2026Q3  | Änne  | 10.00  | WON   | A1   | 0.5   | true   | 2026-07-03 | 2026-07-03T09:00:00Z | [a, b]
      2       | 2026Q3  | NULL  | NULL   | OPEN  | NULL | NULL  | NULL   | NULL       | NULL                 | NULL
      """;
  private static final String OTHER =
      """
      deal_id | quarter | amount | stage
      3       | 2026Q2  | 7.00   | WON
      """;

  private static final String[] ALL = DEALS.contract().columnNames().toArray(String[]::new);

  @TempDir private Path lake;
  private final SparkSession session;

  LakeTablesTest(SparkSession session) {
    this.session = session;
  }

  enum Kind {
    KERNEL,
    SPARK
  }

  private LakeTables tables(Kind kind) {
    Engines engines = kind == Kind.KERNEL ? Engines.onlyKernel() : Engines.onlySpark();
    return new LakeTables(session, new Lake(lake.toString()), engines, Clock.systemUTC());
  }

  private Dataset<Row> frame(Table table, String text) {
    return TextTable.frame(session, table, text);
  }

  @ParameterizedTest
  @EnumSource
  void writtenRowsComeBackThroughBothEngines(Kind kind) {
    tables(kind).replace(DEALS, Slice.whole(), frame(DEALS, TWO), stamp("a"));

    String expected = TextTable.print(TextTable.rows(DEALS, TWO), ALL);
    for (Kind reader : Kind.values()) {
      List<Row> rows = tables(reader).read(DEALS).orderBy("deal_id").collectAsList();
      assertThat(TextTable.print(rows, ALL)).isEqualTo(expected);
    }
    assertThat(tables(kind).rows(DEALS)).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void missingTableReadsAsNoRowsWithTheContractsColumns(Kind kind) {
    assertThat(tables(kind).read(DEALS).columns())
        .containsExactlyElementsOf(DEALS.contract().columnNames());
    assertThat(tables(kind).state(DEALS).version()).isEqualTo(-1);
    assertThat(tables(kind).lastStamp(DEALS)).isEmpty();
  }

  @Test
  void equalRowsHaveEqualChecksumsWhicheverEngineAndOrder() {
    TableState kernel =
        tables(Kind.KERNEL).replace(LEDGER, Slice.whole(), frame(LEDGER, TWO), stamp("a"));
    tables(Kind.KERNEL).replace(LEDGER, Slice.whole(), List.of(), stamp("b"));
    TableState spark =
        tables(Kind.SPARK)
            .replace(
                LEDGER,
                Slice.whole(),
                frame(LEDGER, TWO).orderBy("stage").repartition(3),
                stamp("c"));

    assertThat(spark.checksum()).isEqualTo(kernel.checksum());
    assertThat(spark.rows()).isEqualTo(2);
    assertThat(spark.version()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void appendOfTheSameInputsIsDoneOnce(Kind kind) {
    tables(kind).append(LEDGER, frame(LEDGER, TWO), stamp("a"));
    TableState second = tables(kind).append(LEDGER, frame(LEDGER, OTHER), stamp("b"));
    TableState again = tables(kind).append(LEDGER, frame(LEDGER, TWO), stamp("a"));

    assertThat(again).isEqualTo(second);
    assertThat(second.rows()).isEqualTo(3);
    assertThat(tables(kind).read(LEDGER).count()).isEqualTo(3);
    assertThat(tables(kind).stamps(LEDGER)).containsExactly(stamp("a"), stamp("b"));
  }

  @ParameterizedTest
  @EnumSource
  void replaceTouchesExactlyItsSlice(Kind kind) {
    tables(kind).replace(DEALS, Slice.of("2026Q2"), frame(DEALS, OTHER), stamp("a"));
    tables(kind).replace(DEALS, Slice.of("2026Q3"), frame(DEALS, TWO), stamp("b"));
    TableState state =
        tables(kind)
            .replace(
                DEALS, Slice.of("2026Q3"), TextTable.rows(DEALS, TWO).subList(0, 1), stamp("c"));

    assertThat(state.rows()).isEqualTo(2);
    for (Kind reader : Kind.values()) {
      assertThat(ids(tables(reader).read(DEALS))).containsExactly(1L, 3L);
      assertThat(ids(tables(reader).read(DEALS, Slice.of("2026Q2")))).containsExactly(3L);
    }
  }

  @ParameterizedTest
  @EnumSource
  void replaceWithEqualContentCommitsNothing(Kind kind) {
    TableState first =
        tables(kind).replace(DEALS, Slice.of("2026Q3"), frame(DEALS, TWO), stamp("a"));
    TableState again =
        tables(kind).replace(DEALS, Slice.of("2026Q3"), frame(DEALS, TWO), stamp("b"));

    assertThat(again).isEqualTo(first);
    assertThat(tables(kind).lastStamp(DEALS)).contains(stamp("a"));
  }

  @ParameterizedTest
  @EnumSource
  void replaceWithNoRowsEmptiesTheSlice(Kind kind) {
    tables(kind).replace(DEALS, Slice.of("2026Q3"), frame(DEALS, TWO), stamp("a"));
    TableState state = tables(kind).replace(DEALS, Slice.of("2026Q3"), List.of(), stamp("b"));

    assertThat(state.rows()).isZero();
    for (Kind reader : Kind.values()) {
      assertThat(tables(reader).read(DEALS).count()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void editionIsWrittenOnce(Kind kind) {
    Edition first = new Edition("2026Q3", "abc");
    Edition second = new Edition("2026Q3", "def");
    Dataset<Row> rows = frame(FIGURES, "deal_id\n1\n2").drop("quarter", "edition");
    TableState written = tables(kind).edition(FIGURES, first, rows, stamp("a"));
    TableState again = tables(kind).edition(FIGURES, first, rows, stamp("b"));
    tables(kind).edition(FIGURES, second, rows.limit(1), stamp("c"));

    assertThat(again).isEqualTo(written);
    for (Kind reader : Kind.values()) {
      assertThat(ids(tables(reader).read(FIGURES, first))).containsExactly(1L, 2L);
      assertThat(tables(reader).read(FIGURES, second).count()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void otherColumnsThanTheContractsAreNamed(Kind kind) {
    Dataset<Row> rows = frame(DEALS, TWO).drop("amount").withColumnRenamed("code", "kode");

    assertThatThrownBy(() -> tables(kind).replace(DEALS, Slice.whole(), rows, stamp("a")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("missing columns [amount, code], extra columns [kode]");
  }

  @ParameterizedTest
  @EnumSource
  void wrongTypesAreNamed(Kind kind) {
    Dataset<Row> rows =
        frame(DEALS, TWO).withColumn("amount", org.apache.spark.sql.functions.lit("ten"));

    assertThatThrownBy(() -> tables(kind).replace(DEALS, Slice.whole(), rows, stamp("a")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("amount is STRING, the contract says DECIMAL(18,2)");
  }

  @ParameterizedTest
  @EnumSource
  void rowsThatBreakARuleAreRefusedAndNothingIsWritten(Kind kind) {
    Dataset<Row> rows =
        frame(
            DEALS,
            """
            deal_id | amount | stage | code | share
            1       | NULL   | WON   | A1   | 0.5
            2       | -1.00  | LOST  | 7    | 1.5
            """);

    assertThatThrownBy(() -> tables(kind).replace(DEALS, Slice.whole(), rows, stamp("a")))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("2 rows break its contract")
        .hasMessageContaining("won_has_amount in 1 rows (a WON deal needs an amount)")
        .hasMessageContaining("stage_allowed in 1 rows")
        .hasMessageContaining("code_pattern in 1 rows");
    assertThat(tables(kind).state(DEALS).version()).isEqualTo(-1);
  }

  private static List<Long> ids(Dataset<Row> frame) {
    return frame.select("deal_id").collectAsList().stream()
        .map(r -> r.getLong(0))
        .sorted()
        .toList();
  }
}
