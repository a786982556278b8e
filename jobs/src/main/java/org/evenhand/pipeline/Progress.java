package org.evenhand.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.evenhand.job.JobResult;

/**
 * What a run tells whoever watches it. Jobs run side by side, so calls come from several threads.
 */
public interface Progress {

  void stage(String name);

  /**
   * @param inputs hash of what the job's result follows from
   */
  void started(String job, String inputs);

  void finished(String job, JobResult result, Duration took);

  /** The job's inputs are those of its last complete run, so its tables stand as they are. */
  void unchanged(String job, String inputs);

  /**
   * @param why the message of the failure
   */
  void failed(String job, String why);

  /** Tells all of them, one after the other; none of them is nobody. */
  static Progress to(Progress... all) {
    List<Progress> told = List.of(all);
    return new Progress() {
      @Override
      public void stage(String name) {
        each(one -> one.stage(name));
      }

      @Override
      public void started(String job, String inputs) {
        each(one -> one.started(job, inputs));
      }

      @Override
      public void finished(String job, JobResult result, Duration took) {
        each(one -> one.finished(job, result, took));
      }

      @Override
      public void unchanged(String job, String inputs) {
        each(one -> one.unchanged(job, inputs));
      }

      @Override
      public void failed(String job, String why) {
        each(one -> one.failed(job, why));
      }

      private void each(Consumer<Progress> tell) {
        told.forEach(tell);
      }
    };
  }
}
