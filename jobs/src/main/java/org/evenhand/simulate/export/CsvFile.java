package org.evenhand.simulate.export;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A CSV file being written; every cell is the text of its object. */
public final class CsvFile implements Closeable {
  private static final int FLUSH_AT = 1 << 16;
  private final OutputStream out;
  private final Dialect dialect;
  private final String tail;
  private final StringBuilder pending = new StringBuilder(FLUSH_AT + 4_096);

  /**
   * @param tail text written before closing
   */
  CsvFile(OutputStream out, Dialect dialect, String tail) {
    this.out = out;
    this.dialect = dialect;
    this.tail = tail;
  }

  public void row(Object... cells) {
    for (int i = 0; i < cells.length; i++) {
      if (i > 0) {
        pending.append(dialect.delimiter());
      }
      cell(cells[i].toString());
    }
    raw(dialect.lineEnd());
  }

  /** Writes text as it is. */
  public void raw(String text) {
    pending.append(text);
    if (pending.length() > FLUSH_AT) {
      flush();
    }
  }

  private void cell(String text) {
    if (dialect.quoteAll() || needsQuotes(text)) {
      pending.append('"').append(text.replace("\"", "\"\"")).append('"');
    } else {
      pending.append(text);
    }
  }

  private boolean needsQuotes(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == dialect.delimiter() || c == '"' || c == '\n' || c == '\r') {
        return true;
      }
    }
    return false;
  }

  private void flush() {
    try {
      out.write(pending.toString().getBytes(StandardCharsets.UTF_8));
      pending.setLength(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    raw(tail);
    flush();
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
