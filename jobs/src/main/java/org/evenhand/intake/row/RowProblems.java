package org.evenhand.intake.row;

import org.apache.spark.SparkThrowable;

/** Why a value could not be made, for the person who reads the rejection. */
final class RowProblems {
  private static final int LONGEST = 300;

  private RowProblems() {}

  static String inWords(RuntimeException e) {
    String message = String.valueOf(e.getMessage());
    if (!(e instanceof SparkThrowable)) {
      return shortened(message);
    }
    String first = message.lines().findFirst().orElse(message);
    return shortened(
        first.replaceFirst("^\\[[A-Z_.]+\\] ?", "").replaceFirst(" ?SQLSTATE: .*", ""));
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
