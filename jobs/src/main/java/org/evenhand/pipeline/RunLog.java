package org.evenhand.pipeline;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.evenhand.job.JobResult;
import org.evenhand.job.Quarter;
import org.evenhand.table.Stamp;
import org.evenhand.table.TableState;
import org.evenhand.table.Tables;
import org.evenhand.table.columns.GoldRunLog;
import org.jspecify.annotations.Nullable;

/** What the jobs of one run did, kept in gold.run_log. No result depends on it. */
public final class RunLog implements Progress {
  private final String runId;
  private final Quarter quarter;
  private final InstantSource clock;
  private final Map<String, Begun> begun = new HashMap<>();
  private final List<Row> rows = new ArrayList<>();

  private record Begun(Instant at, String inputs) {}

  public RunLog(String runId, Quarter quarter, InstantSource clock) {
    this.runId = runId;
    this.quarter = quarter;
    this.clock = clock;
  }

  @Override
  public void stage(String name) {}

  @Override
  public synchronized void started(String job, String inputs) {
    begun.put(job, new Begun(clock.instant(), inputs));
  }

  @Override
  public synchronized void finished(String job, JobResult result, Duration took) {
    add(job, "DONE", Optional.of(result), Optional.empty());
  }

  @Override
  public synchronized void unchanged(String job, String inputs) {
    started(job, inputs);
    add(job, "SKIPPED", Optional.empty(), Optional.of("inputs and outputs as after its last run"));
  }

  @Override
  public synchronized void failed(String job, String why) {
    add(job, "FAILED", Optional.empty(), Optional.of(why));
  }

  /** Adds the run to the table. */
  public synchronized void write(Tables tables) {
    if (!rows.isEmpty()) {
      tables.append(GoldRunLog.TABLE, rows, new Stamp("run-log", runId, runId, Map.of()));
    }
  }

  private void add(String job, String status, Optional<JobResult> result, Optional<String> reason) {
    Begun start = begun.getOrDefault(job, new Begun(clock.instant(), ""));
    rows.add(
        RowFactory.create(
            runId,
            job,
            quarter.toString(),
            status,
            start.at(),
            clock.instant(),
            orNull(result.map(JobResult::read)),
            orNull(result.map(JobResult::accepted)),
            orNull(result.map(JobResult::rejected)),
            orNull(result.map(RunLog::written)),
            start.inputs(),
            orNull(reason)));
  }

  private static long written(JobResult result) {
    return result.written().stream().mapToLong(TableState::rows).sum();
  }

  private static <T> @Nullable T orNull(Optional<T> value) {
    return value.orElse(null);
  }
}
