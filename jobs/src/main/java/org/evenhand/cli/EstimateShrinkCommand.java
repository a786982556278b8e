package org.evenhand.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenhand.estimate.ShrinkEstimate;
import org.evenhand.estimate.ShrinkOptions;
import org.evenhand.stats.Likelihood;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads what shrink is told and runs it. */
@Command(
    name = "shrink",
    mixinStandardHelpOptions = true,
    description = {
      "Draws groups' means towards the mean of all by as much as their noise asks for:",
      "oneway = random effects by REML from single values; crossed = two factors at once;",
      "jamesstein = means of equal, known variance."
    })
final class EstimateShrinkCommand implements Callable<Integer> {
  @Mixin private EstimateFiles files = new EstimateFiles();

  @Option(names = "--group", required = true, description = "Names the group.")
  private String group = "";

  @Option(names = "--group2", description = "crossed: names the second group.")
  private Optional<String> group2 = Optional.empty();

  @Option(names = "--ml", description = "Full maximum likelihood instead of restricted (REML).")
  private boolean full;

  @Option(names = "--value", required = true, description = "The value.")
  private String value = "";

  @Option(
      names = "--kind",
      defaultValue = "oneway",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private ShrinkOptions.Kind kind = ShrinkOptions.Kind.ONEWAY;

  @Option(
      names = "--trials",
      description = "jamesstein: trials behind each value, which then is successes.")
  private Optional<String> trials = Optional.empty();

  @Option(names = "--variance", description = "jamesstein: the known variance of each value.")
  private Optional<Double> variance = Optional.empty();

  @Override
  public Integer call() {
    ShrinkOptions options =
        new ShrinkOptions(
            kind,
            group,
            group2,
            value,
            trials,
            variance,
            full ? Likelihood.FULL : Likelihood.RESTRICTED);
    return files.print(ShrinkEstimate.of(files.table(), options));
  }
}
