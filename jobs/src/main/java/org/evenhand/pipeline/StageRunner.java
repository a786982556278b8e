package org.evenhand.pipeline;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.evenhand.job.Job;
import org.evenhand.job.RunContext;

/**
 * Runs the jobs of a stage, each as soon as the jobs it reads from are done, a few at a time: small
 * jobs leave the cores idle while Spark plans, so two at once cost less than one after the other.
 */
public final class StageRunner {
  private final JobRunner jobs;
  private final Progress progress;
  private final int atOnce;

  public StageRunner(JobRunner jobs, Progress progress, int atOnce) {
    this.jobs = jobs;
    this.progress = progress;
    this.atOnce = atOnce;
  }

  /** Runs every job of the stage; the first failure is thrown after running jobs have ended. */
  public List<JobRunner.Ran> run(Stage stage, RunContext context) {
    progress.stage(stage.name());
    return run(Plan.of(stage.jobs()), context);
  }

  List<JobRunner.Ran> run(Plan plan, RunContext context) {
    ExecutorService pool = Executors.newFixedThreadPool(atOnce);
    try {
      Map<Job, Set<Job>> needs = plan.dependencies();
      Map<Job, CompletableFuture<JobRunner.Ran>> running = new HashMap<>();
      for (Job job : plan.jobs()) {
        CompletableFuture<?>[] first =
            needs.getOrDefault(job, Set.of()).stream()
                .map(running::get)
                .toArray(CompletableFuture<?>[]::new);
        running.put(
            job,
            CompletableFuture.allOf(first).thenApplyAsync(done -> jobs.run(job, context), pool));
      }
      return results(plan.jobs(), running);
    } finally {
      pool.shutdown();
    }
  }

  private static List<JobRunner.Ran> results(
      List<Job> order, Map<Job, CompletableFuture<JobRunner.Ran>> running) {
    CompletableFuture<Void> all =
        CompletableFuture.allOf(running.values().toArray(CompletableFuture<?>[]::new));
    try {
      all.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
    return order.stream().map(job -> Objects.requireNonNull(running.get(job)).join()).toList();
  }
}
