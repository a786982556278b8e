package org.evenhand.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenhand.estimate.SurvivalEstimate;
import org.evenhand.estimate.SurvivalOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads what survival is told and runs it. */
@Command(
    name = "survival",
    mixinStandardHelpOptions = true,
    description =
        "Kaplan-Meier curves, medians, log-rank test, restricted means; cumulative incidence with --cause.")
final class EstimateSurvivalCommand implements Callable<Integer> {
  @Mixin private EstimateFiles files = new EstimateFiles();

  @Option(names = "--time", defaultValue = "time", description = "Time of exit (${DEFAULT-VALUE}).")
  private String time = "time";

  @Option(
      names = "--event",
      defaultValue = "event",
      description =
          "Whether the exit was an event (${DEFAULT-VALUE}): 0/1, or 1/2 with 2 the event.")
  private String event = "event";

  @Option(names = "--event-value", description = "The value that means an event.")
  private Optional<String> eventValue = Optional.empty();

  @Option(names = "--group", description = "Parts the cases.")
  private Optional<String> group = Optional.empty();

  @Option(names = "--entry", description = "When observation began.")
  private Optional<String> entry = Optional.empty();

  @Option(names = "--cause", description = "Names the cause of the event.")
  private Optional<String> cause = Optional.empty();

  @Option(names = "--tau", description = "Horizon of the restricted mean.")
  private Optional<Double> tau = Optional.empty();

  @Override
  public Integer call() {
    SurvivalOptions options =
        new SurvivalOptions(time, event, eventValue, group, entry, cause, tau);
    return files.print(SurvivalEstimate.of(files.table(), options));
  }
}
