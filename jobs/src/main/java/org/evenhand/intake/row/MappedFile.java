package org.evenhand.intake.row;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.evenhand.intake.read.FileColumns;
import org.evenhand.intake.read.FileReader;
import org.evenhand.intake.read.Records;
import org.evenhand.intake.read.SourceRecord;
import org.evenhand.intake.read.UnreadableFile;
import org.jspecify.annotations.Nullable;

/**
 * The records of one file and what became of each, one after the other. A file that cannot be read
 * ends early; its tally then says why, and rows given before must not be used.
 */
public final class MappedFile implements Iterator<MappedFile.Mapped>, Closeable {
  private static final int EXAMPLES = 3;

  private final ReadTask task;
  private final CompiledMapping mapping;
  private final List<String> examples = new ArrayList<>();
  private @Nullable Records records;
  private @Nullable SourceRecord next;
  private boolean started;
  private long read;
  private long accepted;
  private long rejected;
  private String failure = "";

  public MappedFile(ReadTask task, CompiledMapping mapping) {
    this.task = task;
    this.mapping = mapping;
  }

  /** A record and its row. */
  public record Mapped(SourceRecord source, MappedRow row) {}

  @Override
  public boolean hasNext() {
    if (!started) {
      started = true;
      advance();
    }
    return next != null;
  }

  @Override
  public Mapped next() {
    SourceRecord source = next;
    if (source == null) {
      throw new NoSuchElementException();
    }
    MappedRow row = mapping.mapper().map(source, task.stamp());
    read++;
    if (row.isAccepted()) {
      accepted++;
    } else {
      rejected++;
      remember(source, row);
    }
    advance();
    return new Mapped(source, row);
  }

  /** Complete once there is no next record. */
  public Tally tally() {
    FileColumns columns = records == null ? FileColumns.NONE : records.columns();
    Tally tally = new Tally(read, accepted, rejected, columns, examples, "");
    return failure.isEmpty() ? tally : tally.failed(failure);
  }

  private void advance() {
    try {
      if (records == null) {
        records = FileReader.open(Path.of(task.file()), task.sha256(), mapping.plan());
      }
      next = records.next();
      if (next == null) {
        records.close();
      }
    } catch (IOException e) {
      fail(UnreadableFile.because(e).reason());
    } catch (RuntimeException e) {
      fail("The file cannot be read (%s). Export it again.".formatted(RowProblems.inWords(e)));
    }
  }

  private void fail(String reason) {
    failure = reason;
    next = null;
    close();
  }

  private void remember(SourceRecord source, MappedRow row) {
    if (examples.size() < EXAMPLES) {
      examples.add("line %d: %s".formatted(source.line(), String.join("; ", row.reasons())));
    }
  }

  @Override
  public void close() {
    if (records == null) {
      return;
    }
    try {
      records.close();
    } catch (IOException e) {
      failure = failure.isEmpty() ? UnreadableFile.because(e).reason() : failure;
    }
  }
}
