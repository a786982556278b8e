package org.evenhand.table;

import io.delta.kernel.Snapshot;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.replay.CreateCheckpointIterator;
import io.delta.storage.LogStore;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The state of a table at one version as one file, so that opening it does not read every commit.
 * Kernel's own writer refuses tables with CHECK constraints, although a checkpoint changes nothing.
 */
final class Checkpoint {
  private Checkpoint() {}

  static void write(Snapshot snapshot, Engine engine, LogStore store, Configuration configuration) {
    String log = snapshot.getPath() + "/_delta_log/";
    long version = snapshot.getVersion();
    try (CreateCheckpointIterator actions = snapshot.getCreateCheckpointIterator(engine)) {
      engine
          .getParquetHandler()
          .writeParquetFileAtomically(log + "%020d.checkpoint.parquet".formatted(version), actions);
      long files = actions.getNumberOfAddActions();
      store.write(
          new Path(log + "_last_checkpoint"),
          List.of("{\"version\":%d,\"size\":%d}".formatted(version, files + 2)).iterator(),
          true,
          configuration);
    } catch (FileAlreadyExistsException alreadyThere) {
      return;
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
