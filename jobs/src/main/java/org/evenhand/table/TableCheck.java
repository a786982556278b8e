package org.evenhand.table;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.evenhand.errors.DataException;

/** Whether a table is what its ledger says: log without gaps, files whole, checksum equal. */
final class TableCheck {
  private final TableLog log;
  private final Configuration configuration;

  TableCheck(TableLog log, Configuration configuration) {
    this.log = log;
    this.configuration = configuration;
  }

  List<String> problems(Shape shape, Reading reading) {
    try {
      Optional<View> view = log.view();
      if (view.isEmpty()) {
        return List.of();
      }
      History history = log.fresh().history();
      List<String> problems = new ArrayList<>(fileProblems(view.get()));
      if (history.version() != view.get().version()) {
        problems.add(
            "the log ends at version %d, the newest commit file is %d"
                .formatted(view.get().version(), history.version()));
      }
      if (problems.isEmpty()) {
        problems.addAll(rowProblems(shape, reading, history));
      }
      return problems;
    } catch (DataException e) {
      return List.of(String.valueOf(e.getMessage()));
    } catch (RuntimeException unreadable) {
      return List.of("the log cannot be read: " + rootMessage(unreadable));
    }
  }

  private List<String> fileProblems(View view) {
    List<String> problems = new ArrayList<>();
    for (DataFile file : view.files()) {
      Path path = new Path(log.path() + "/" + file.path());
      try {
        FileStatus found = path.getFileSystem(configuration).getFileStatus(path);
        if (found.getLen() != file.bytes()) {
          problems.add(
              "data file %s has %d bytes, the log says %d"
                  .formatted(file.path(), found.getLen(), file.bytes()));
        }
      } catch (FileNotFoundException missing) {
        problems.add("data file %s is missing".formatted(file.path()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return problems;
  }

  private List<String> rowProblems(Shape shape, Reading reading, History history) {
    TableState stamped = history.state(shape.table());
    Content found = content(shape, reading);
    boolean equal =
        found.rows() == stamped.rows() && found.checksum().hex().equals(stamped.checksum());
    return equal
        ? List.of()
        : List.of(
            "%d rows with checksum %s, the ledger says %d with %s"
                .formatted(
                    found.rows(), found.checksum().hex(), stamped.rows(), stamped.checksum()));
  }

  private Content content(Shape shape, Reading reading) {
    Dataset<Row> hashed =
        reading
            .fresh(shape)
            .select(
                Checksum.rowHash(shape.nullable(), 1).as("high"),
                Checksum.rowHash(shape.nullable(), 2).as("low"));
    Row sum =
        hashed
            .agg(
                functions.count(functions.lit(1)),
                SparkBatch.upper("high"),
                SparkBatch.lower("high"),
                SparkBatch.upper("low"),
                SparkBatch.lower("low"))
            .first();
    return sum.getLong(0) == 0
        ? Content.NONE
        : new Content(
            sum.getLong(0),
            new Checksum(
                Checksum.joined(sum.getLong(1), sum.getLong(2)),
                Checksum.joined(sum.getLong(3), sum.getLong(4))));
  }

  private static String rootMessage(Throwable error) {
    Throwable cause = error.getCause();
    return cause == null ? error.toString() : rootMessage(cause);
  }
}
