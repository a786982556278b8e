package org.evenhand.cli;

import java.util.concurrent.Callable;
import org.evenhand.estimate.SynthEstimate;
import org.evenhand.estimate.SynthOptions;
import org.evenhand.stats.did.SyntheticDifference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads what synth is told and runs it. */
@Command(
    name = "synth",
    mixinStandardHelpOptions = true,
    description = {
      "Effect on units treated together, against a weighted mean of units never treated:",
      "sdid = synthetic difference in differences, sc = synthetic control, did = equal weights."
    })
final class EstimateSynthCommand implements Callable<Integer> {
  @Mixin private EstimateFiles files = new EstimateFiles();

  @Option(names = "--unit", defaultValue = "unit", description = "The unit (${DEFAULT-VALUE}).")
  private String unit = "unit";

  @Option(names = "--time", defaultValue = "time", description = "The period (${DEFAULT-VALUE}).")
  private String time = "time";

  @Option(
      names = "--outcome",
      defaultValue = "outcome",
      description = "The outcome (${DEFAULT-VALUE}).")
  private String outcome = "outcome";

  @Option(
      names = "--treated",
      defaultValue = "treated",
      description = "1 where the unit is treated at the time, else 0 (${DEFAULT-VALUE}).")
  private String treated = "treated";

  @Option(
      names = "--kind",
      defaultValue = "sdid",
      description = "One of ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private SyntheticDifference.Kind kind = SyntheticDifference.Kind.SDID;

  @Option(
      names = "--se",
      defaultValue = "placebo",
      description = "One of ${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}).")
  private SynthOptions.StandardError error = SynthOptions.StandardError.PLACEBO;

  @Option(
      names = "--draws",
      defaultValue = "200",
      description = "Placebos drawn (${DEFAULT-VALUE}).")
  private int draws = 200;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Which placebos are drawn (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Override
  public Integer call() {
    SynthOptions options =
        new SynthOptions(
            new SynthOptions.Columns(unit, time, outcome, treated), kind, error, draws, seed);
    return files.print(SynthEstimate.of(files.table(), options));
  }
}
