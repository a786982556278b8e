package org.evenhand.cli;

import java.util.function.ToIntFunction;
import org.evenhand.lakehouse.LakeLock;
import picocli.CommandLine;

/** Holds the lake for one writer, and only then starts Spark. */
final class LockedRun {
  private final LakeOptions options;
  private final String command;
  private final CommandLine line;

  private LockedRun(LakeOptions options, String command, CommandLine line) {
    this.options = options;
    this.command = command;
    this.line = line;
  }

  static LockedRun of(LakeOptions options, String command, CommandLine line) {
    return new LockedRun(options, command, line);
  }

  /** Runs with a session on this lake; a second run on the same lake exits 75 before Spark. */
  @SuppressWarnings("try") // the lock is held, not used
  int run(ToIntFunction<LakeRuntime> work) {
    String runId = RunIds.next();
    try (LakeLock lock = LakeLock.acquire(options.lakeRoot(), runId, command);
        LakeRuntime runtime = LakeRuntime.start(options, runId, line)) {
      return work.applyAsInt(runtime);
    }
  }
}
