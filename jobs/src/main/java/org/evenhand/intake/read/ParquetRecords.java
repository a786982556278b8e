package org.evenhand.intake.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.jspecify.annotations.Nullable;

/** Rows of a Parquet file; a record's line is its row number, its raw text the row as JSON. */
final class ParquetRecords implements Records {
  private final ParquetReader<Group> reader;
  private final JsonRows rows;
  private final Deque<SourceRecord> ready = new ArrayDeque<>();
  private long row;

  ParquetRecords(Path file, ReadPlan plan, ReadPlan.Parquet shape) throws IOException {
    if (Files.size(file) == 0) {
      throw new UnreadableFile("The file is empty (0 bytes). Export it again.");
    }
    this.reader = new Builder(new LocalInputFile(file)).build();
    this.rows = new JsonRows(plan, shape.explode());
  }

  @Override
  public @Nullable SourceRecord next() throws IOException {
    while (ready.isEmpty()) {
      Group group = nextGroup();
      if (group == null) {
        rows.finish();
        return null;
      }
      row++;
      ObjectNode record = ParquetValues.object(group);
      ready.addAll(rows.rows(row, record.toString(), record));
    }
    return ready.poll();
  }

  private @Nullable Group nextGroup() throws IOException {
    try {
      return reader.read();
    } catch (RuntimeException e) {
      throw new UnreadableFile(
          "The file is no Parquet, or it is truncated or damaged after row %d (%s). Export it again."
              .formatted(row, firstLine(e)));
    }
  }

  private static String firstLine(RuntimeException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.getClass().getSimpleName());
  }

  @Override
  public FileColumns columns() {
    return rows.columns();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  private static final class Builder extends ParquetReader.Builder<Group> {
    Builder(InputFile file) {
      super(file);
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }
}
