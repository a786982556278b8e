package org.evenhand.pipeline;

import java.util.List;
import org.evenhand.job.Job;

/**
 * Jobs that run after all jobs of the stage before: what is known so far decides what may be
 * computed next (the knowledge date after intake, the edition after consolidation).
 *
 * @param name shown in progress and plans
 * @param jobs in run order
 */
public record Stage(String name, List<Job> jobs) {
  public Stage {
    jobs = List.copyOf(jobs);
  }
}
