package org.evenhand.intake.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;

/** Decodes bytes to text and keeps malformed ones as {@link MalformedBytes}. */
final class LosslessReader extends Reader {
  private static final int SIZE = 1 << 16;

  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(SIZE).limit(0);
  private final CharBuffer chars = CharBuffer.allocate(SIZE).limit(0);
  private boolean ended;
  private long malformed;

  LosslessReader(InputStream in, Charset charset) {
    this.in = in;
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** How many bytes were not text so far. */
  long malformed() {
    return malformed;
  }

  @Override
  public int read(char[] target, int offset, int length) throws IOException {
    while (!chars.hasRemaining()) {
      if (ended && !bytes.hasRemaining()) {
        return -1;
      }
      decode();
    }
    int count = Math.min(length, chars.remaining());
    chars.get(target, offset, count);
    return count;
  }

  private void decode() throws IOException {
    fill();
    chars.clear();
    CoderResult result = decoder.decode(bytes, chars, ended);
    if (result.isError()) {
      keep(result.length());
    } else if (ended && result.isUnderflow() && bytes.hasRemaining()) {
      keep(bytes.remaining());
    }
    chars.flip();
  }

  private void keep(int count) {
    if (chars.remaining() < 2 * count) {
      return; // decoded again, with room, on the next call
    }
    for (int i = 0; i < count; i++) {
      byte octet = bytes.get();
      chars.put(MalformedBytes.high(octet)).put(MalformedBytes.low(octet));
    }
    malformed += count;
    decoder.reset();
  }

  private void fill() throws IOException {
    if (ended || bytes.remaining() > SIZE / 2) {
      return;
    }
    bytes.compact();
    int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
    if (count < 0) {
      ended = true;
    } else {
      bytes.position(bytes.position() + count);
    }
    bytes.flip();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
