package org.evenhand.table;

import io.delta.kernel.Snapshot;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.SnapshotImpl;
import io.delta.kernel.internal.actions.AddFile;
import io.delta.kernel.internal.util.VectorUtils;
import io.delta.kernel.utils.CloseableIterator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table at its newest version.
 *
 * @param version Delta version
 * @param readerVersion what a reader must support
 * @param schemaJson columns as the log has them
 * @param properties table properties
 * @param created when the table was made, epoch milliseconds
 * @param files current data files
 */
record View(
    long version,
    int readerVersion,
    String schemaJson,
    Map<String, String> properties,
    long created,
    List<DataFile> files) {

  static View of(Snapshot snapshot, Engine engine) {
    SnapshotImpl internal = (SnapshotImpl) snapshot;
    return new View(
        snapshot.getVersion(),
        internal.getProtocol().getMinReaderVersion(),
        internal.getMetadata().getSchemaString(),
        snapshot.getTableProperties(),
        internal.getMetadata().getCreatedTime().orElse(0L),
        files(snapshot, engine));
  }

  /** Whether the data files alone are the table: no deletion vectors, no renamed columns. */
  boolean isPlain() {
    return readerVersion == 1;
  }

  private static List<DataFile> files(Snapshot snapshot, Engine engine) {
    Optional<String> partition = snapshot.getPartitionColumnNames().stream().findFirst();
    List<DataFile> files = new ArrayList<>();
    try (CloseableIterator<FilteredColumnarBatch> batches =
        ((io.delta.kernel.internal.ScanImpl) snapshot.getScanBuilder().build())
            .getScanFiles(engine, true)) {
      while (batches.hasNext()) {
        try (CloseableIterator<Row> rows = batches.next().getRows()) {
          rows.forEachRemaining(row -> files.add(file(new AddFile(row.getStruct(0)), partition)));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  private static DataFile file(AddFile add, Optional<String> partition) {
    Map<String, String> values = VectorUtils.toJavaMap(add.getPartitionValues());
    Map<String, String> tags =
        add.getTags().map(VectorUtils::<String, String>toJavaMap).orElse(Map.of());
    Optional<String> value = partition.map(values::get);
    return new DataFile(
        add.getPath(),
        tags.getOrDefault(DataFile.SLICE_TAG, value.orElse("")),
        value,
        add.getSize(),
        add.getNumRecords().orElse(-1L),
        add.getStatsJson().orElse("{}"));
  }
}
