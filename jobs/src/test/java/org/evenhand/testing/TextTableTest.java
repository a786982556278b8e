package org.evenhand.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.evenhand.table.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class TextTableTest {
  private static final Table FILE = Table.of("bronze.file");

  @Test
  void namedColumnsAreTypedByTheContract() {
    Row row =
        TextTable.rows(
                FILE,
                """
                path | bytes | extracted_at         | new_columns | reason
                a b  | 12    | 2026-10-01T00:00:00Z | [x, y]      | ''
                """)
            .get(0);

    assertThat(FILE.column("path").text(row)).isEqualTo("a b");
    assertThat(FILE.column("bytes").whole(row)).isEqualTo(12);
    assertThat(FILE.column("extracted_at").instant(row))
        .isEqualTo(Instant.parse("2026-10-01T00:00:00Z"));
    assertThat(row.getList(row.fieldIndex("new_columns"))).isEqualTo(List.of("x", "y"));
    assertThat(FILE.column("reason").text(row)).isEmpty();
  }

  @Test
  void requiredColumnsThatAreNotNamedGetAnAcceptedValueAndOptionalOnesNull() {
    List<Row> rows = TextTable.rows(FILE, "bytes\n1\n2");

    assertThat(
            TextTable.print(
                rows, FILE.column("file_id"), FILE.column("status"), FILE.column("reason")))
        .isEqualTo(
            """
            file_id | status | reason
            file_id-1 | LANDED | NULL
            file_id-2 | LANDED | NULL""");
  }

  @Test
  void emptyCellIsNullEvenInARequiredColumn() {
    Row row = TextTable.rows(FILE, "path | bytes\nNULL |").get(0);

    assertThat(FILE.column("path").isNull(row)).isTrue();
    assertThat(FILE.column("bytes").isNull(row)).isTrue();
  }

  @Test
  void frameHoldsTheSameRows(SparkSession session) {
    String text = "path | bytes | new_columns\na | 1 | [x]\nb | 2 |";

    assertThat(TextTable.frame(session, FILE, text).collectAsList())
        .isEqualTo(TextTable.rows(FILE, text));
  }

  @Test
  void wrongNamesAndRaggedRowsAreRefused() {
    assertThatThrownBy(() -> TextTable.rows(FILE, "paht\na")).hasMessageContaining("'paht'");
    assertThatThrownBy(() -> TextTable.rows(FILE, "path | bytes\na"))
        .hasMessage(
            "Cannot read row 1 of bronze.file: 1 cells under 2 columns. Give every column a cell.");
  }
}
