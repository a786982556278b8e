package org.evenhand.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;
import org.evenhand.errors.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A Parquet file is answered as the CSV file of the same rows. */
final class ParquetInputTest {
  private static final InputTable COHORTS =
      InputTable.read(Path.of("src", "test", "resources", "estimate", "cohorts.csv"));
  private static final Set<String> TEXTS = Set.of("cohort", "tier");

  @TempDir private Path directory;

  @Test
  void theSameRowsGiveTheSameAnswer() throws IOException {
    InputTable read = InputTable.read(written(COHORTS));

    assertThat(read.header()).isEqualTo(COHORTS.header());
    assertThat(read.rows()).hasSameSizeAs(COHORTS.rows());
    assertThat(read.sha256()).hasSize(64).isNotEqualTo(COHORTS.sha256());
    assertThat(shapley(read)).isEqualTo(shapley(COHORTS));
  }

  @Test
  void aMissingValueIsEmptyAndNumbersKeepEveryDigit() throws IOException {
    InputTable table =
        new InputTable(
            List.of("tier", "quota"),
            List.of(List.of("east", "0.1"), List.of("", "1.0E-17"), List.of("west", "")),
            "");

    assertThat(InputTable.read(written(table)).rows())
        .containsExactly(List.of("east", "0.1"), List.of("", "1.0E-17"), List.of("west", ""));
  }

  @Test
  void noRowsLeaveTheColumns() throws IOException {
    InputTable none = InputTable.read(written(new InputTable(COHORTS.header(), List.of(), "")));

    assertThat(none.header()).isEqualTo(COHORTS.header());
    assertThat(none.rows()).isEmpty();
  }

  @Test
  void aTruncatedFileIsRefused() throws IOException {
    Path file = written(COHORTS);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> InputTable.read(file))
        .isInstanceOf(UserException.class)
        .hasMessageMatching(
            "(?s)Cannot read .*table.parquet: it is no Parquet, truncated or damaged, or packed by an unknown codec, after row 0 \\(.*\\)\\. Write the file again\\.");
  }

  private static ObjectNode shapley(InputTable table) {
    ObjectNode result =
        ShapleyEstimate.of(table, new ShapleyOptions("quota", Block.parse("tenure, calls, tier")));
    result.remove("input");
    return result;
  }

  private Path written(InputTable table) throws IOException {
    Path file = directory.resolve("table.parquet");
    MessageType schema = schema(table.header());
    try (ParquetWriter<Group> writer =
        ExampleParquetWriter.builder(new LocalOutputFile(file)).withType(schema).build()) {
      for (List<String> row : table.rows()) {
        writer.write(group(schema, row));
      }
    }
    return file;
  }

  private static MessageType schema(List<String> columns) {
    Types.MessageTypeBuilder schema = Types.buildMessage();
    for (String column : columns) {
      schema
          .optional(TEXTS.contains(column) ? PrimitiveTypeName.BINARY : PrimitiveTypeName.DOUBLE)
          .named(column);
    }
    return schema.named("table");
  }

  private static Group group(MessageType schema, List<String> row) {
    Group group = new SimpleGroup(schema);
    for (int i = 0; i < row.size(); i++) {
      String name = schema.getFieldName(i);
      if (!row.get(i).isEmpty() && TEXTS.contains(name)) {
        group.add(name, row.get(i));
      } else if (!row.get(i).isEmpty()) {
        group.add(name, Double.parseDouble(row.get(i)));
      }
    }
    return group;
  }
}
