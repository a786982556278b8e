package org.evenhand.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.evenhand.schema.ContractCheck;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Whether this machine can run a quarter, and if not, what to do. */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Checks Java, memory, directories, the key file and the contracts.")
final class DoctorCommand implements Callable<Integer> {
  private static final long ENOUGH_MEMORY = 1L << 30;

  @Mixin LakeOptions options = new LakeOptions();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  private int problems;

  @Override
  public Integer call() {
    int java = Runtime.version().feature();
    say(java == 17, "Java " + java, "Install a JDK 17 and set JAVA_HOME.");
    long memory = Runtime.getRuntime().maxMemory();
    say(
        memory >= ENOUGH_MEMORY,
        "heap of %d MiB".formatted(memory >> 20),
        "Set EVENHAND_HEAP to at least 1g.");
    say(
        Files.isDirectory(options.landing),
        "landing directory " + options.landing.toAbsolutePath(),
        "Name it with --landing.");
    say(writable(Path.of(options.lakeRoot())), "lake " + options.lakeRoot(), "Make it writable.");
    say(
        writable(options.out.toAbsolutePath()),
        "output " + options.out.toAbsolutePath(),
        "Make it writable.");
    options.keyFile.ifPresent(
        key ->
            say(
                Files.isReadable(key),
                "key file " + key,
                "Create it with 64 random hexadecimal digits, mode 0600."));
    int broken = ContractCheck.shipped().problems().size();
    say(broken == 0, "contracts, mappings and policies", "Call './evenhand contracts check'.");
    return problems == 0 ? 0 : ExitCodes.CONFIGURATION;
  }

  private void say(boolean good, String what, String remedy) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(good ? "ok       " + what : "problem  " + what + ". " + remedy);
    problems += good ? 0 : 1;
  }

  /** Whether the directory, or the nearest one above it that exists, may be written. */
  private static boolean writable(Path directory) {
    Path nearest = directory;
    while (nearest != null && !Files.exists(nearest)) {
      nearest = nearest.getParent();
    }
    return nearest != null && Files.isWritable(nearest);
  }
}
