package org.evenhand.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.evenhand.job.JobResult;
import org.evenhand.job.RunContext;
import org.evenhand.table.TableState;
import org.evenhand.table.Tables;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.BronzeRejected;
import scala.jdk.javaapi.CollectionConverters;

/** Rejected records: which are open, and reading them again after a mapping was corrected. */
public final class Rejects {
  private Rejects() {}

  /**
   * A rejection that no replay has resolved and whose file was not exported again.
   *
   * @param where file, line and element
   * @param raw the record as it stood in the file
   */
  public record Open(Where where, String mapping, String path, String raw, List<String> reasons) {}

  /** A record of a file. */
  public record Where(String fileId, long line, int element) implements Comparable<Where> {
    @Override
    public int compareTo(Where other) {
      return Comparator.comparing(Where::fileId)
          .thenComparing(Where::line)
          .thenComparing(Where::element)
          .compare(this, other);
    }
  }

  /** Open rejections by path and line. */
  public static List<Open> open(Tables tables) {
    List<Row> rows = tables.rows(BronzeRejected.TABLE);
    Set<String> replaced =
        tables.rows(BronzeFile.TABLE).stream()
            .flatMap(row -> new Entry(row).replaces().stream())
            .collect(Collectors.toSet());
    Set<Where> resolved =
        rows.stream().filter(Rejects::isResolved).map(Rejects::where).collect(Collectors.toSet());
    return rows.stream()
        .filter(row -> !isResolved(row) && !resolved.contains(where(row)))
        .filter(row -> !replaced.contains(BronzeRejected.FILE_ID.text(row)))
        .map(Rejects::shown)
        .sorted(Comparator.comparing(Open::path).thenComparing(Open::where))
        .toList();
  }

  /**
   * Reads the files of open rejections again with today's mappings. What is accepted now enters its
   * table exactly once; counts are of open rejections.
   */
  public static JobResult replay(RunContext context) {
    Map<String, List<Open>> byFile =
        open(context.tables()).stream()
            .collect(
                Collectors.groupingBy(
                    open -> open.where().fileId(), TreeMap::new, Collectors.toList()));
    Map<String, Entry> entries =
        context.tables().rows(BronzeFile.TABLE).stream()
            .map(Entry::new)
            .collect(Collectors.toMap(Entry::fileId, entry -> entry));
    long accepted = 0;
    long rejected = 0;
    List<TableState> written = new ArrayList<>();
    for (Map.Entry<String, List<Open>> file : byFile.entrySet()) {
      Set<Where> wanted =
          file.getValue().stream().map(Open::where).collect(Collectors.toCollection(HashSet::new));
      Entry entry = entries.get(file.getKey());
      Replay replay = new Replay(context);
      long now = entry == null ? 0 : replay.file(entry, wanted);
      accepted += now;
      rejected += wanted.size() - now;
      written.addAll(replay.written());
    }
    return new JobResult(accepted + rejected, accepted, rejected, written);
  }

  private static Open shown(Row row) {
    scala.collection.Seq<String> reasons =
        row.getSeq(row.fieldIndex(BronzeRejected.REASONS.name()));
    return new Open(
        where(row),
        BronzeRejected.MAPPING.text(row),
        BronzeRejected.PATH.text(row),
        BronzeRejected.RAW.text(row),
        List.copyOf(CollectionConverters.asJava(reasons)));
  }

  private static Where where(Row row) {
    return new Where(
        BronzeRejected.FILE_ID.text(row),
        BronzeRejected.LINE.whole(row),
        row.getInt(row.fieldIndex(BronzeRejected.ELEMENT.name())));
  }

  private static boolean isResolved(Row row) {
    return BronzeRejected.RESOLUTION.text(row).equals(Rejections.RESOLVED);
  }
}
