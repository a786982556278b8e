package org.evenhand.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.evenhand.intake.read.Digests;
import org.evenhand.intake.row.CompiledMapping;
import org.evenhand.intake.row.MappedFile;
import org.evenhand.job.RunContext;
import org.evenhand.schema.SourceMapping;
import org.evenhand.table.Stamp;
import org.evenhand.table.Table;
import org.evenhand.table.TableState;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.BronzeRejected;

/**
 * Reads one landed file again for its rejected records only. The commit of rows says which records
 * it replayed, so that a crash before the rejections are marked resolved repeats nothing.
 */
final class Replay {
  private static final String REPLAYED = "replayed.";

  private final RunContext context;
  private final List<TableState> written = new ArrayList<>();

  Replay(RunContext context) {
    this.context = context;
  }

  List<TableState> written() {
    return written;
  }

  /** How many of the wanted records are accepted now; 0 when the file is no longer the same. */
  long file(Entry entry, Set<Rejects.Where> wanted) {
    SourceMapping mapping = context.rules().mappings().get(entry.mapping());
    Path path = context.places().landing().resolve(entry.path());
    String sha256 = BronzeFile.SHA256.text(entry.row());
    if (!Files.isRegularFile(path)) {
      return 0;
    }
    LandedFile found =
        new LandedFile(path.toAbsolutePath(), entry.path(), BronzeFile.BYTES.whole(entry.row()));
    Candidate file = new Candidate(mapping, found, sha256, entry.extractedAt());
    return file.fileId().equals(entry.fileId()) ? replay(file, wanted) : 0;
  }

  private long replay(Candidate file, Set<Rejects.Where> wanted) {
    Table target = Table.of(file.mapping().target().toString());
    CompiledMapping mapping =
        CompiledMapping.of(context.session(), file.mapping(), target.contract());
    Set<String> before = replayedBefore(target, file.fileId());
    List<Row> rows = new ArrayList<>();
    List<Row> resolved = new ArrayList<>();
    TreeSet<String> places = new TreeSet<>();
    try (MappedFile records = new MappedFile(file.task(), mapping)) {
      while (records.hasNext()) {
        MappedFile.Mapped record = records.next();
        String place = record.source().line() + ":" + record.source().element();
        if (record.row().isAccepted() && isWanted(record, file.fileId(), wanted)) {
          resolved.add(Rejections.resolved(file, record.source()));
          if (!before.contains(place)) {
            rows.add(ContractRow.row(target, record.row().values()));
            places.add(place);
          }
        }
      }
      if (records.tally().isFailed()) {
        return 0;
      }
    }
    write(target, file.fileId(), rows, resolved, places);
    return resolved.size();
  }

  private static boolean isWanted(
      MappedFile.Mapped record, String fileId, Set<Rejects.Where> wanted) {
    return wanted.contains(
        new Rejects.Where(fileId, record.source().line(), record.source().element()));
  }

  private void write(
      Table target, String fileId, List<Row> rows, List<Row> resolved, Set<String> places) {
    String inputs = Digests.of("replay", fileId, String.join(" ", places));
    if (!rows.isEmpty()) {
      Map<String, String> details = Map.of(REPLAYED + fileId, String.join(" ", places));
      written.add(context.tables().append(target, rows, stamp(inputs, details)));
    }
    if (!resolved.isEmpty()) {
      String marks =
          resolved.stream()
              .map(row -> String.valueOf(BronzeRejected.LINE.whole(row)))
              .collect(Collectors.joining(" "));
      written.add(
          context
              .tables()
              .append(
                  BronzeRejected.TABLE,
                  resolved,
                  stamp(Digests.of("resolved", fileId, marks), Map.of())));
    }
  }

  private Set<String> replayedBefore(Table target, String fileId) {
    Set<String> places = new HashSet<>();
    for (Stamp stamp : context.tables().stamps(target)) {
      String listed = stamp.details().getOrDefault(REPLAYED + fileId, "");
      places.addAll(List.of(listed.split(" ")));
    }
    return places;
  }

  private Stamp stamp(String inputs, Map<String, String> details) {
    return new Stamp(context.stamp().job(), context.stamp().runId(), inputs, details);
  }
}
