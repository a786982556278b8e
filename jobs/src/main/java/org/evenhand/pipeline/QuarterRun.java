package org.evenhand.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.job.RunContext;
import org.evenhand.job.RunContext.Period;
import org.evenhand.lakehouse.Published;
import org.evenhand.table.Edition;
import org.evenhand.table.Stamp;
import org.evenhand.table.Table;
import org.evenhand.table.TableState;

/**
 * The main job: intake, consolidation, analysis, publication, one after the other in one session.
 * The knowledge date is fixed after intake and the edition after consolidation, so that both follow
 * from the data and never from the clock.
 */
public final class QuarterRun {
  private final StageRunner runner;
  private final CodeVersion code;
  private final Optional<Instant> requestedAsOf;

  public QuarterRun(StageRunner runner, CodeVersion code, Optional<Instant> requestedAsOf) {
    this.runner = runner;
    this.code = code;
    this.requestedAsOf = requestedAsOf;
  }

  /** Runs the selected jobs; returns what each did and the context the last stage ran in. */
  public Outcome run(Selection selection, RunContext start) {
    RunContext context = start;
    List<JobRunner.Ran> ran = new ArrayList<>();
    for (Stage stage : selection.of(Jobs.stages())) {
      if (!stage.jobs().isEmpty()) {
        context = asFirstPublished(context.in(period(stage.name(), context)));
        ran.addAll(runner.run(stage, context));
      }
    }
    return new Outcome(ran, context);
  }

  /** An edition that was published keeps the name of the run that did: the same pages again. */
  private static RunContext asFirstPublished(RunContext context) {
    return new Published(context.places().lake())
        .manifest(context.period().edition())
        .map(first -> context.stamped(renamed(context.stamp(), first.runId())))
        .orElse(context);
  }

  private static Stamp renamed(Stamp stamp, String runId) {
    return new Stamp(stamp.job(), runId, stamp.inputs(), stamp.details());
  }

  private Period period(String stage, RunContext context) {
    return switch (stage) {
      case Jobs.INTAKE -> context.period();
      case Jobs.CONSOLIDATE -> known(context);
      default -> edition(context.in(known(context)));
    };
  }

  private Period known(RunContext context) {
    Instant asOf = requestedAsOf.orElseGet(() -> KnowledgeDate.newestExtract(context.tables()));
    return new Period(context.period().quarter(), context.period().edition(), asOf);
  }

  /** The edition follows from everything its figures depend on. */
  private Period edition(RunContext context) {
    List<String> parts = new ArrayList<>();
    parts.add(context.period().quarter().toString());
    parts.add(context.period().asOf().toString());
    parts.add(code.text());
    parts.add(context.policies().canonical());
    for (Table table : Jobs.consolidated()) {
      TableState state = context.tables().state(table);
      parts.add(table + "=" + state.rows() + ":" + state.checksum());
    }
    String quarter = context.period().quarter().toString();
    return new Period(
        context.period().quarter(),
        new Edition(quarter, Fingerprints.of(parts).substring(0, 12)),
        context.period().asOf());
  }

  /**
   * What a run did.
   *
   * @param context quarter, edition and knowledge date as they were found
   */
  public record Outcome(List<JobRunner.Ran> ran, RunContext context) {
    public Outcome {
      ran = List.copyOf(ran);
    }
  }
}
