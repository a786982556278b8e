package org.evenhand.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The pipeline's estimators on a plain table: one command a method. */
@Command(
    name = "estimate",
    mixinStandardHelpOptions = true,
    description = {
      "Runs one of the pipeline's estimators on a CSV or Parquet file, without Spark.",
      "A figure that cannot be computed is null with a reason; rows left out are counted."
    },
    subcommands = {
      EstimateAdjustedGapCommand.class,
      EstimateDecomposeCommand.class,
      EstimateDidCommand.class,
      EstimateFilterCommand.class,
      EstimateShapleyCommand.class,
      EstimateShrinkCommand.class,
      EstimateSkillsCommand.class,
      EstimateSurvivalCommand.class,
      EstimateSynthCommand.class
    })
final class EstimateCommand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no estimate was named.");
  }
}
