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
    Audit audit = new Audit(shape);
    List<Row> sums =
        session
            .createDataFrame(all, shape.nullable())
            .select(audit.slice(), audit.broken(), audit.hash(1), audit.hash(2))
            .collectAsList();
    Map<String, Long> broken = new TreeMap<>();
    for (int i = 0; i < sums.size(); i++) {
      Row sum = sums.get(i);
      if (!sum.getString(1).isEmpty()) {
        broken.merge(sum.getString(1), 1L, Long::sum);
      }
      Content one = new Content(1, new Checksum(sum.getLong(2), sum.getLong(3)));
      slices.merge(sum.getString(0), one, Content::plus);
      rows.computeIfAbsent(sum.getString(0), slice -> new ArrayList<>()).add(all.get(i));
    }
    audit.refuse(broken);
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
