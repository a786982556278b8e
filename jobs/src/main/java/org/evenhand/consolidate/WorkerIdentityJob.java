package org.evenhand.consolidate;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.evenhand.job.Job;
import org.evenhand.job.JobResult;
import org.evenhand.job.RunContext;
import org.evenhand.table.Column;
import org.evenhand.table.Slice;
import org.evenhand.table.Table;
import org.evenhand.table.columns.BronzeWorker;
import org.evenhand.table.columns.BronzeWorkerAssignment;
import org.evenhand.table.columns.SilverWorkerIdentity;

/**
 * The wall: every HR worker id, managers included, and its rep_key. Only the driver computes them.
 */
public final class WorkerIdentityJob implements Job {

  @Override
  public String name() {
    return "worker-identity";
  }

  @Override
  public List<Table> reads() {
    return List.of(BronzeWorker.TABLE, BronzeWorkerAssignment.TABLE);
  }

  @Override
  public List<Table> writes() {
    return List.of(SilverWorkerIdentity.TABLE);
  }

  @Override
  public JobResult run(RunContext context) {
    Set<String> used =
        context.tables().rows(SilverWorkerIdentity.TABLE).stream()
            .map(SilverWorkerIdentity.KEY_ID::text)
            .collect(Collectors.toSet());
    RepKeys keys = RepKeys.open(context.places().keyFile(), used);
    List<Row> rows =
        rows(
            context.tables().rows(BronzeWorker.TABLE),
            context.tables().rows(BronzeWorkerAssignment.TABLE),
            keys);
    return JobResult.derived(
        context.tables().replace(SilverWorkerIdentity.TABLE, Slice.whole(), rows, context.stamp()));
  }

  static List<Row> rows(List<Row> workers, List<Row> assignments, RepKeys keys) {
    Map<String, Row> latest = new HashMap<>();
    Map<String, Instant> since = new TreeMap<>();
    for (Row row : workers) {
      since(since, row, BronzeWorker.WORKER_ID, BronzeWorker.KNOWN_FROM.instant(row));
      latest.merge(BronzeWorker.WORKER_ID.text(row), row, WorkerIdentityJob::later);
    }
    for (Row row : assignments) {
      Instant known = BronzeWorkerAssignment.KNOWN_FROM.instant(row);
      since(since, row, BronzeWorkerAssignment.WORKER_ID, known);
      since(since, row, BronzeWorkerAssignment.MANAGER_WORKER_ID, known);
    }
    Map<String, Long> repKeys = keys.of(since.keySet());
    Records records = new Records(SilverWorkerIdentity.TABLE);
    return since.keySet().stream()
        .map(
            id ->
                described(
                        records
                            .row()
                            .put(SilverWorkerIdentity.WORKER_ID, id)
                            .put(SilverWorkerIdentity.REP_KEY, repKeys.get(id))
                            .put(SilverWorkerIdentity.KEY_ID, keys.id())
                            .put(SilverWorkerIdentity.VALID_FROM, Instant.EPOCH)
                            .put(SilverWorkerIdentity.KNOWN_FROM, since.get(id)),
                        latest.get(id))
                    .build())
        .toList();
  }

  private static Records.Builder described(
      Records.Builder builder, @org.jspecify.annotations.Nullable Row worker) {
    if (worker == null) {
      return builder;
    }
    String mail = (String) BronzeWorker.WORK_EMAIL.value(worker);
    return builder
        .put(SilverWorkerIdentity.DISPLAY_NAME, BronzeWorker.FULL_NAME.value(worker))
        .put(SilverWorkerIdentity.EMAIL, mail == null ? null : mail.toLowerCase(Locale.ROOT));
  }

  private static void since(Map<String, Instant> since, Row row, Column id, Instant known) {
    if (!id.isNull(row)) {
      since.merge(id.text(row), known, (a, b) -> a.isBefore(b) ? a : b);
    }
  }

  private static Row later(Row a, Row b) {
    return BronzeWorker.KNOWN_FROM.instant(b).isBefore(BronzeWorker.KNOWN_FROM.instant(a)) ? a : b;
  }
}
