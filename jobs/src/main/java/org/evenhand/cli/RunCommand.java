package org.evenhand.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenhand.job.Quarter;
import org.evenhand.pipeline.Jobs;
import org.evenhand.pipeline.Selection;
import org.evenhand.pipeline.Stage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Some jobs alone, for a scheduler that wants each task apart. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Runs named jobs or stages alone; './evenhand jobs' lists them.")
final class RunCommand implements Callable<Integer> {
  @Parameters(paramLabel = "JOB|STAGE", arity = "0..*", description = "What to run; none = all.")
  List<String> names = List.of();

  @Option(names = "--quarter", paramLabel = "QUARTER", description = "For example 2026Q3.")
  Optional<String> quarter = Optional.empty();

  @Option(
      names = "--closed-by",
      paramLabel = "DATE",
      description = "Instead of a quarter: the last calendar quarter that ended before this date.")
  Optional<LocalDate> closedBy = Optional.empty();

  @Option(names = "--from", paramLabel = "JOB|STAGE", description = "First job or stage.")
  Optional<String> from = Optional.empty();

  @Option(names = "--to", paramLabel = "JOB|STAGE", description = "Last job or stage.")
  Optional<String> to = Optional.empty();

  @Option(names = "--dry-run", description = "Print what would run, and run nothing.")
  boolean dryRun;

  @Option(names = "--as-of", paramLabel = "INSTANT", description = "Knowledge date, ISO-8601.")
  Optional<Instant> asOf = Optional.empty();

  @Mixin LakeOptions lake = new LakeOptions();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    Quarter parsed = WhichQuarter.of(quarter, closedBy);
    Selection selection = new Selection(names, from, to);
    List<Stage> stages = selection.of(Jobs.stages());
    if (dryRun) {
      stages.forEach(
          stage ->
              stage
                  .jobs()
                  .forEach(
                      job ->
                          spec.commandLine().getOut().println(stage.name() + "  " + job.name())));
      return 0;
    }
    return LockedRun.of(lake, "run " + String.join(" ", names), spec.commandLine())
        .run(runtime -> RunSummary.print(runtime, runtime.run(selection, parsed, asOf)));
  }
}
