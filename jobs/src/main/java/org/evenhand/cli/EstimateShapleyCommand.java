package org.evenhand.cli;

import java.util.concurrent.Callable;
import org.evenhand.estimate.Block;
import org.evenhand.estimate.ShapleyEstimate;
import org.evenhand.estimate.ShapleyOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads what shapley is told and runs it. */
@Command(
    name = "shapley",
    mixinStandardHelpOptions = true,
    description = "Splits R2 of a linear regression among factors, whatever their order of entry.")
final class EstimateShapleyCommand implements Callable<Integer> {
  @Mixin private EstimateFiles files = new EstimateFiles();

  @Option(names = "--outcome", required = true, description = "The explained variable.")
  private String outcome = "";

  @Option(
      names = "--predictors",
      required = true,
      description = {
        "Columns a,b,c, each a factor; several columns as one factor: \"name:a,b; other:c\".",
        "A column of texts is a category."
      })
  private String predictors = "";

  @Override
  public Integer call() {
    return files.print(
        ShapleyEstimate.of(files.table(), new ShapleyOptions(outcome, Block.parse(predictors))));
  }
}
