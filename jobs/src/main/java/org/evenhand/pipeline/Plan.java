package org.evenhand.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenhand.job.Job;
import org.evenhand.table.Table;

/** Which jobs wait for which, from what they declare to read and write. */
public final class Plan {
  private final List<Job> jobs;

  private Plan(List<Job> jobs) {
    this.jobs = List.copyOf(jobs);
  }

  /**
   * Jobs in the given order.
   *
   * @throws IllegalStateException when a table has two writers or a job reads what only a later job
   *     writes
   */
  public static Plan of(List<Job> jobs) {
    Plan plan = new Plan(jobs);
    plan.requireOneWriterPerTable();
    plan.requireWritersFirst();
    return plan;
  }

  public List<Job> jobs() {
    return jobs;
  }

  /** For each job, the earlier jobs whose tables it reads. */
  public Map<Job, Set<Job>> dependencies() {
    Map<Table, Job> writers = new HashMap<>();
    Map<Job, Set<Job>> needs = new HashMap<>();
    for (Job job : jobs) {
      needs.put(
          job,
          job.reads().stream()
              .filter(writers::containsKey)
              .map(writers::get)
              .collect(Collectors.toSet()));
      job.writes().forEach(table -> writers.put(table, job));
    }
    return needs;
  }

  /** Edges as {@code writer -> reader}, sorted: what the Airflow check compares with. */
  public Set<String> edges() {
    Set<String> edges = new TreeSet<>();
    dependencies()
        .forEach((job, needs) -> needs.forEach(n -> edges.add(n.name() + " -> " + job.name())));
    return edges;
  }

  private void requireOneWriterPerTable() {
    Map<Table, Job> writers = new HashMap<>();
    for (Job job : jobs) {
      for (Table table : job.writes()) {
        Job other = writers.put(table, job);
        if (other != null) {
          throw new IllegalStateException(
              "Cannot plan jobs: %s is written by both %s and %s. Give the table one writer."
                  .formatted(table, other.name(), job.name()));
        }
      }
    }
  }

  private void requireWritersFirst() {
    Set<Table> later = new TreeSet<>();
    jobs.forEach(job -> later.addAll(job.writes()));
    for (Job job : jobs) {
      List<Table> early = new ArrayList<>(job.reads());
      early.retainAll(later);
      early.removeAll(job.writes());
      if (!early.isEmpty()) {
        throw new IllegalStateException(
            "Cannot plan jobs: %s reads %s before its writer has run. Move the writer up in Jobs."
                .formatted(job.name(), early));
      }
      job.writes().forEach(later::remove);
    }
  }
}
