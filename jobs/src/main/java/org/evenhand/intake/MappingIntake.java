package org.evenhand.intake;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.errors.DataException;
import org.evenhand.intake.read.Digests;
import org.evenhand.intake.row.CompiledMapping;
import org.evenhand.job.RunContext;
import org.evenhand.schema.SourceMapping;
import org.evenhand.table.Stamp;
import org.evenhand.table.Table;
import org.evenhand.table.TableState;
import org.evenhand.table.columns.BronzeFile;

/** Takes the new files of one mapping: read, decide, write rejections, write rows. */
final class MappingIntake {
  /** Inflating makes about this much of packed bytes. */
  private static final int PACKED = 8;

  private final RunContext context;
  private final IntakePolicy policy;
  private final Ledger ledger;
  private final Siblings siblings;

  MappingIntake(RunContext context, IntakePolicy policy, Ledger ledger, Siblings siblings) {
    this.context = context;
    this.policy = policy;
    this.ledger = ledger;
    this.siblings = siblings;
  }

  Taken take(SourceMapping mapping, List<Candidate> files) {
    Table target = Table.of(mapping.target().toString());
    CompiledMapping compiled = CompiledMapping.of(context.session(), mapping, target.contract());
    try (Harvest harvest = harvest(target, compiled, files)) {
      Verdicts.Decided decided =
          new Verdicts(policy, ledger, context.tables(), mapping, harvest)
              .decided(siblings.known(mapping));
      decided.failed().forEach(ledger::add);
      Taken taken = write(target, harvest, decided.landed());
      return taken.and(new Taken(0, 0, 0, List.of(), decided.stopped()));
    }
  }

  private Harvest harvest(Table target, CompiledMapping compiled, List<Candidate> files) {
    long bytes = files.stream().mapToLong(MappingIntake::inflated).sum();
    return bytes <= policy.driverBytes()
        ? DriverHarvest.of(target, compiled, files)
        : SparkHarvest.of(context.session(), target, compiled, files);
  }

  private static long inflated(Candidate file) {
    boolean isPacked = file.path().matches("(?i).*\\.(gz|zip|parquet)");
    return isPacked ? PACKED * file.found().bytes() : file.found().bytes();
  }

  private Taken write(Table target, Harvest harvest, Map<String, Entry> landed) {
    Map<String, Long> rejected = new TreeMap<>();
    long read = 0;
    long accepted = 0;
    for (Harvest.Result result : harvest.results()) {
      if (landed.containsKey(result.file().fileId())) {
        read += result.tally().read();
        accepted += result.tally().accepted();
        rejected.put(result.file().fileId(), result.tally().rejected());
      }
    }
    long rejects = rejected.values().stream().mapToLong(Long::longValue).sum();
    if (read != accepted + rejects) {
      throw unbalanced(target, read, accepted, rejects);
    }
    writeRejected(harvest, rejected);
    if (landed.isEmpty()) {
      return Taken.NOTHING;
    }
    TableState written = writeAccepted(target, harvest, landed.values(), accepted);
    return new Taken(read, accepted, rejects, List.of(written), List.of());
  }

  /**
   * Before the rows, so that no landed file lacks its rejections; once, whatever crashed before.
   */
  private void writeRejected(Harvest harvest, Map<String, Long> rejected) {
    Map<String, Long> missing = new TreeMap<>(rejected);
    missing.entrySet().removeIf(e -> e.getValue() == 0 || ledger.hasRejectsOf(e.getKey()));
    if (!missing.isEmpty()) {
      String inputs = "rejects " + Digests.of(missing.keySet().toArray(String[]::new));
      harvest.appendRejected(
          context.tables(), missing.keySet(), stamp(inputs, Ledger.rejectDetails(missing)));
    }
  }

  private TableState writeAccepted(
      Table target, Harvest harvest, Collection<Entry> landed, long accepted) {
    TreeSet<String> ids = new TreeSet<>();
    landed.forEach(entry -> ids.add(entry.fileId()));
    long before = context.tables().state(target).rows();
    String inputs = Digests.of(ids.toArray(String[]::new));
    TableState after =
        harvest.appendAccepted(context.tables(), ids, stamp(inputs, Ledger.details(landed)));
    if (after.rows() != before + accepted) {
      throw unbalanced(target, before + accepted, after.rows(), 0);
    }
    return after;
  }

  private Stamp stamp(String inputs, Map<String, String> details) {
    return new Stamp(context.stamp().job(), context.stamp().runId(), inputs, details);
  }

  private static DataException unbalanced(Table target, long read, long accepted, long rejected) {
    return new DataException(
        "Cannot reconcile %s with %s: %d records were read, %d accepted, %d rejected. Nothing was published; run again and report this if it stays."
            .formatted(target, BronzeFile.TABLE, read, accepted, rejected));
  }
}
