package org.evenhand.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.evenhand.intake.Rejects;
import org.evenhand.job.JobResult;
import org.evenhand.job.Quarter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Records that were read and not accepted. */
@Command(
    name = "rejects",
    mixinStandardHelpOptions = true,
    description = "Lists rejected records with their reasons, or tries them again.")
final class RejectsCommand {
  private static final Quarter ANY = new Quarter(1, 1);

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "File, line and every reason of each record still rejected.")
  int list(
      @Mixin LakeOptions options,
      @Option(names = "--raw", description = "With the record as it stood; it may name people.")
          boolean raw) {
    options.requireLake();
    return LockedRun.of(options, "rejects list", spec.commandLine())
        .run(runtime -> print(Rejects.open(runtime.tables()), raw));
  }

  @Command(
      name = "replay",
      mixinStandardHelpOptions = true,
      description = "Reads rejected records again after a mapping or file was corrected.")
  int replay(@Mixin LakeOptions options) {
    options.existingLanding();
    return LockedRun.of(options, "rejects replay", spec.commandLine())
        .run(
            runtime -> {
              JobResult result = Rejects.replay(runtime.context(ANY, Optional.empty()));
              spec.commandLine()
                  .getOut()
                  .println(
                      "%d records read again, %d accepted, %d still rejected"
                          .formatted(result.read(), result.accepted(), result.rejected()));
              return 0;
            });
  }

  private int print(List<Rejects.Open> open, boolean raw) {
    PrintWriter out = spec.commandLine().getOut();
    for (Rejects.Open one : open) {
      out.println(
          "%s:%d  %s".formatted(one.path(), one.where().line(), String.join("; ", one.reasons())));
      if (raw) {
        out.println("    " + one.raw());
      }
    }
    out.println(open.size() + " records");
    return 0;
  }
}
