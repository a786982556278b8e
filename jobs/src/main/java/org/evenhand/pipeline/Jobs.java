package org.evenhand.pipeline;

import java.util.List;
import java.util.stream.Stream;
import org.evenhand.job.Job;
import org.evenhand.table.Table;

/** The index of all jobs, in run order. A job that is not listed here does not run. */
public final class Jobs {
  private Jobs() {}

  /** Export files to bronze. */
  public static Stage intake() {
    return new Stage("intake", List.of());
  }

  /** Bronze to silver: who is who, what was true when, and when we knew it. */
  public static Stage consolidate() {
    return new Stage("consolidate", List.of());
  }

  /** Silver to gold: the fact base, the measures, and every number a report prints. */
  public static Stage analyse() {
    return new Stage("analyse", List.of());
  }

  /** Candidate to checked, published and rendered. */
  public static Stage publish() {
    return new Stage("publish", List.of());
  }

  public static List<Stage> stages() {
    return List.of(intake(), consolidate(), analyse(), publish());
  }

  public static List<Job> all() {
    return stages().stream().map(Stage::jobs).flatMap(List::stream).toList();
  }

  /** Every table the analyses may depend on: what an edition's id is computed from. */
  static List<Table> consolidated() {
    return Stream.of(intake(), consolidate())
        .flatMap(stage -> stage.jobs().stream())
        .flatMap(job -> job.writes().stream())
        .filter(table -> !table.contract().columnNames().contains("edition"))
        .sorted()
        .toList();
  }
}
