package org.evenhand.intake.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.evenhand.testing.SparkExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class ParquetRecordsTest {
  private static final ReadPlan PLAN =
      Reading.plan(new ReadPlan.Parquet(""), "id!", "d", "t", "m", "tags", "s.x", "n");

  @TempDir Path directory;

  private Path parquet(SparkSession session) throws IOException {
    Path folder = directory.resolve("p");
    session
        .sql(
            "SELECT id, DATE'2026-03-29' d, TIMESTAMP'2026-03-29 01:30:00.5' t,"
                + " CAST(12.30 AS DECIMAL(18,2)) m, array('a', 'b') tags,"
                + " named_struct('x', 1.5D) s, CAST(NULL AS STRING) n FROM range(0, 3, 1, 1)")
        .write()
        .parquet(folder.toString());
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(".parquet")).findFirst().orElseThrow();
    }
  }

  @Test
  void rowsCarryTheirNumberAndExactValues(SparkSession session) throws IOException {
    assertThat(Reading.shown(parquet(session), PLAN))
        .hasSize(3)
        .last()
        .isEqualTo("3: 2|2026-03-29|2026-03-29T01:30:00.500Z|12.30|[\"a\",\"b\"]|1.5|null");
  }

  @Test
  void truncatedOrForeignFileFails(SparkSession session) throws IOException {
    byte[] whole = Files.readAllBytes(parquet(session));
    Path cut = Reading.file(directory, "cut", Arrays.copyOf(whole, whole.length - 20));
    Path text = Reading.file(directory, "text", "id\n1\n");
    assertThatThrownBy(() -> Reading.read(cut, PLAN))
        .isInstanceOf(UnreadableFile.class)
        .hasMessageContaining("truncated or damaged");
    assertThatThrownBy(() -> Reading.read(text, PLAN)).isInstanceOf(UnreadableFile.class);
  }
}
