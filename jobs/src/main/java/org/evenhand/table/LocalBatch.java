package org.evenhand.table;

import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.DataFileStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Rows on the driver, written by Kernel: one file per slice. */
final class LocalBatch implements Batch {
  private final Shape shape;
  private final String path;
  private final KernelFiles files;
  private final Map<String, List<Row>> rows = new TreeMap<>();
  private final Map<String, Content> slices = new TreeMap<>();

  /** Checks and sums; nothing is written yet. */
  LocalBatch(SparkSession session, Shape shape, List<Row> all, String path, KernelFiles files) {
    this.shape = shape;
    this.path = path;
    this.files = files;
    refuseBroken(session, shape, all);
    RowHash hash = new RowHash(shape.nullable());
    int partition = shape.partition().map(shape.nullable()::fieldIndex).orElse(-1);
    for (Row row : all) {
      String slice = partition < 0 ? "" : row.get(partition).toString();
      slices.merge(slice, new Content(1, hash.of(row)), Content::plus);
      rows.computeIfAbsent(slice, absent -> new ArrayList<>()).add(row);
    }
  }

  private static void refuseBroken(SparkSession session, Shape shape, List<Row> all) {
    DriverRules rules = new DriverRules(shape.table().contract().columns());
    Audit audit = new Audit(shape);
    if (all.stream().allMatch(rules::hold) && DriverChecks.of(session, audit, shape).hold(all)) {
      return;
    }
    audit
        .refusal(session.createDataFrame(all, shape.nullable()))
        .ifPresent(
            refusal -> {
              throw refusal;
            });
  }

  @Override
  public Map<String, Content> slices() {
    return slices;
  }

  @Override
  public List<DataFile> place() {
    StructType columns = Shape.kernel(shape.inFiles());
    int[] positions =
        columns.fieldNames().stream().mapToInt(n -> shape.nullable().fieldIndex(n)).toArray();
    List<DataFile> placed = new ArrayList<>();
    rows.forEach(
        (slice, part) -> {
          Layout layout = Layout.of(shape, slice);
          List<DataFileStatus> written =
              files.write(layout.directory(path), part, columns, positions, shape.statistics());
          written.forEach(status -> placed.add(file(status, layout, columns)));
        });
    return placed;
  }

  @Override
  public void discard() {
    rows.clear();
  }

  private static DataFile file(DataFileStatus status, Layout layout, StructType columns) {
    URI uri = URI.create(status.getPath());
    force(uri);
    String name = status.getPath().substring(status.getPath().lastIndexOf('/') + 1);
    return new DataFile(
        layout.prefix() + name,
        layout.slice(),
        layout.partition(),
        status.getSize(),
        status.getStatistics().map(s -> s.getNumRecords()).orElse(-1L),
        status.getStatistics().map(s -> s.serializeAsJson(columns)).orElse("{}"));
  }

  static void force(URI uri) {
    if ("file".equals(Optional.ofNullable(uri.getScheme()).orElse("file"))) {
      try {
        DurableLogStore.force(Path.of(uri.getPath()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
