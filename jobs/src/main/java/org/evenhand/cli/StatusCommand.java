package org.evenhand.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.evenhand.schema.Contracts;
import org.evenhand.table.Table;
import org.evenhand.table.TableState;
import org.evenhand.table.Tables;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a lake holds: every table with rows, version and checksum. */
@Command(
    name = "status",
    mixinStandardHelpOptions = true,
    description = "Lists the tables of a lake with their rows, versions and checksums.")
final class StatusCommand implements Callable<Integer> {
  /** Tables that tell of runs and versions, not of results. */
  private static final Set<String> ABOUT_RUNS = Set.of("gold.run_log", "gold.report_manifest");

  /** How the list is printed. */
  enum Format {
    TABLE,
    CHECKSUMS,
    JSON
  }

  @Mixin private ReadLake lake = new ReadLake();

  @Option(
      names = "--format",
      defaultValue = "table",
      description =
          "One of ${COMPLETION-CANDIDATES}; checksums leaves out what differs from run to run.")
  Format format = Format.TABLE;

  @Option(names = "--json", description = "Same as --format json.")
  boolean json;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    return lake.open(opened -> print(opened.tables()));
  }

  private int print(Tables tables) {
    PrintWriter out = spec.commandLine().getOut();
    List<TableState> states =
        Contracts.bundled().all().stream()
            .map(Table::new)
            .map(tables::state)
            .filter(state -> state.version() >= 0)
            .toList();
    for (TableState state : states) {
      out.print(line(state, json ? Format.JSON : format));
    }
    out.flush();
    return 0;
  }

  private static String line(TableState state, Format format) {
    return switch (format) {
      case TABLE ->
          "%-36s %,12d rows  version %4d  %s%n"
              .formatted(state.table(), state.rows(), state.version(), state.checksum());
      case CHECKSUMS ->
          ABOUT_RUNS.contains(state.table().toString())
              ? ""
              : "%s %d %s%n".formatted(state.table(), state.rows(), state.checksum());
      case JSON ->
          "{\"table\":\"%s\",\"rows\":%d,\"version\":%d,\"checksum\":\"%s\"}%n"
              .formatted(state.table(), state.rows(), state.version(), state.checksum());
    };
  }
}
