package org.evenhand.intake.read;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import org.jspecify.annotations.Nullable;

/** Opens a landed file and notices when it changes while it is read. */
public final class FileReader {
  private FileReader() {}

  /**
   * The records of a file; bounded memory whatever its size.
   *
   * @param sha256 digest of the bytes as they were when the file was found
   * @throws IOException as {@link Records#next()}; {@link UnreadableFile#because} says it in words
   */
  public static Records open(Path file, String sha256, ReadPlan plan) throws IOException {
    if (plan.shape() instanceof ReadPlan.Parquet shape) {
      return new UnchangedFile(
          new ParquetRecords(file, plan, shape), () -> Digests.of(file), sha256);
    }
    DigestInputStream digest = new DigestInputStream(Files.newInputStream(file), Digests.sha256());
    Counted counted = new Counted(digest);
    try {
      InputStream data = Container.open(counted, counted::count);
      return new UnchangedFile(text(data, plan), () -> rest(counted, digest), sha256);
    } catch (IOException | RuntimeException e) {
      digest.close();
      throw e;
    }
  }

  private static Records text(InputStream data, ReadPlan plan) throws IOException {
    if (plan.shape() instanceof ReadPlan.Csv csv) {
      return new CsvRecords(data, plan, csv);
    }
    if (plan.shape() instanceof ReadPlan.Ndjson ndjson) {
      return new NdjsonRecords(data, plan, ndjson);
    }
    return new JsonRecords(data, plan, (ReadPlan.Json) plan.shape());
  }

  private static String rest(InputStream file, DigestInputStream digest) throws IOException {
    file.transferTo(java.io.OutputStream.nullOutputStream());
    return Digests.hex(digest.getMessageDigest().digest());
  }

  private interface Digest {
    String value() throws IOException;
  }

  /** Compares the bytes read with those found, after the last record. */
  private record UnchangedFile(Records records, Digest digest, String expected) implements Records {
    @Override
    public @Nullable SourceRecord next() throws IOException {
      SourceRecord next = records.next();
      if (next == null && !digest.value().equals(expected)) {
        throw new UnreadableFile(
            "The file changed while it was read. Land files under a temporary name and rename them"
                + " when complete.");
      }
      return next;
    }

    @Override
    public FileColumns columns() {
      return records.columns();
    }

    @Override
    public void close() throws IOException {
      records.close();
    }
  }

  private static final class Counted extends FilterInputStream {
    private long count;

    Counted(InputStream in) {
      super(in);
    }

    long count() {
      return count;
    }

    @Override
    public int read() throws IOException {
      int octet = super.read();
      count += octet < 0 ? 0 : 1;
      return octet;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int read = super.read(target, offset, length);
      count += Math.max(read, 0);
      return read;
    }
  }
}
