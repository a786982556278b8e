package org.evenhand.intake.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Text of a file: a byte order mark wins over the declared encoding. */
final class TextSource {
  private static final int SNIFFED = 4096;

  private final LosslessReader reader;
  private final Charset charset;

  private TextSource(LosslessReader reader, Charset charset) {
    this.reader = reader;
    this.charset = charset;
  }

  /**
   * @throws UnreadableFile when the beginning is no text in this encoding
   */
  static TextSource open(InputStream data, Charset declared) throws IOException {
    BufferedInputStream in = new BufferedInputStream(data, 1 << 16);
    byte[] first = Container.peek(in, SNIFFED);
    Mark mark = Mark.of(first, declared);
    in.skipNBytes(mark.length());
    if (mark.length() == 0) {
      refuseBinary(first, declared);
    }
    if (first.length == mark.length()) {
      throw new UnreadableFile("The file is empty but for its byte order mark. Export it again.");
    }
    return new TextSource(new LosslessReader(in, mark.charset()), mark.charset());
  }

  LosslessReader reader() {
    return reader;
  }

  String encoding() {
    return charset.name();
  }

  boolean mayBeMalformed() {
    return reader.malformed() > 0;
  }

  private static void refuseBinary(byte[] first, Charset charset) throws UnreadableFile {
    int nul = 0;
    for (byte octet : first) {
      nul += octet == 0 ? 1 : 0;
    }
    if (nul * 10 > first.length && !charset.name().startsWith("UTF-16")) {
      throw new UnreadableFile(
          "The file is no %s text: %d of its first %d bytes are NUL, as in UTF-16 or binary files. Declare csv.encoding in the mapping or export as UTF-8."
              .formatted(charset.name(), nul, first.length));
    }
  }

  private record Mark(Charset charset, int length) {
    static Mark of(byte[] first, Charset declared) {
      if (starts(first, 0xEF, 0xBB, 0xBF)) {
        return new Mark(StandardCharsets.UTF_8, 3);
      }
      if (starts(first, 0xFF, 0xFE)) {
        return new Mark(StandardCharsets.UTF_16LE, 2);
      }
      if (starts(first, 0xFE, 0xFF)) {
        return new Mark(StandardCharsets.UTF_16BE, 2);
      }
      return new Mark(declared, 0);
    }

    private static boolean starts(byte[] bytes, int... prefix) {
      boolean same = bytes.length >= prefix.length;
      for (int i = 0; same && i < prefix.length; i++) {
        same = (bytes[i] & 0xFF) == prefix[i];
      }
      return same;
    }
  }
}
