package org.evenhand.pipeline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.evenhand.job.Job;
import org.evenhand.job.JobResult;
import org.evenhand.job.RunContext;
import org.evenhand.table.Stamp;
import org.evenhand.table.Table;
import org.evenhand.table.TableState;
import org.evenhand.table.Tables;

/** Runs one job unless its inputs and outputs are those of its last complete run. */
public final class JobRunner {
  private final Journal journal;
  private final Progress progress;
  private final CodeVersion code;
  private final SessionChoice sessions;

  public JobRunner(Journal journal, Progress progress, CodeVersion code, SessionChoice sessions) {
    this.journal = journal;
    this.progress = progress;
    this.code = code;
    this.sessions = sessions;
  }

  Ran run(Job job, RunContext context) {
    String inputs = inputs(job, context);
    if (!job.writes().isEmpty()
        && journal.holds(job.name(), inputs, outputs(job, context.tables()))) {
      progress.unchanged(job.name(), inputs);
      return new Ran(job.name(), "unchanged", standing(job, context.tables()), Duration.ZERO);
    }
    progress.started(job.name(), inputs);
    long start = System.nanoTime();
    JobResult result =
        attempt(job, sessions.suited(job, context).stamped(stamp(job, context, inputs)));
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    if (!job.writes().isEmpty()) {
      journal.record(job.name(), inputs, outputs(job, context.tables()));
    }
    progress.finished(job.name(), result, took);
    return new Ran(job.name(), "done", result, took);
  }

  private JobResult attempt(Job job, RunContext context) {
    try {
      return job.run(context);
    } catch (RuntimeException e) {
      progress.failed(job.name(), String.valueOf(e.getMessage()));
      throw e;
    }
  }

  /** What the result follows from, as it was before the job ran; its own tables are outputs. */
  private String inputs(Job job, RunContext context) {
    List<Table> others = new ArrayList<>(job.reads());
    others.removeAll(job.writes());
    others.removeAll(job.partly());
    List<String> parts = new ArrayList<>();
    parts.add(job.name());
    parts.add(code.text());
    parts.add(context.policies().canonical());
    parts.addAll(job.parameters(context));
    states(others, context.tables()).forEach(state -> parts.add(describe(state)));
    return Fingerprints.of(parts);
  }

  private static String outputs(Job job, Tables tables) {
    return states(job.writes(), tables).stream()
        .map(JobRunner::describe)
        .collect(Collectors.joining(" "));
  }

  private static JobResult standing(Job job, Tables tables) {
    return JobResult.derived(states(job.writes(), tables).toArray(TableState[]::new));
  }

  private static List<TableState> states(List<Table> names, Tables tables) {
    return names.stream().sorted(Comparator.naturalOrder()).map(tables::state).toList();
  }

  private static String describe(TableState state) {
    return state.table() + "=" + state.rows() + ":" + state.checksum();
  }

  private static Stamp stamp(Job job, RunContext context, String inputs) {
    return new Stamp(job.name(), context.stamp().runId(), inputs, Map.of());
  }

  /**
   * What became of a job.
   *
   * @param outcome done or unchanged
   */
  public record Ran(String job, String outcome, JobResult result, Duration took) {}
}
