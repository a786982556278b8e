package org.evenhand.consolidate;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.evenhand.job.JobResult;
import org.evenhand.job.RunContext;
import org.evenhand.table.Slice;
import org.evenhand.table.Table;
import org.evenhand.table.columns.BronzeFile;
import org.evenhand.table.columns.BronzeWorker;
import org.evenhand.table.columns.BronzeWorkerAssignment;
import org.evenhand.table.columns.SilverWorker;
import org.evenhand.table.columns.SilverWorkerIdentity;
import org.jspecify.annotations.Nullable;

/** Every person with hire, rehire and leaving, and when we knew it. */
public final class WorkerJob implements LedgerJob {

  @Override
  public String name() {
    return "worker";
  }

  @Override
  public List<Table> reads() {
    return List.of(
        BronzeWorker.TABLE,
        BronzeWorkerAssignment.TABLE,
        BronzeFile.TABLE,
        SilverWorkerIdentity.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(SilverWorker.TABLE);
  }

  @Override
  public JobResult run(RunContext context) {
    Upstream upstream = new Upstream(context);
    List<Row> rows =
        rows(
            upstream.known(BronzeWorker.TABLE, BronzeWorker.WORKER_ID),
            upstream.known(
                BronzeWorkerAssignment.TABLE,
                BronzeWorkerAssignment.WORKER_ID,
                BronzeWorkerAssignment.EFFECTIVE_FROM,
                BronzeWorkerAssignment.EFFECTIVE_SEQUENCE),
            upstream.repKeys());
    return JobResult.derived(
        context.tables().replace(SilverWorker.TABLE, Slice.whole(), rows, context.stamp()));
  }

  static List<Row> rows(List<Row> workers, List<Row> jobs, Map<String, Long> repKeys) {
    Map<String, List<Knowledge.Known<EmploymentHistory.Statement>>> said = new TreeMap<>();
    for (Row row : workers) {
      said.computeIfAbsent(BronzeWorker.WORKER_ID.text(row), key -> new ArrayList<>())
          .add(Upstream.believed(row, EmploymentHistory.Person.of(row)));
    }
    for (Row row : jobs) {
      if (EmploymentHistory.Event.isOne(row) && !Upstream.gone(row)) {
        said.computeIfAbsent(BronzeWorkerAssignment.WORKER_ID.text(row), key -> new ArrayList<>())
            .add(Upstream.believed(row, EmploymentHistory.Event.of(row)));
      }
    }
    List<Row> rows = new ArrayList<>();
    said.forEach(
        (worker, statements) ->
            Knowledge.derive(statements, EmploymentHistory::of)
                .forEach(known -> rows.add(row(repKeys.get(worker), known))));
    return rows;
  }

  private static Row row(
      @Nullable Long repKey, Knowledge.Known<EmploymentHistory.Employment> known) {
    EmploymentHistory.Person person = known.value().person();
    List<EmploymentHistory.Spell> spells = known.value().spells();
    EmploymentHistory.@Nullable Spell last =
        spells.isEmpty() ? null : spells.get(spells.size() - 1);
    LocalDate firstHired = person.firstHired();
    return new Records(SilverWorker.TABLE)
        .row()
        .put(SilverWorker.REP_KEY, repKey)
        .put(
            SilverWorker.FIRST_HIRED_ON,
            firstHired != null ? firstHired : spells.isEmpty() ? null : spells.get(0).from())
        .put(SilverWorker.HIRED_ON, last == null ? null : last.from())
        .put(SilverWorker.TERMINATED_ON, last == null ? null : last.to())
        .put(SilverWorker.TERMINATION_KIND, person.other().terminationKind())
        .put(SilverWorker.REGRETTED, person.other().regretted())
        .put(SilverWorker.COUNTRY, person.other().country())
        .put(SilverWorker.PAY_CURRENCY, person.other().payCurrency())
        .put(
            SilverWorker.REHIRED,
            spells.size() > 1
                || (firstHired != null && last != null && firstHired.isBefore(last.from())))
        .put(SilverWorker.SPELLS, spells.size())
        .put(SilverWorker.EMPLOYED, spells.stream().map(EmploymentHistory.Spell::toString).toList())
        .put(SilverWorker.PRESENCE, person.other().presence())
        .put(SilverWorker.VALID_FROM, Instant.EPOCH)
        .put(SilverWorker.KNOWN_FROM, known.from())
        .put(SilverWorker.KNOWN_TO, known.to())
        .build();
  }
}
