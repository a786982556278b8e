package org.evenhand.intake.read;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** The one file inside a zip archive. Names that point outside it are refused. */
final class OneEntry extends FilterInputStream {
  private final ZipInputStream zip;
  private boolean finished;

  OneEntry(ZipInputStream zip) throws IOException {
    super(zip);
    this.zip = zip;
    if (nextFile() == null) {
      throw new UnreadableFile("The zip archive holds no file. Export it again.");
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (finished) {
      return -1;
    }
    int count = super.read(target, offset, length);
    if (count < 0) {
      finished = true;
      refuseSecond();
    }
    return count;
  }

  private void refuseSecond() throws IOException {
    ZipEntry second = nextFile();
    if (second != null) {
      throw new UnreadableFile(
          "The zip archive holds more than one file ('%s' is the second). Land one export per archive."
              .formatted(second.getName()));
    }
  }

  private @Nullable ZipEntry nextFile() throws IOException {
    try {
      ZipEntry entry = zip.getNextEntry();
      while (entry != null && (entry.isDirectory() || entry.getName().startsWith("__MACOSX/"))) {
        checked(entry);
        entry = zip.getNextEntry();
      }
      return entry == null ? null : checked(entry);
    } catch (IllegalArgumentException e) {
      throw new UnreadableFile("A name inside the zip archive is not text. Pack it again.");
    } catch (EOFException e) {
      throw new UnreadableFile("The zip archive is truncated. Export it again.");
    }
  }

  private static ZipEntry checked(ZipEntry entry) throws UnreadableFile {
    String name = entry.getName().replace('\\', '/');
    if (name.startsWith("/") || name.contains(":") || ("/" + name + "/").contains("/../")) {
      throw new UnreadableFile(
          "The zip archive holds the name '%s', which points outside the archive: refused. Pack it again with plain names."
              .formatted(entry.getName()));
    }
    if (name.toLowerCase(Locale.ROOT).equals("[content_types].xml")) {
      throw new UnreadableFile("The file is an Office workbook. Export it as CSV.");
    }
    return entry;
  }
}
