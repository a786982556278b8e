package org.evenhand.intake.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/** Refuses data that inflate beyond reason: a zip bomb. */
final class InflationGuard extends FilterInputStream {
  private static final int MAX_RATIO = 200;

  private final LongSupplier packed;
  private final long always;
  private long inflated;

  /**
   * @param packed compressed bytes read so far
   * @param always bytes that are let through whatever the ratio
   */
  InflationGuard(InputStream in, LongSupplier packed, long always) {
    super(in);
    this.packed = packed;
    this.always = always;
  }

  @Override
  public int read() throws IOException {
    int octet = super.read();
    passed(octet < 0 ? 0 : 1);
    return octet;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    passed(Math.max(count, 0));
    return count;
  }

  private void passed(int count) throws UnreadableFile {
    inflated += count;
    if (inflated > always && inflated > MAX_RATIO * packed.getAsLong()) {
      throw new UnreadableFile(
          "The compressed data inflate to more than %d times their size (%d bytes so far): refused as a zip bomb. Land the file unpacked if it is genuine."
              .formatted(MAX_RATIO, inflated));
    }
  }
}
