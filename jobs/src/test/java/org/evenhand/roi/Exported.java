package org.evenhand.roi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.evenhand.job.Job;
import org.evenhand.job.JobResult;
import org.evenhand.job.Quarter;
import org.evenhand.job.RunContext;
import org.evenhand.job.RunContext.Engine;
import org.evenhand.pipeline.CodeVersion;
import org.evenhand.pipeline.JobRunner;
import org.evenhand.pipeline.Jobs;
import org.evenhand.pipeline.Journal;
import org.evenhand.pipeline.Progress;
import org.evenhand.pipeline.QuarterRun;
import org.evenhand.pipeline.Selection;
import org.evenhand.pipeline.SessionChoice;
import org.evenhand.pipeline.SizedSessions;
import org.evenhand.pipeline.StageRunner;
import org.evenhand.schema.Mappings;
import org.evenhand.schema.Policies;
import org.evenhand.simulate.Simulation;
import org.evenhand.simulate.Simulator;
import org.evenhand.table.Edition;
import org.evenhand.table.LakeTables;
import org.evenhand.table.Stamp;
import org.evenhand.table.Table;
import org.evenhand.table.columns.GoldRepCohort;
import org.evenhand.table.columns.GoldRoiSum;

/**
 * One simulated export taken by the product's own jobs, from files to the sums effects are
 * estimated from. Systems no such job reads from are not delivered, which saves time. An export
 * that lies in the directory already is not simulated again.
 *
 * @param spent time by stage
 */
record Exported(Simulation simulation, Analysis.Input input, List<Spent> spent) {
  private static final Quarter QUARTER = new Quarter(2026, 3);
  private static final Path WRITTEN_LAST = Path.of("truth", "constants.json");
  private static final List<Table> WANTED = List.of(GoldRepCohort.TABLE, GoldRoiSum.TABLE);
  private static final List<String> WITHOUT =
      List.of(
          "15five",
          "copilot",
          "enablement",
          "feedback",
          "hr-cases",
          "hubspot",
          "planning",
          "register",
          "score",
          "survey",
          "viva",
          "ai/usage",
          "ai/assist");

  /** How long a stage took. */
  record Spent(String stage, Duration time) {}

  static Exported of(SparkSession session, Simulation simulation) throws IOException {
    List<Spent> spent = new ArrayList<>();
    Instant start = Instant.now();
    if (!Files.exists(simulation.out().resolve(WRITTEN_LAST))) {
      Simulator.run(simulation);
      for (String system : WITHOUT) {
        delete(simulation.out().resolve("landing").resolve(system));
      }
    }
    spent.add(new Spent("simulate", Duration.between(start, Instant.now())));
    RunContext context = run(session, simulation, spent);
    Instant read = Instant.now();
    Analysis.Input input = RoiEffects.input(context);
    spent.add(new Spent("read sums", Duration.between(read, Instant.now())));
    return new Exported(simulation, input, spent);
  }

  private static void delete(Path directory) throws IOException {
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private static RunContext run(SparkSession session, Simulation simulation, List<Spent> spent) {
    Path root = simulation.out();
    String lake = root.resolve("lake").toAbsolutePath().toString();
    CodeVersion code = CodeVersion.running();
    Journal journal = new Journal(lake, session.sparkContext().hadoopConfiguration());
    SessionChoice choice =
        SessionChoice.bySize(
            new SizedSessions(context(session, root, lake).engine(), lake)::engine);
    Progress progress = new Timed(spent::add);
    StageRunner runner =
        new StageRunner(new JobRunner(journal, progress, code, choice), progress, 2);
    return new QuarterRun(runner, code, Optional.empty())
        .run(
            new Selection(needed(), Optional.empty(), Optional.empty()),
            context(session, root, lake))
        .context();
  }

  private static RunContext context(SparkSession session, Path root, String lake) {
    return new RunContext(
        new Engine(session, new LakeTables(session, lake)),
        new RunContext.Period(QUARTER, new Edition(QUARTER.toString(), ""), Instant.EPOCH),
        new RunContext.Rules(Policies.bundled(), Mappings.bundled()),
        new RunContext.Places(
            root.resolve("landing").toAbsolutePath(),
            lake,
            root.resolve("out").toAbsolutePath(),
            root.resolve("key")),
        new Stamp("", "planted-effects", "", java.util.Map.of()));
  }

  /** Every job the wanted tables depend on. */
  static List<String> needed() {
    List<Job> all = new ArrayList<>(Jobs.all());
    java.util.Collections.reverse(all);
    Set<Table> wanted = new HashSet<>(WANTED);
    List<String> names = new ArrayList<>();
    for (Job job : all) {
      if (job.writes().stream().anyMatch(wanted::contains)) {
        names.add(job.name());
        wanted.addAll(job.reads());
      }
    }
    return names;
  }

  /** Notes how long each job took; jobs run two at once, so their times overlap. */
  private record Timed(Consumer<Spent> sink) implements Progress {
    @Override
    public void stage(String name) {}

    @Override
    public void started(String job, String inputs) {}

    @Override
    public synchronized void finished(String job, JobResult result, Duration took) {
      System.err.println(job + " " + took.toSeconds() + " s");
      sink.accept(new Spent(job, took));
    }

    @Override
    public void unchanged(String job, String inputs) {}

    @Override
    public void failed(String job, String why) {
      System.err.println(job + " failed: " + why);
    }
  }
}
