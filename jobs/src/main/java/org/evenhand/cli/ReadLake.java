package org.evenhand.cli;

import java.util.function.ToIntFunction;
import org.apache.spark.sql.SparkSession;
import org.evenhand.table.LakeTables;
import picocli.CommandLine.Option;

/** Which lake a command that only reads looks at. */
final class ReadLake {
  @Option(
      names = "--lake",
      paramLabel = "DIR|URI",
      defaultValue = "${EVENHAND_LAKE:-lake}",
      description = "The lakehouse (default: ${DEFAULT-VALUE}).")
  private String lake = "lake";

  /** The session and tables of one reading, and the lake's absolute place. */
  record Opened(SparkSession session, LakeTables tables, String root) {}

  /**
   * Opens a session on the lake for as long as the command reads it.
   *
   * @param command returns the exit code
   * @throws org.evenhand.errors.UserException when there is no lake yet
   */
  int open(ToIntFunction<Opened> command) {
    LakeOptions options = new LakeOptions();
    options.lake = lake;
    options.requireLake();
    SparkSession session = Sessions.open(options.master);
    try {
      String root = options.lakeRoot();
      return command.applyAsInt(new Opened(session, new LakeTables(session, root), root));
    } finally {
      session.stop();
    }
  }
}
