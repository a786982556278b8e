package org.evenhand.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.evenhand.simulate.Simulation;
import org.evenhand.simulate.Simulator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Raw exports of an invented company, with the truth beside them. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description =
        "Writes raw exports of an invented company in the vendors' formats, and its truth.")
final class SimulateCommand implements Callable<Integer> {
  @Option(
      names = "--reps",
      required = true,
      paramLabel = "N",
      description = "People who sell or support.")
  int reps;

  @Option(
      names = "--quarters",
      defaultValue = "6",
      paramLabel = "Q",
      description = "Quarters (default: 6).")
  int quarters;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "S",
      description = "Same seed, same bytes (default: 1).")
  long seed;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Gets landing/ and truth/.")
  Path out = Path.of(".");

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    Simulator.Summary made = Simulator.run(Simulation.of(reps, quarters, seed, out));
    spec.commandLine()
        .getOut()
        .println(
            "{\"status\":\"ok\",\"reps\":%d,\"teams\":%d,\"files\":%d,\"out\":\"%s\"}"
                .formatted(made.reps(), made.teams(), made.files(), out));
    return 0;
  }
}
