package org.evenhand.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.delta.kernel.Snapshot;
import io.delta.kernel.TableManager;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.TableNotFoundException;
import io.delta.storage.CloseableIterator;
import io.delta.storage.LogStore;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.evenhand.errors.DataException;
import org.evenhand.errors.UserException;

/** The Delta log of one table: the newest view, the stamped commits, and new commits. */
final class TableLog {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern COMMIT = Pattern.compile("(\\d{20})\\.json");
  private static final int CHECKPOINT_EVERY = 20;

  private final String path;
  private final Engine engine;
  private final LogStore store;
  private final Configuration configuration;
  private final List<Commit> commits = new ArrayList<>();
  private long read = -1;

  TableLog(String path, Engine engine, LogStore store, Configuration configuration) {
    this.path = path;
    this.engine = engine;
    this.store = store;
    this.configuration = configuration;
  }

  String path() {
    return path;
  }

  /** The same log with nothing remembered. */
  TableLog fresh() {
    return new TableLog(path, engine, store, configuration);
  }

  /** The newest version; empty when there is no table. */
  Optional<View> view() {
    return snapshot()
        .map(
            snapshot -> {
              refuseEmpty(snapshot);
              return View.of(snapshot, engine);
            });
  }

  /**
   * All commits that carry a stamp, oldest first, and how far the log goes.
   *
   * @throws DataException when another program changed rows since the newest stamp
   */
  synchronized History history() {
    try {
      Iterator<FileStatus> files = store.listFrom(commitFile(read + 1), configuration);
      while (files.hasNext()) {
        Path file = files.next().getPath();
        Matcher name = COMMIT.matcher(file.getName());
        if (name.matches()) {
          readCommit(Long.parseLong(name.group(1)), file);
        }
      }
    } catch (FileNotFoundException noTable) {
      return new History(-1, List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new History(read, commits);
  }

  /** Writes one commit, which must be the next. */
  void commit(long version, List<String> actions) {
    try {
      Path file = commitFile(version);
      file.getFileSystem(configuration).mkdirs(file.getParent());
      store.write(file, actions.iterator(), false, configuration);
    } catch (FileAlreadyExistsException taken) {
      throw UserException.locked(
          "Cannot commit version %d of %s: another writer has written it. Let that run finish, then start this one again."
              .formatted(version, path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (version > 0 && version % CHECKPOINT_EVERY == 0) {
      snapshot().ifPresent(at -> Checkpoint.write(at, engine, store, configuration));
    }
  }

  /** An empty commit is read as one that changes nothing: rows would vanish without a word. */
  private void refuseEmpty(Snapshot snapshot) {
    for (io.delta.kernel.utils.FileStatus file : snapshot.getLogSegment().getDeltas()) {
      if (file.getSize() == 0) {
        throw empty(file.getPath());
      }
    }
  }

  private static DataException empty(String file) {
    return new DataException(
        "Cannot read %s: the commit is an empty file, a write that was cut off. Remove that file, then start again."
            .formatted(file));
  }

  private Optional<Snapshot> snapshot() {
    try {
      return Optional.of(TableManager.loadSnapshot(path).build(engine));
    } catch (TableNotFoundException none) {
      return Optional.empty();
    }
  }

  private void readCommit(long version, Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    try (CloseableIterator<String> content = store.read(file, configuration)) {
      content.forEachRemaining(lines::add);
    }
    if (lines.isEmpty()) {
      throw empty(file.toString());
    }
    if (version != read + 1) {
      throw new DataException(
          "Cannot read %s: the log jumps from version %d to %d. Bring back the missing commits from a backup."
              .formatted(path, read, version));
    }
    Optional<Commit> stamped = stamp(version, lines);
    if (stamped.isEmpty() && lines.stream().anyMatch(TableLog::changesRows)) {
      throw new DataException(
          "Cannot use %s: version %d was written by another program, so its rows are not in the ledger. Restore version %d, then start again."
              .formatted(path, version, version - 1));
    }
    stamped.ifPresent(commits::add);
    read = version;
  }

  private static Optional<Commit> stamp(long version, List<String> lines) throws IOException {
    for (String line : lines) {
      if (line.startsWith("{\"commitInfo\"")) {
        JsonNode stamp = JSON.readTree(line).at("/commitInfo/userMetadata");
        return stamp.isTextual() ? StampJson.read(version, stamp.asText()) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean changesRows(String action) {
    return (action.startsWith("{\"add\"") || action.startsWith("{\"remove\""))
        && action.contains("\"dataChange\":true");
  }

  private Path commitFile(long version) {
    return new Path(path + "/_delta_log/%020d.json".formatted(version));
  }
}
