package org.evenhand.cli;

import java.io.PrintWriter;
import org.evenhand.errors.DataException;
import org.evenhand.errors.UserException;
import org.evenhand.schema.SchemaException;
import picocli.CommandLine;

/** Which exception leaves with which code: one line to the user, the trace to the log. */
final class ExitCodes {
  static final int DATA = 65;
  static final int BUG = 70;
  static final int CONFIGURATION = 78;

  private ExitCodes() {}

  static int usage(CommandLine.ParameterException failure, String[] args) {
    CommandLine command = failure.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("Cannot run this command: " + sentence(String.valueOf(failure.getMessage())));
    CommandLine.UnmatchedArgumentException.printSuggestions(failure, err);
    err.println("Call '" + command.getCommandSpec().qualifiedName() + " --help' for the options.");
    return CommandLine.ExitCode.USAGE;
  }

  static int execution(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
    Throwable known = known(failure);
    if (known instanceof UserException user) {
      command.getErr().println(user.getMessage());
      return user.exitCode();
    }
    if (known instanceof DataException || known instanceof SchemaException) {
      command.getErr().println(known.getMessage());
      return known instanceof DataException ? DATA : CONFIGURATION;
    }
    String log = BugLog.write(failure);
    command
        .getErr()
        .println(
            "Cannot finish this command: an error inside Evenhand (%s). The trace is in %s; report it with that file."
                .formatted(failure.getClass().getSimpleName(), log));
    return BUG;
  }

  /** The innermost exception made for users, or the failure itself. */
  private static Throwable known(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UserException
          || cause instanceof DataException
          || cause instanceof SchemaException) {
        return cause;
      }
    }
    return failure;
  }

  private static String sentence(String message) {
    String text = message.strip();
    return text.endsWith(".") ? text : text + ".";
  }
}
