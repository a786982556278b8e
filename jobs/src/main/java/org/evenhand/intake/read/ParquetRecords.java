package org.evenhand.intake.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.evenhand.parquet.ParquetRows;
import org.jspecify.annotations.Nullable;

/** Rows of a Parquet file; a record's line is its row number, its raw text the row as JSON. */
final class ParquetRecords implements Records {
  private final ParquetRows reader;
  private final JsonRows rows;
  private final Deque<SourceRecord> ready = new ArrayDeque<>();
  private long row;

  ParquetRecords(Path file, ReadPlan plan, ReadPlan.Parquet shape) throws IOException {
    if (Files.size(file) == 0) {
      throw new UnreadableFile("The file is empty (0 bytes). Export it again.");
    }
    this.reader = new ParquetRows(file);
    this.rows = new JsonRows(plan, shape.explode());
  }

  @Override
  public @Nullable SourceRecord next() throws IOException {
    while (ready.isEmpty()) {
      Optional<ObjectNode> record = read();
      if (record.isEmpty()) {
        rows.finish();
        return null;
      }
      row++;
      ready.addAll(rows.rows(row, record.get().toString(), record.get()));
    }
    return ready.poll();
  }

  private Optional<ObjectNode> read() throws IOException {
    try {
      return reader.next();
    } catch (ParquetRows.DamagedParquet e) {
      throw new UnreadableFile("The file is %s. Export it again.".formatted(e.getMessage()));
    }
  }

  @Override
  public FileColumns columns() {
    return rows.columns();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
