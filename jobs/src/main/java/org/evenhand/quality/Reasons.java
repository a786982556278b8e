package org.evenhand.quality;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;

/**
 * Reasons of rejection as rules: the same sentence with its values left out, so that rejections can
 * be counted by rule and shown where values may not be.
 */
public final class Reasons {
  private static final List<Replacement> REPLACEMENTS =
      List.of(
          new Replacement("(?s)^(\\w+) is .*, (must .*)$", "$1 $2"),
          new Replacement("(?s)^(\\w+) is .*, allowed: (.*)$", "$1 must be one of $2"),
          new Replacement(
              "(?s)^(\\w+): '.*' is no (\\w+(?:\\(\\d+, ?\\d+\\))?).*$", "$1 must be $2"),
          new Replacement("(?s) \\(\\w+ = .*\\)$", ""),
          new Replacement("(?s)'.*'", "'…'"));

  private Reasons() {}

  /** One reason without its values. */
  public static String rule(String reason) {
    String rule = reason;
    for (Replacement replacement : REPLACEMENTS) {
      rule = rule.replaceAll(replacement.regex(), replacement.by());
    }
    return rule;
  }

  /** The same for a column of reasons. */
  public static Column rule(Column reason) {
    Column rule = reason;
    for (Replacement replacement : REPLACEMENTS) {
      rule = functions.regexp_replace(rule, replacement.regex(), replacement.by());
    }
    return rule;
  }

  private record Replacement(String regex, String by) {}
}
