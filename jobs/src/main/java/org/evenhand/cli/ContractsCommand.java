package org.evenhand.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.evenhand.schema.ContractCheck;
import org.evenhand.schema.Contracts;
import org.evenhand.schema.DataDictionary;
import org.evenhand.schema.Mappings;
import org.evenhand.schema.OdcsExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Contracts, mappings and policies without data. */
@Command(
    name = "contracts",
    mixinStandardHelpOptions = true,
    description = "Checks, exports and documents the table contracts.")
final class ContractsCommand {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Command(
      description = "Reads every contract, mapping and policy and lists all problems.",
      mixinStandardHelpOptions = true)
  int check(
      @Option(names = "--sources", paramLabel = "DIR", description = "Further source mappings.")
          Optional<Path> sources) {
    ContractCheck found = sources.map(ContractCheck::with).orElseGet(ContractCheck::shipped);
    found.problems().forEach(spec.commandLine().getErr()::println);
    spec.commandLine()
        .getOut()
        .println(
            "%d contracts, %d mappings, %d policies, %d problems"
                .formatted(
                    found.contracts(),
                    found.mappings(),
                    found.policies(),
                    found.problems().size()));
    return found.problems().isEmpty() ? 0 : ExitCodes.CONFIGURATION;
  }

  @Command(
      description = "Writes one Open Data Contract Standard file per table.",
      mixinStandardHelpOptions = true)
  int export(@Parameters(paramLabel = "DIR", description = "Where to write.") Path directory) {
    try {
      int written = OdcsExport.writeAll(Contracts.bundled(), directory).size();
      spec.commandLine().getOut().println(written + " contracts written to " + directory);
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Command(description = "Prints the data dictionary as Markdown.", mixinStandardHelpOptions = true)
  int dictionary() {
    spec.commandLine()
        .getOut()
        .print(DataDictionary.render(Contracts.bundled(), Mappings.bundled()));
    return 0;
  }
}
