package org.evenhand.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.evenhand.lakehouse.Verify;
import org.evenhand.schema.Contracts;
import org.evenhand.table.LakeTables;
import org.evenhand.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tables and published copies against their logs and checksums. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Checks every table and every published file against its log and checksum.")
final class VerifyCommand implements Callable<Integer> {
  @Option(
      names = "--lake",
      paramLabel = "DIR",
      defaultValue = "${EVENHAND_LAKE:-lake}",
      description = "The lakehouse (default: ${DEFAULT-VALUE}).")
  String lake = "lake";

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    LakeOptions options = new LakeOptions();
    options.lake = lake;
    options.requireLake();
    PrintWriter out = spec.commandLine().getOut();
    SparkSession session = Sessions.open(options.master);
    try {
      List<Table> all = Contracts.bundled().all().stream().map(Table::new).toList();
      List<Verify.Finding> findings =
          new Verify(new LakeTables(session, options.lakeRoot()), options.lakeRoot()).findings(all);
      findings.forEach(out::println);
      out.println("%d tables checked, %d problems".formatted(all.size(), findings.size()));
      return findings.isEmpty() ? 0 : ExitCodes.DATA;
    } finally {
      session.stop();
    }
  }
}
