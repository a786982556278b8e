package org.evenhand.intake.read;

import static org.evenhand.intake.read.CharWindow.END;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Splits text into CSV records by RFC 4180 with CRLF, LF and CR line ends, mixed as they come. A
 * quote that breaks the rules costs its own line only: the scan goes back and starts anew on the
 * next line. Values are made on demand.
 */
final class CsvScanner implements Closeable {
  private final CharWindow text;
  private final char delimiter;
  private final char quote;
  private final int longest;

  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private boolean[] quoted = new boolean[64];
  private int cells;
  private int length;
  private int consumed;
  private int newlines;
  private long line = 1;
  private String problem = "";

  /**
   * @param longest characters a record may have
   */
  CsvScanner(Reader in, char delimiter, char quote, int longest) {
    this.text = new CharWindow(in);
    this.delimiter = delimiter;
    this.quote = quote;
    this.longest = longest;
  }

  /** Moves to the next record; false at the end. */
  boolean next() throws IOException {
    text.advance(consumed);
    line += newlines;
    consumed = 0;
    newlines = 0;
    problem = "";
    if (text.at(0) == END) {
      return false;
    }
    if (!scan()) {
      scanLine();
    }
    return true;
  }

  /** Line on which the record begins, from 1. */
  long line() {
    return line;
  }

  int cells() {
    return cells;
  }

  /** Why the record could not be split; empty when it could. */
  String problem() {
    return problem;
  }

  /** The record as it stood, without its line end. */
  String raw() {
    return text.text(0, length);
  }

  boolean isBlank() {
    return cells == 1 && !quoted[0] && ends[0] == starts[0];
  }

  String cell(int index) {
    int size = ends[index] - starts[index];
    if (!quoted[index]) {
      return text.text(starts[index], size);
    }
    String inner = text.text(starts[index] + 1, size - 2);
    String one = String.valueOf(quote);
    return inner.indexOf(quote) < 0 ? inner : inner.replace(one + one, one);
  }

  /** A value as it stood, with its quotes. */
  String rawCell(int index) {
    return text.text(starts[index], ends[index] - starts[index]);
  }

  /** Whether the record could be split into cells. */
  private boolean scan() throws IOException {
    cells = 0;
    int offset = 0;
    while (true) {
      int start = offset;
      boolean isQuoted = text.at(offset) == quote;
      offset = isQuoted ? afterQuoted(offset + 1) : afterPlain(offset);
      if (offset < 0) {
        return false;
      }
      add(start, offset, isQuoted);
      int c = text.at(offset);
      if (c != delimiter) {
        endRecord(offset, c);
        return true;
      }
      offset++;
    }
  }

  private int afterPlain(int from) throws IOException {
    int offset = from;
    int c = text.at(offset);
    while (c != delimiter && c != '\n' && c != '\r' && c != END && offset < longest) {
      c = text.at(++offset);
    }
    return offset < longest ? offset : broken("is longer than %d characters".formatted(longest));
  }

  private int afterQuoted(int from) throws IOException {
    int offset = from;
    while (true) {
      int c = text.at(offset);
      if (c == quote) {
        int after = text.at(offset + 1);
        if (after == delimiter || after == '\n' || after == '\r' || after == END) {
          return offset + 1;
        }
        if (after != quote) {
          return broken("has a quote that is not doubled inside a quoted value, or never closed");
        }
        offset++;
      } else if (c == END || offset >= longest) {
        return broken("opens a quote that is never closed");
      } else if (c == '\n' || (c == '\r' && text.at(offset + 1) != '\n')) {
        newlines++;
      }
      offset++;
    }
  }

  private int broken(String what) {
    problem = "The line " + what + ".";
    return -1;
  }

  /** Takes one physical line as a record that is broken. */
  private void scanLine() throws IOException {
    newlines = 0;
    int offset = 0;
    int c = text.at(0);
    while (c != '\n' && c != '\r' && c != END && offset < longest) {
      c = text.at(++offset);
    }
    cells = 0;
    endRecord(offset, c);
  }

  private void endRecord(int offset, int c) throws IOException {
    length = offset;
    if (c != '\n' && c != '\r') {
      consumed = offset;
      return;
    }
    newlines++;
    consumed = offset + (c == '\r' && text.at(offset + 1) == '\n' ? 2 : 1);
  }

  private void add(int start, int end, boolean isQuoted) {
    if (cells == starts.length) {
      starts = Arrays.copyOf(starts, 2 * cells);
      ends = Arrays.copyOf(ends, 2 * cells);
      quoted = Arrays.copyOf(quoted, 2 * cells);
    }
    starts[cells] = start;
    ends[cells] = end;
    quoted[cells] = isQuoted;
    cells++;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
