package org.evenhand.pipeline;

import java.util.function.Function;
import org.evenhand.job.Job;
import org.evenhand.job.RunContext;
import org.evenhand.job.RunContext.Engine;
import org.evenhand.table.InputSize;
import org.evenhand.table.Tables;

/** Which session a job runs in; all give the same rows. */
public interface SessionChoice {

  /** The context with the session that suits the job. */
  RunContext suited(Job job, RunContext context);

  /** The session the run began with, always. */
  static SessionChoice always() {
    return (job, context) -> context;
  }

  /** One session for each size of what a job reads; the first one for jobs that read no table. */
  static SessionChoice bySize(Function<InputSize, Engine> engines) {
    return (job, context) ->
        job.reads().isEmpty()
            ? context
            : context.with(engines.apply(InputSize.of(read(job, context.tables()))));
  }

  private static long read(Job job, Tables tables) {
    return job.reads().stream().map(tables::state).mapToLong(state -> state.rows()).sum();
  }
}
