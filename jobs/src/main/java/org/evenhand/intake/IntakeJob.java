package org.evenhand.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.errors.DataException;
import org.evenhand.intake.read.Digests;
import org.evenhand.job.Job;
import org.evenhand.job.JobResult;
import org.evenhand.job.RunContext;
import org.evenhand.schema.Contracts;
import org.evenhand.schema.SourceMapping;
import org.evenhand.schema.TableContract;
import org.evenhand.table.Table;
import org.evenhand.table.TableState;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.BronzeRejected;

/**
 * Export files to bronze: every record of every file is accepted or rejected with its reasons, or
 * its file fails with one; nothing is taken twice.
 */
public final class IntakeJob implements Job {

  @Override
  public String name() {
    return "intake";
  }

  /** Only files; what it wrote before it knows from its own tables. */
  @Override
  public List<Table> reads() {
    return List.of();
  }

  @Override
  public List<Table> writes() {
    return Stream.concat(Stream.of(BronzeFile.TABLE, BronzeRejected.TABLE), targets().stream())
        .sorted()
        .toList();
  }

  static List<Table> targets() {
    return Contracts.bundled().all().stream()
        .filter(TableContract::landed)
        .map(contract -> new Table(contract))
        .toList();
  }

  /** The files that lie there and the mappings, so that a run with nothing new is skipped. */
  @Override
  public List<String> parameters(RunContext context) {
    List<String> parameters = new ArrayList<>();
    Landing.files(context.places().landing()).stream()
        .map(LandedFile::signature)
        .forEach(parameters::add);
    context.rules().mappings().all().forEach(mapping -> parameters.add(mapping.fingerprint()));
    return List.of(Digests.of(parameters.toArray(String[]::new)));
  }

  /**
   * @throws DataException when a file rejects more than the policy allows, after everything else
   *     has landed
   */
  @Override
  public JobResult run(RunContext context) {
    Ledger ledger = Ledger.load(context.tables(), targets());
    Collection<SourceMapping> mappings = context.rules().mappings().all();
    Landing landing = Landing.scan(context.places().landing(), mappings);
    Map<SourceMapping, List<Candidate>> fresh = new Arrivals(ledger).of(landing);
    MappingIntake intake =
        new MappingIntake(
            context,
            IntakePolicy.of(context.policies()),
            ledger,
            new Siblings(context.session(), landing.byMapping()));
    Taken taken =
        TargetThreads.run(
            byTarget(fresh.keySet()),
            mapping -> intake.take(mapping, fresh.getOrDefault(mapping, List.of())));
    ledger.write(context.stamp());
    if (!taken.stopped().isEmpty()) {
      throw new DataException(
          "Cannot go on after intake: %s".formatted(String.join(" ", taken.stopped())));
    }
    List<TableState> written = new ArrayList<>(taken.written());
    written.add(context.tables().state(BronzeFile.TABLE));
    return new JobResult(taken.read(), taken.accepted(), taken.rejected(), written);
  }

  private static Collection<List<SourceMapping>> byTarget(Collection<SourceMapping> mappings) {
    return mappings.stream()
        .collect(
            Collectors.groupingBy(
                mapping -> mapping.target().toString(), TreeMap::new, Collectors.toList()))
        .values();
  }
}
