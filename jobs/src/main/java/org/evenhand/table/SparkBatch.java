package org.evenhand.table;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameWriter;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.evenhand.errors.DataException;

/**
 * Rows written by the executors into a staging folder of the table, then read back once to check
 * and sum what is really on the disk.
 */
final class SparkBatch implements Batch {
  private static final String STAGING = "_staging";
  private final Shape shape;
  private final String path;
  private final Configuration configuration;
  private final Map<String, Content> slices = new TreeMap<>();
  private final List<Staged> staged = new ArrayList<>();

  private record Staged(String uri, String slice, long rows) {}

  SparkBatch(
      SparkSession session,
      Shape shape,
      Dataset<Row> rows,
      String path,
      Configuration configuration) {
    this.shape = shape;
    this.path = path;
    this.configuration = configuration;
    discard();
    DataFrameWriter<Row> writer =
        rows.write()
            .mode(SaveMode.Overwrite)
            .option("mapreduce.fileoutputcommitter.marksuccessfuljobs", "false");
    shape.partition().ifPresent(writer::partitionBy);
    writer.parquet(staging());
    sum(session);
  }

  @Override
  public Map<String, Content> slices() {
    return slices;
  }

  @Override
  public List<DataFile> place() {
    List<DataFile> placed = new ArrayList<>();
    try {
      FileSystem files = new Path(path).getFileSystem(configuration);
      for (Staged one : staged) {
        placed.add(move(files, one));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    discard();
    return placed;
  }

  @Override
  public void discard() {
    try {
      Path folder = new Path(staging());
      folder.getFileSystem(configuration).delete(folder, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void sum(SparkSession session) {
    Audit audit = new Audit(shape);
    Dataset<Row> written = session.read().schema(shape.nullable()).parquet(staging());
    List<Row> sums =
        written
            .select(
                functions.col("_metadata.file_path").as("file"),
                audit.slice().as("slice"),
                audit.holds().as("holds"),
                audit.hash(1).as("high"),
                audit.hash(2).as("low"))
            .groupBy("file", "slice", "holds")
            .agg(
                functions.count(functions.lit(1)),
                upper("high"),
                lower("high"),
                upper("low"),
                lower("low"))
            .collectAsList();
    if (sums.stream().anyMatch(sum -> !sum.getBoolean(2))) {
      Optional<DataException> refusal = audit.refusal(written);
      discard();
      throw refusal.orElseThrow();
    }
    sums.forEach(this::add);
  }

  private void add(Row sum) {
    Checksum checksum =
        new Checksum(
            Checksum.joined(sum.getLong(4), sum.getLong(5)),
            Checksum.joined(sum.getLong(6), sum.getLong(7)));
    slices.merge(sum.getString(1), new Content(sum.getLong(3), checksum), Content::plus);
    staged.add(new Staged(sum.getString(0), sum.getString(1), sum.getLong(3)));
  }

  private DataFile move(FileSystem files, Staged one) throws IOException {
    Layout layout = Layout.of(shape, one.slice());
    Path from = new Path(URI.create(one.uri()));
    Path to = new Path(layout.directory(path), from.getName());
    files.mkdirs(to.getParent());
    if (!files.rename(from, to)) {
      throw new IOException("cannot move " + from + " to " + to);
    }
    LocalBatch.force(to.toUri());
    ObjectNode stats = new ObjectMapper().createObjectNode().put("numRecords", one.rows());
    return new DataFile(
        layout.prefix() + from.getName(),
        layout.slice(),
        layout.partition(),
        files.getFileStatus(to).getLen(),
        one.rows(),
        stats.toString());
  }

  private String staging() {
    return path + "/" + STAGING;
  }

  static Column upper(String hash) {
    return functions.sum(functions.shiftright(functions.col(hash), 32));
  }

  static Column lower(String hash) {
    return functions.sum(functions.col(hash).bitwiseAND(functions.lit(0xffffffffL)));
  }
}
