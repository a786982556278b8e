package org.evenhand.cli;

import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The launcher's command tree. */
@Command(
    name = "evenhand",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Quarterly performance and fairness reporting that the person being measured can check.",
    footer = {
      "",
      "Exit codes: 0 ok, 2 usage, 65 data breaks its contract, 69 service unavailable,",
      "70 internal error, 75 locked by another run, 78 configuration, 99 nothing to do."
    },
    subcommands = {
      QuarterCommand.class,
      RunCommand.class,
      JobsCommand.class,
      SqlCommand.class,
      BadgesCommand.class,
      VerifyCommand.class,
      RejectsCommand.class,
      EstimateCommand.class,
      SimulateCommand.class,
      StatusCommand.class,
      ContractsCommand.class,
      DoctorCommand.class,
      HelpCommand.class,
      GenerateCompletion.class
    })
final class Evenhand implements Runnable {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command was given.");
  }
}
