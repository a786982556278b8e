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
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every estimate takes: a table in, a result out. */
final class EstimateFiles {
  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Option(
      names = "--input",
      required = true,
      paramLabel = "FILE",
      description = "CSV with a header, or Parquet.")
  private Path input = Path.of(".");

  @Option(
      names = "--format",
      defaultValue = "table",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Format format = Format.TABLE;

  @Option(names = "--out", paramLabel = "FILE", description = "Write there instead of printing.")
  private Optional<Path> out = Optional.empty();

  /** How a result is written. */
  enum Format {
    TABLE,
    JSON
  }

  InputTable table() {
    return InputTable.read(input);
  }

  /** Prints or writes a result, stamped with the version that made it. */
  int print(ObjectNode result) {
    result.put("version", Version.current());
    String text = format == Format.JSON ? json(result) : Plain.text(result);
    if (out.isEmpty()) {
      spec.commandLine().getOut().println(text);
      return 0;
    }
    try {
      Files.writeString(out.get(), text + "\n");
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
