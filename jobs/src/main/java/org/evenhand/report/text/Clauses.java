package org.evenhand.report.text;

/** Turns the sentence of a reason into the end of another sentence. */
final class Clauses {
  private Clauses() {}

  /** Without its full stop, and small at the beginning unless it begins with a name. */
  static String of(String reason) {
    String trimmed = reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    return beginsWithOrdinaryWord(trimmed)
        ? Character.toLowerCase(trimmed.charAt(0)) + trimmed.substring(1)
        : trimmed;
  }

  private static boolean beginsWithOrdinaryWord(String text) {
    int end = text.indexOf(' ');
    String word = end < 0 ? text : text.substring(0, end);
    return word.matches("[A-Z][a-z]*");
  }
}
