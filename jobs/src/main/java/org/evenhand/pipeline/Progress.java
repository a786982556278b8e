package org.evenhand.pipeline;

import java.time.Duration;
import org.evenhand.job.JobResult;

/** What a run tells whoever watches it. */
public interface Progress {

  void stage(String name);

  void started(String job);

  void finished(String job, JobResult result, Duration took);

  /** The job's inputs are those of its last complete run, so its tables stand as they are. */
  void unchanged(String job);

  /** Tells nobody. */
  Progress SILENT =
      new Progress() {
        @Override
        public void stage(String name) {}

        @Override
        public void started(String job) {}

        @Override
        public void finished(String job, JobResult result, Duration took) {}

        @Override
        public void unchanged(String job) {}
      };
}
