package org.evenhand.intake.read;

/**
 * Bytes that are not text in the declared encoding travel as two noncharacters each (high nibble
 * U+FDD0+n, low nibble U+FDE0+n), so that nothing is replaced silently and nothing is lost.
 */
final class MalformedBytes {
  private static final char HIGH = '\uFDD0';
  private static final char LOW = '\uFDE0';
  private static final char END = '\uFDF0';

  private MalformedBytes() {}

  static char high(int octet) {
    return (char) (HIGH + ((octet >> 4) & 0xF));
  }

  static char low(int octet) {
    return (char) (LOW + (octet & 0xF));
  }

  /** The first malformed byte as {@code \xNN}, or empty when the text has none. */
  static String first(String text) {
    for (int i = 0; i + 1 < text.length(); i++) {
      if (isHigh(text.charAt(i)) && isLow(text.charAt(i + 1))) {
        return shown(text.substring(i, i + 2));
      }
    }
    return "";
  }

  /** The text with malformed bytes written as {@code \xNN}. */
  static String shown(String text) {
    if (text.chars().noneMatch(c -> c >= HIGH && c < END)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isHigh(c) && i + 1 < text.length() && isLow(text.charAt(i + 1))) {
        out.append("\\x%X%X".formatted(c - HIGH, text.charAt(i + 1) - LOW));
        i++;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean isHigh(char c) {
    return c >= HIGH && c < LOW;
  }

  private static boolean isLow(char c) {
    return c >= LOW && c < END;
  }
}
