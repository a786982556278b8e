package org.evenhand.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenhand.estimate.AdjustedGapEstimate;
import org.evenhand.estimate.AdjustedGapOptions;
import org.evenhand.estimate.Block;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads what adjusted-gap is told and runs it. */
@Command(
    name = "adjusted-gap",
    mixinStandardHelpOptions = true,
    description = {
      "The gap between two groups before and after covariates,",
      "and what each block of covariates accounts for whatever their order (Gelbach)."
    })
final class EstimateAdjustedGapCommand implements Callable<Integer> {
  @Mixin private EstimateFiles files = new EstimateFiles();

  @Option(names = "--outcome", required = true, description = "The explained variable.")
  private String outcome = "";

  @Option(names = "--group", required = true, description = "The column with the two groups.")
  private String group = "";

  @Option(
      names = "--a",
      description = "The group compared against; default: the first (0, FALSE, first text).")
  private Optional<String> a = Optional.empty();

  @Option(
      names = "--base",
      defaultValue = "",
      description = "Covariates a,b of both regressions; none by default.")
  private String base = "";

  @Option(
      names = "--blocks",
      required = true,
      description = "Covariates of the full regression, by block: \"name:a,b; other:c\".")
  private String blocks = "";

  @Override
  public Integer call() {
    AdjustedGapOptions options =
        new AdjustedGapOptions(outcome, group, a, Block.names(base), Block.parse(blocks));
    return files.print(AdjustedGapEstimate.of(files.table(), options));
  }
}
