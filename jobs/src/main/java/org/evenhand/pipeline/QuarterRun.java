package org.evenhand.pipeline;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.job.RunContext;
import org.evenhand.job.RunContext.Period;
import org.evenhand.table.Edition;
import org.evenhand.table.Table;
import org.evenhand.table.TableState;

/**
 * The main job: intake, consolidation, analysis, publication, one after the other in one session.
 * The knowledge date is fixed after intake and the edition after consolidation, so that both follow
 * from the data and never from the clock.
 */
public final class QuarterRun {
  private final StageRunner stages;
  private final CodeVersion code;
  private final Optional<Instant> requestedAsOf;

  public QuarterRun(StageRunner stages, CodeVersion code, Optional<Instant> requestedAsOf) {
    this.stages = stages;
    this.code = code;
    this.requestedAsOf = requestedAsOf;
  }

  /** Runs every stage; returns what each job did and the context the last stage ran in. */
  public Outcome run(RunContext start) {
    List<JobRunner.Ran> ran = new ArrayList<>();
    ran.addAll(stages.run(Jobs.intake(), start));
    RunContext known = start.in(knownBy(start));
    ran.addAll(stages.run(Jobs.consolidate(), known));
    RunContext edition = known.in(edition(known));
    ran.addAll(stages.run(Jobs.analyse(), edition));
    ran.addAll(stages.run(Jobs.publish(), edition));
    return new Outcome(ran, edition);
  }

  private Period knownBy(RunContext context) {
    Instant asOf = requestedAsOf.orElseGet(() -> KnowledgeDate.newestExtract(context.tables()));
    return new Period(context.period().quarter(), context.period().edition(), asOf);
  }

  /** The edition follows from everything its figures depend on. */
  Period edition(RunContext context) {
    List<String> parts = new ArrayList<>();
    parts.add(context.period().quarter().toString());
    parts.add(context.period().asOf().toString());
    parts.add(code.text());
    parts.add(context.policies().canonical());
    for (Table table : Jobs.consolidated()) {
      TableState state = context.tables().state(table);
      parts.add(table + "=" + state.rows() + ":" + state.checksum());
    }
    String id = Fingerprints.of(parts).substring(0, 12);
    String quarter = context.period().quarter().toString();
    return new Period(
        context.period().quarter(), new Edition(quarter, id), context.period().asOf());
  }

  /**
   * @param context quarter, edition and knowledge date as they were found
   */
  public record Outcome(List<JobRunner.Ran> ran, RunContext context) {
    public Outcome {
      ran = List.copyOf(ran);
    }
  }
}
