package org.evenhand.intake.read;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.zip.ZipInputStream;

/** Recognises a container by its first bytes, never by its name, and gives the data inside. */
final class Container {
  /** Inflated bytes let through whatever the ratio. */
  static final long ALWAYS = 64L << 20;

  private static final Map<String, String> REFUSED =
      Map.of(
          "50415231", "Parquet",
          "425A68", "bzip2",
          "28B52FFD", "zstd",
          "FD377A58", "xz",
          "377ABCAF", "7z",
          "25504446", "PDF",
          "D0CF11E0", "an old Excel workbook");

  private Container() {}

  /**
   * @param file bytes as landed
   * @param packed bytes of the file read so far
   */
  static InputStream open(InputStream file, LongSupplier packed) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(file, 1 << 16);
    byte[] magic = peek(buffered, 4);
    if (magic.length == 0) {
      throw new UnreadableFile("The file is empty (0 bytes). Export it again.");
    }
    if (startsWith(magic, 0x1F, 0x8B)) {
      return inside(new InflationGuard(new StrictGzip(buffered), packed, ALWAYS));
    }
    if (startsWith(magic, 'P', 'K')) {
      return inside(new InflationGuard(new OneEntry(new ZipInputStream(buffered)), packed, ALWAYS));
    }
    refuseUnknown(magic);
    return buffered;
  }

  /** The first bytes, without consuming them. */
  static byte[] peek(BufferedInputStream in, int count) throws IOException {
    in.mark(count);
    byte[] first = in.readNBytes(count);
    in.reset();
    return first;
  }

  private static InputStream inside(InputStream inflated) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(inflated, 1 << 16);
    byte[] magic = peek(buffered, 4);
    if (magic.length == 0) {
      throw new UnreadableFile("The file is empty once unpacked (0 bytes). Export it again.");
    }
    if (startsWith(magic, 0x1F, 0x8B) || startsWith(magic, 'P', 'K', 3, 4)) {
      throw new UnreadableFile("The archive holds another archive. Land the inner one by itself.");
    }
    refuseUnknown(magic);
    return buffered;
  }

  private static void refuseUnknown(byte[] magic) throws UnreadableFile {
    String hex = java.util.HexFormat.of().withUpperCase().formatHex(magic);
    for (Map.Entry<String, String> kind : REFUSED.entrySet()) {
      if (hex.startsWith(kind.getKey())) {
        throw new UnreadableFile(
            "The file is %s, the mapping expects text. Export it as text, plain or packed by gz or zip."
                .formatted(kind.getValue()));
      }
    }
  }

  private static boolean startsWith(byte[] bytes, int... prefix) {
    byte[] expected = new byte[prefix.length];
    for (int i = 0; i < prefix.length; i++) {
      expected[i] = (byte) prefix[i];
    }
    return bytes.length >= expected.length
        && Arrays.equals(bytes, 0, expected.length, expected, 0, expected.length);
  }
}
