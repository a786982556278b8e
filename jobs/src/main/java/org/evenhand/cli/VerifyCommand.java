package org.evenhand.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.evenhand.lakehouse.Verify;
import org.evenhand.schema.Contracts;
import org.evenhand.table.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Tables and published copies against their logs and checksums. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Checks every table and every published file against its log and checksum.")
final class VerifyCommand implements Callable<Integer> {
  @Mixin private ReadLake lake = new ReadLake();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    return lake.open(this::verify);
  }

  private int verify(ReadLake.Opened opened) {
    PrintWriter out = spec.commandLine().getOut();
    List<Table> all = Contracts.bundled().all().stream().map(Table::new).toList();
    List<Verify.Finding> findings = new Verify(opened.tables(), opened.root()).findings(all);
    findings.forEach(out::println);
    out.println("%d tables checked, %d problems".formatted(all.size(), findings.size()));
    return findings.isEmpty() ? 0 : ExitCodes.DATA;
  }
}
