package org.evenhand.intake.row;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Reads the one form nearly all exports write, {@code 2026-07-01T09:30:00[.123][Z|+02:00|+0200]},
 * digit by digit: formatters take ten times as long. It says the same in every pattern.
 */
final class IsoInstant {
  private static final String SHAPE = "0000-00-00T00:00:00";
  private static final int NANO_DIGITS = 9;
  private static final int SECONDS_PER_HOUR = 3600;
  private final String text;
  private int at = SHAPE.length();

  private IsoInstant(String text) {
    this.text = text;
  }

  /** The instant; empty when the text is of another form or names no moment. */
  static Optional<Instant> read(String text) {
    return startsAsIso(text) ? new IsoInstant(text).instant() : Optional.empty();
  }

  private static boolean startsAsIso(String text) {
    if (text.length() <= SHAPE.length()) {
      return false;
    }
    for (int i = 0; i < SHAPE.length(); i++) {
      char wanted = SHAPE.charAt(i);
      if (wanted == '0' ? !isDigit(text, i) : text.charAt(i) != wanted) {
        return false;
      }
    }
    return true;
  }

  private Optional<Instant> instant() {
    int hour = number(11, 2);
    int minute = number(14, 2);
    int second = number(17, 2);
    int nanos = fraction();
    boolean isLocal = at == text.length();
    int offset = offset();
    if (isLocal || hour > 23 || minute > 59 || second > 59 || nanos < 0 || at != text.length()) {
      return Optional.empty();
    }
    try {
      long day = LocalDate.of(number(0, 4), number(5, 2), number(8, 2)).toEpochDay();
      long ofDay = hour * (long) SECONDS_PER_HOUR + minute * 60L + second;
      return Optional.of(Instant.ofEpochSecond(day * 86_400 + ofDay - offset, nanos));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Nanoseconds; negative when a point has no digits behind it or too many. */
  private int fraction() {
    if (at >= text.length() || text.charAt(at) != '.') {
      return 0;
    }
    int from = ++at;
    while (isDigit(text, at)) {
      at++;
    }
    int digits = at - from;
    if (digits == 0 || digits > NANO_DIGITS) {
      return -1;
    }
    int value = number(from, digits);
    for (int i = digits; i < NANO_DIGITS; i++) {
      value *= 10;
    }
    return value;
  }

  /** Seconds ahead of UTC; leaves its place untouched where there is no offset it knows. */
  private int offset() {
    if (at + 1 == text.length() && text.charAt(at) == 'Z') {
      at++;
      return 0;
    }
    boolean hasColon = text.length() == at + 6 && text.charAt(at + 3) == ':';
    if (!hasColon && text.length() != at + 5) {
      return 0;
    }
    char sign = text.charAt(at);
    int minutesAt = at + (hasColon ? 4 : 3);
    boolean digits =
        isDigit(text, at + 1)
            && isDigit(text, at + 2)
            && isDigit(text, minutesAt)
            && isDigit(text, minutesAt + 1);
    if ((sign != '+' && sign != '-') || !digits) {
      return 0;
    }
    int hours = number(at + 1, 2);
    int minutes = number(minutesAt, 2);
    if (hours > 17 || minutes > 59) {
      return 0;
    }
    at = text.length();
    int seconds = hours * SECONDS_PER_HOUR + minutes * 60;
    return sign == '-' ? -seconds : seconds;
  }

  private int number(int from, int digits) {
    int value = 0;
    for (int i = from; i < from + digits; i++) {
      value = value * 10 + text.charAt(i) - '0';
    }
    return value;
  }

  private static boolean isDigit(String text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }
}
