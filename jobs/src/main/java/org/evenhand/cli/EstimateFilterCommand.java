package org.evenhand.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenhand.estimate.FilterEstimate;
import org.evenhand.estimate.FilterOptions;
import org.evenhand.estimate.FilterParameters;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads what filter is told and runs it. */
@Command(
    name = "filter",
    mixinStandardHelpOptions = true,
    description = {
      "The level behind a noisy series: filter, smoother, diagnostics, breaks.",
      "level = a level that wanders; matern32 = a smooth curve about a constant, at any times.",
      "A blank value is a missing observation."
    })
final class EstimateFilterCommand implements Callable<Integer> {
  @Mixin private EstimateFiles files = new EstimateFiles();

  @Option(names = "--time", defaultValue = "time", description = "Time (${DEFAULT-VALUE}).")
  private String time = "time";

  @Option(names = "--value", defaultValue = "value", description = "Value (${DEFAULT-VALUE}).")
  private String value = "value";

  @Option(
      names = "--kind",
      defaultValue = "level",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private FilterOptions.Kind kind = FilterOptions.Kind.LEVEL;

  @Option(
      names = "--params",
      paramLabel = "NAME=VALUE,...|FILE",
      description = {
        "Fixed variances instead of estimates: sigma2_eps,sigma2_eta (level);",
        "sigma2_eps,kappa2,ell (matern32); a1,p1 = mean and variance of the start, else diffuse."
      })
  private Optional<String> parameters = Optional.empty();

  @Override
  public Integer call() {
    FilterOptions options =
        new FilterOptions(
            kind, time, value, parameters.map(text -> FilterParameters.parse(kind, text)));
    return files.print(FilterEstimate.of(files.table(), options));
  }
}
