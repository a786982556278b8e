package org.evenhand.parquet;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.schema.Type;

/** The rows of a Parquet file, one after the other. */
public final class ParquetRows implements AutoCloseable {
  /** Reading Hadoop's settings would take longer than a small file. */
  private static final ParquetConfiguration PLAIN = new PlainParquetConfiguration();

  private final ParquetReader<Group> reader;
  private long read;

  public ParquetRows(Path file) throws IOException {
    this.reader = new Builder(new LocalInputFile(file)).withConf(PLAIN).build();
  }

  /**
   * Names of the columns, in the file's order.
   *
   * @throws DamagedParquet when it is no Parquet, or its end is missing
   */
  public static List<String> columns(Path file) throws IOException {
    try (ParquetFileReader footer =
        ParquetFileReader.open(
            new LocalInputFile(file), ParquetReadOptions.builder(PLAIN).build())) {
      return footer.getFileMetaData().getSchema().getFields().stream().map(Type::getName).toList();
    } catch (RuntimeException e) {
      throw new DamagedParquet(0, e);
    }
  }

  /**
   * The next row; empty after the last.
   *
   * @throws DamagedParquet when it is no Parquet, or cannot be read further
   */
  public Optional<ObjectNode> next() throws IOException {
    try {
      Optional<ObjectNode> row = Optional.ofNullable(reader.read()).map(ParquetValues::object);
      read++;
      return row;
    } catch (RuntimeException e) {
      throw new DamagedParquet(read, e);
    }
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }

  /** A file that cannot be read, or not to its end; the message says after which row and why. */
  public static final class DamagedParquet extends RuntimeException {
    private static final long serialVersionUID = 1;

    DamagedParquet(long rows, RuntimeException cause) {
      super(
          "no Parquet, truncated or damaged, or packed by an unknown codec, after row %d (%s)"
              .formatted(rows, firstLine(cause)),
          cause);
    }

    /** What lies at the bottom says most. */
    private static String firstLine(Throwable e) {
      Throwable cause = e.getCause();
      return cause == null
          ? String.valueOf(e.getMessage()).lines().findFirst().orElse(e.getClass().getSimpleName())
          : firstLine(cause);
    }
  }

  private static final class Builder extends ParquetReader.Builder<Group> {
    Builder(InputFile file) {
      super(file);
    }

    @Override
    protected ReadSupport<Group> getReadSupport() {
      return new GroupReadSupport();
    }
  }
}
