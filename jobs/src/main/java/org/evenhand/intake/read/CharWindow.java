package org.evenhand.intake.read;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/**
 * Text looked at by offset from the beginning of the current record; refills as it is looked at.
 */
final class CharWindow implements Closeable {
  static final int END = -1;

  private final Reader in;
  private char[] buffer = new char[1 << 16];
  private int base;
  private int limit;
  private boolean ended;

  CharWindow(Reader in) {
    this.in = in;
  }

  /** The character at an offset, or {@link #END}. */
  int at(int offset) throws IOException {
    int index = base + offset;
    return index < limit || fill(offset) ? buffer[base + offset] : END;
  }

  String text(int from, int length) {
    return new String(buffer, base + from, length);
  }

  /** Makes the offset the new beginning. */
  void advance(int offset) {
    base += offset;
  }

  private boolean fill(int offset) throws IOException {
    while (!ended && base + offset >= limit) {
      makeRoom();
      int count = in.read(buffer, limit, buffer.length - limit);
      if (count < 0) {
        ended = true;
      } else {
        limit += count;
      }
    }
    return base + offset < limit;
  }

  private void makeRoom() {
    if (base > 0) {
      System.arraycopy(buffer, base, buffer, 0, limit - base);
      limit -= base;
      base = 0;
    }
    if (limit == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * limit);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
