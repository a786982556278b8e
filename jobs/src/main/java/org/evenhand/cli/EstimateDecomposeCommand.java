package org.evenhand.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenhand.estimate.Block;
import org.evenhand.estimate.DecomposeEstimate;
import org.evenhand.estimate.DecomposeOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Reads what decompose is told and runs it. */
@Command(
    name = "decompose",
    mixinStandardHelpOptions = true,
    description = {
      "Oaxaca-Blinder: splits the gap between two groups' means into what their characteristics"
          + " explain",
      "and what they do not, three-fold and two-fold for every usual reference, pooled ones"
          + " included."
    })
final class EstimateDecomposeCommand implements Callable<Integer> {
  @Mixin private EstimateFiles files = new EstimateFiles();

  @Option(names = "--outcome", required = true, description = "The explained variable.")
  private String outcome = "";

  @Option(names = "--group", required = true, description = "The column with the two groups.")
  private String group = "";

  @Option(
      names = "--a",
      description = "Group A's value; default: the first (0, FALSE, first text).")
  private Optional<String> a = Optional.empty();

  @Option(names = "--b", description = "Group B's value; rows with others are left out.")
  private Optional<String> b = Optional.empty();

  @Option(
      names = "--predictors",
      required = true,
      description = "Columns a,b,c. A column of texts is a category.")
  private String predictors = "";

  @Option(
      names = "--dummies",
      description = {
        "Sets of 0/1 columns that are categories of one variable: \"a,b,c\", several sets \"a,b;"
            + " c,d\".",
        "The base category has no column, or is the first where they add up to 1."
      })
  private String dummies = "";

  @Option(
      names = "--normalize",
      description = "Coefficients of categories as deviations from their mean.")
  private boolean normalize;

  @Option(
      names = "--pooled",
      description = "Taken for other programs' sake: the pooled references are always shown.")
  void pooled(boolean asked) {}

  @Option(
      names = "--bootstrap",
      defaultValue = "0",
      description = "Samples behind the errors (${DEFAULT-VALUE}: delta method).")
  private int bootstrap;

  @Option(
      names = "--seed",
      defaultValue = "1",
      description = "Of the bootstrap (${DEFAULT-VALUE}).")
  private long seed = 1;

  @Override
  public Integer call() {
    DecomposeOptions options =
        new DecomposeOptions(
            outcome,
            group,
            a,
            b,
            Block.names(predictors),
            sets(),
            normalize ? DecomposeOptions.Coding.NORMALIZED : DecomposeOptions.Coding.BASE,
            bootstrap,
            seed);
    return files.print(DecomposeEstimate.of(files.table(), options));
  }

  private List<Block> sets() {
    return java.util.Arrays.stream(dummies.split(";", -1))
        .map(Block::names)
        .filter(names -> !names.isEmpty())
        .map(names -> new Block(String.join(",", names), names))
        .toList();
  }
}
