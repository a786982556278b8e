package org.evenhand.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.evenhand.estimate.InputTable;
import org.evenhand.estimate.Plain;
import org.evenhand.estimate.ShrinkEstimate;
import org.evenhand.estimate.ShrinkOptions;
import org.evenhand.estimate.SurvivalEstimate;
import org.evenhand.estimate.SurvivalOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The pipeline's estimators on a plain table. */
@Command(
    name = "estimate",
    mixinStandardHelpOptions = true,
    description = {
      "Runs one of the pipeline's estimators on a CSV file, without Spark.",
      "A figure that cannot be computed is null with a reason; rows left out are counted."
    })
final class EstimateCommand {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  /** What every estimate takes. */
  static final class Where {
    @Option(
        names = "--input",
        required = true,
        paramLabel = "FILE",
        description = "CSV with a header.")
    Path input = Path.of(".");

    @Option(
        names = "--format",
        defaultValue = "table",
        description = "One of ${COMPLETION-CANDIDATES}.")
    Format format = Format.TABLE;

    @Option(names = "--out", paramLabel = "FILE", description = "Write there instead of printing.")
    Optional<Path> out = Optional.empty();
  }

  /** How a result is written. */
  enum Format {
    TABLE,
    JSON
  }

  @Command(
      name = "survival",
      mixinStandardHelpOptions = true,
      description =
          "Kaplan-Meier curves, medians, log-rank test, restricted means; cumulative incidence with --cause.")
  int survival(
      @Mixin Where files,
      @Option(
              names = "--time",
              defaultValue = "time",
              description = "Time of exit (${DEFAULT-VALUE}).")
          String time,
      @Option(
              names = "--event",
              defaultValue = "event",
              description =
                  "Whether the exit was an event (${DEFAULT-VALUE}): 0/1, or 1/2 with 2 the event.")
          String event,
      @Option(names = "--event-value", description = "The value that means an event.")
          Optional<String> eventValue,
      @Option(names = "--group", description = "Parts the cases.") Optional<String> group,
      @Option(names = "--entry", description = "When observation began.") Optional<String> entry,
      @Option(names = "--cause", description = "Names the cause of the event.")
          Optional<String> cause,
      @Option(names = "--tau", description = "Horizon of the restricted mean.")
          Optional<Double> tau) {
    SurvivalOptions options =
        new SurvivalOptions(time, event, eventValue, group, entry, cause, tau);
    return print(SurvivalEstimate.of(InputTable.read(files.input), options), files);
  }

  @Command(
      name = "shrink",
      mixinStandardHelpOptions = true,
      description = {
        "Draws groups' means towards the mean of all by as much as their noise asks for:",
        "oneway = random effects by REML from single values; jamesstein = means of equal, known variance."
      })
  int shrink(
      @Mixin Where files,
      @Option(names = "--group", required = true, description = "Names the group.") String group,
      @Option(names = "--value", required = true, description = "The value.") String value,
      @Option(
              names = "--kind",
              defaultValue = "oneway",
              description = "One of ${COMPLETION-CANDIDATES}.")
          ShrinkOptions.Kind kind,
      @Option(
              names = "--trials",
              description = "jamesstein: trials behind each value, which then is successes.")
          Optional<String> trials,
      @Option(names = "--variance", description = "jamesstein: the known variance of each value.")
          Optional<Double> variance) {
    ShrinkOptions options = new ShrinkOptions(kind, group, value, trials, variance);
    return print(ShrinkEstimate.of(InputTable.read(files.input), options), files);
  }

  private int print(ObjectNode result, Where files) {
    result.put("version", Version.current());
    String text = files.format == Format.JSON ? json(result) : Plain.text(result);
    if (files.out.isEmpty()) {
      spec.commandLine().getOut().println(text);
      return 0;
    }
    try {
      Files.writeString(files.out.get(), text + "\n");
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String json(ObjectNode result) {
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(result);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree of texts and numbers is always JSON", e);
    }
  }
}
