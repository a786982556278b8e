package org.evenhand.pipeline;

import org.evenhand.job.Job;
import org.evenhand.job.RunContext;
import org.evenhand.job.RunContext.Engine;
import org.evenhand.table.Tables;

/**
 * Which session a job runs in. Compiling the plan of a job takes longer than the job itself where
 * its tables have few rows, so such a job is interpreted; both give the same rows.
 */
public interface SessionChoice {

  /** The context with the session that suits the job. */
  RunContext suited(Job job, RunContext context);

  /** The session the run began with, always. */
  static SessionChoice always() {
    return (job, context) -> context;
  }

  /** Another session for jobs whose tables have fewer rows, all added up. */
  static SessionChoice below(long rows, Engine interpreted) {
    return (job, context) ->
        !job.reads().isEmpty() && read(job, context.tables()) < rows
            ? context.with(interpreted)
            : context;
  }

  private static long read(Job job, Tables tables) {
    return job.reads().stream().map(tables::state).mapToLong(state -> state.rows()).sum();
  }
}
