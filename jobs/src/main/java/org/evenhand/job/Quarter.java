package org.evenhand.job;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenhand.errors.UserException;

/** A fiscal quarter such as {@code 2026Q3}; its dates come from the fiscal calendar. */
public record Quarter(int year, int number) implements Comparable<Quarter> {
  private static final Pattern SHAPE = Pattern.compile("(\\d{4})Q([1-4])");

  /**
   * @throws UserException when the text is not of the form {@code 2026Q3}
   */
  public static Quarter parse(String text) {
    Matcher matcher = SHAPE.matcher(text);
    if (!matcher.matches()) {
      throw UserException.usage(
          "Cannot read quarter '%s': expected a year and a quarter. Write for example 2026Q3."
              .formatted(text));
    }
    return new Quarter(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /** The last calendar quarter that ended before a date. */
  public static Quarter closedBy(LocalDate date) {
    return new Quarter(date.getYear(), (date.getMonthValue() + 2) / 3).previous();
  }

  public Quarter previous() {
    return number == 1 ? new Quarter(year - 1, 4) : new Quarter(year, number - 1);
  }

  public Quarter next() {
    return number == 4 ? new Quarter(year + 1, 1) : new Quarter(year, number + 1);
  }

  @Override
  public int compareTo(Quarter other) {
    return Integer.compare(year * 4 + number, other.year * 4 + other.number);
  }

  @Override
  public String toString() {
    return year + "Q" + number;
  }
}
