package org.evenhand.cli;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.evenhand.job.Quarter;
import org.evenhand.job.RunContext;
import org.evenhand.job.RunContext.Engine;
import org.evenhand.job.RunContext.Period;
import org.evenhand.job.RunContext.Places;
import org.evenhand.job.RunContext.Rules;
import org.evenhand.pipeline.CodeVersion;
import org.evenhand.pipeline.JobRunner;
import org.evenhand.pipeline.Journal;
import org.evenhand.pipeline.Progress;
import org.evenhand.pipeline.QuarterRun;
import org.evenhand.pipeline.RunLog;
import org.evenhand.pipeline.Selection;
import org.evenhand.pipeline.SessionChoice;
import org.evenhand.pipeline.SizedSessions;
import org.evenhand.pipeline.StageRunner;
import org.evenhand.table.Edition;
import org.evenhand.table.LakeTables;
import org.evenhand.table.Stamp;
import org.evenhand.table.Tables;
import picocli.CommandLine;

/** A session on one lake, and what a command may do with it. */
final class LakeRuntime implements AutoCloseable {
  private static final int JOBS_AT_ONCE = 2;

  private final LakeOptions options;
  private final String runId;
  private final CommandLine line;
  private final SparkSession session;
  private final Tables tables;

  private LakeRuntime(
      LakeOptions options, String runId, CommandLine line, SparkSession session, Tables tables) {
    this.options = options;
    this.runId = runId;
    this.line = line;
    this.session = session;
    this.tables = tables;
  }

  static LakeRuntime start(LakeOptions options, String runId, CommandLine line) {
    SparkSession session = Sessions.open(options.master);
    return new LakeRuntime(
        options, runId, line, session, new LakeTables(session, options.lakeRoot()));
  }

  String runId() {
    return runId;
  }

  CommandLine line() {
    return line;
  }

  LakeOptions options() {
    return options;
  }

  SparkSession session() {
    return session;
  }

  Tables tables() {
    return tables;
  }

  QuarterRun.Outcome run(Selection selection, Quarter quarter, Optional<Instant> asOf) {
    CodeVersion code = CodeVersion.running();
    RunLog log = new RunLog(runId, quarter, Clock.systemUTC());
    Progress progress = Progress.to(ConsoleProgress.on(line.getErr()), log);
    try {
      return new QuarterRun(stages(code, progress), code, asOf)
          .run(selection, context(quarter, asOf));
    } finally {
      log.write(tables);
    }
  }

  private StageRunner stages(CodeVersion code, Progress progress) {
    Journal journal = new Journal(options.lakeRoot(), session.sparkContext().hadoopConfiguration());
    return new StageRunner(
        new JobRunner(journal, progress, code, choice()), progress, JOBS_AT_ONCE);
  }

  /** On a cluster, tables are not small. */
  private SessionChoice choice() {
    return session.sparkContext().isLocal()
        ? SessionChoice.bySize(
            new SizedSessions(new Engine(session, tables), options.lakeRoot())::engine)
        : SessionChoice.always();
  }

  /** What jobs see; edition and knowledge date are placeholders until the run finds them. */
  RunContext context(Quarter quarter, Optional<Instant> asOf) {
    return new RunContext(
        new Engine(session, tables),
        new Period(quarter, new Edition(quarter.toString(), ""), asOf.orElse(Instant.EPOCH)),
        new Rules(Configuration.policies(options.policy), Configuration.mappings(options.sources)),
        new Places(
            options.landing.toAbsolutePath().normalize(),
            options.lakeRoot(),
            options.out.toAbsolutePath().normalize(),
            options.keyFileOrDefault()),
        new Stamp("", runId, "", Map.of()));
  }

  List<String> arguments() {
    return line.getParseResult().originalArgs();
  }

  @Override
  public void close() {
    session.stop();
  }
}
