package org.evenhand.pipeline;

import java.util.List;
import java.util.stream.Stream;
import org.evenhand.job.Job;
import org.evenhand.table.Table;

/** The index of all jobs, in run order. A job that is not listed here does not run. */
public final class Jobs {
  public static final String INTAKE = "intake";
  public static final String CONSOLIDATE = "consolidate";
  public static final String ANALYSE = "analyse";
  public static final String PUBLISH = "publish";

  private Jobs() {}

  /** All stages, in run order. */
  public static List<Stage> stages() {
    return List.of(intake(), consolidate(), analyse(), publish());
  }

  /** Export files to bronze. */
  static Stage intake() {
    return new Stage(INTAKE, List.of());
  }

  /** Bronze to silver: who is who, what was true when, and when we knew it. */
  static Stage consolidate() {
    return new Stage(CONSOLIDATE, List.of());
  }

  /** Silver to gold: the fact base, the measures, and every number a report prints. */
  static Stage analyse() {
    return new Stage(ANALYSE, List.of());
  }

  /** Candidate to checked, published and rendered. */
  static Stage publish() {
    return new Stage(PUBLISH, List.of());
  }

  /** Every job of every stage. */
  public static List<Job> all() {
    return stages().stream().map(Stage::jobs).flatMap(List::stream).toList();
  }

  /** Every table the analyses may depend on: what an edition's id is computed from. */
  static List<Table> consolidated() {
    return Stream.of(intake(), consolidate())
        .flatMap(stage -> stage.jobs().stream())
        .flatMap(job -> job.writes().stream())
        .sorted()
        .toList();
  }
}
