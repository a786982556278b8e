package org.evenhand.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenhand.job.Quarter;
import org.evenhand.pipeline.Selection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The main job. */
@Command(
    name = "quarter",
    mixinStandardHelpOptions = true,
    description = {
      "Runs one quarter: intake, consolidation, analysis, publication, reports.",
      "Running it again changes nothing; after a crash the same command goes on where it stopped."
    })
final class QuarterCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "QUARTER",
      arity = "0..1",
      description = "Fiscal quarter, for example 2026Q3.")
  Optional<String> quarter = Optional.empty();

  @Option(
      names = "--closed-by",
      paramLabel = "DATE",
      description = "Instead of a quarter: the last calendar quarter that ended before this date.")
  Optional<LocalDate> closedBy = Optional.empty();

  @Option(
      names = "--as-of",
      paramLabel = "INSTANT",
      description =
          "Count only what was known by then, ISO-8601 (default: the newest landed extract).")
  Optional<Instant> asOf = Optional.empty();

  @Mixin LakeOptions lake = new LakeOptions();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    Quarter parsed = WhichQuarter.of(quarter, closedBy);
    lake.existingLanding();
    return LockedRun.of(lake, "quarter " + parsed, spec.commandLine())
        .run(
            runtime ->
                RunSummary.print(runtime, runtime.run(Selection.everything(), parsed, asOf)));
  }
}
