package org.evenhand.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Keeps the stack trace of an internal error away from the terminal, in a file only we may read.
 */
final class BugLog {
  private BugLog() {}

  /** Path of the file written, or a word on why there is none. */
  static String write(Throwable failure) {
    try {
      Path file =
          Files.createTempFile(
              "evenhand-error-",
              ".log",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
        failure.printStackTrace(out);
      }
      return file.toString();
    } catch (IOException e) {
      return "no file (" + e.getMessage() + ")";
    }
  }
}
