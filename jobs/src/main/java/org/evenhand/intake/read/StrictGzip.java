package org.evenhand.intake.read;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** gzip, one member or several, that does not pass over bytes after the last one in silence. */
final class StrictGzip extends GZIPInputStream {
  private static final int TRAILER = 8;

  StrictGzip(InputStream in) throws IOException {
    super(in, 1 << 16);
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    if (count < 0 && (inf.getRemaining() > TRAILER || in.read() >= 0)) {
      throw new UnreadableFile(
          "Bytes follow the end of the gzip data: the file is damaged or two files were joined"
              + " wrongly. Export it again.");
    }
    return count;
  }
}
