package org.evenhand.cli;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Names of runs: when they began, and by which process. No result depends on them. */
final class RunIds {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

  private RunIds() {}

  static String next() {
    return STAMP.format(Clock.systemUTC().instant()) + "-" + ProcessHandle.current().pid();
  }
}
