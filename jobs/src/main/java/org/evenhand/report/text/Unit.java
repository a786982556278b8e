package org.evenhand.report.text;

import java.util.Map;
import java.util.Set;

/**
 * How values of a unit are printed.
 *
 * @param factor from the stored value to the printed one
 * @param decimals digits after the point
 * @param before text before the number, such as a currency
 * @param after text after the number
 */
record Unit(double factor, int decimals, String before, String after) {
  private static final Map<String, Unit> KNOWN =
      Map.ofEntries(
          Map.entry("hours/week", after(1, " h/week")),
          Map.entry("tasks/week", after(1, " tasks/week")),
          Map.entry("edits/week", after(1, " edits/week")),
          Map.entry("assists/week", after(1, " assists/week")),
          Map.entry("share", new Unit(100, 1, "", " %")),
          Map.entry("days", after(1, " days")),
          Map.entry("periods of 4 weeks", after(1, " four-week periods")),
          Map.entry("periods", after(0, " four-week periods")),
          Map.entry("hours/year", after(0, " hours/year")),
          Map.entry("ratio", after(2, "")),
          Map.entry("points", after(2, " points")),
          Map.entry("", after(0, "")),
          Map.entry("count", after(0, "")));

  /** Units that say what is counted: the number alone is printed, and n says the rest. */
  private static final Set<String> COUNTED =
      Set.of("items", "reps", "raters", "skills", "skills of people", "source views");

  private static Unit after(int decimals, String after) {
    return new Unit(1, decimals, "", after);
  }

  /** The style of a unit of the catalogue; three capital letters are a currency. */
  static Unit of(String unit) {
    Unit known = KNOWN.get(unit);
    if (known != null) {
      return known;
    }
    if (COUNTED.contains(unit)) {
      return after(0, "");
    }
    return unit.matches("[A-Z]{3}(/quarter|/year)?")
        ? new Unit(1, 0, unit.substring(0, 3) + " ", unit.endsWith("/year") ? " a year" : "")
        : new Unit(1, 1, "", " " + unit);
  }

  /** The style of a difference: shares differ by points, not per cent. */
  Unit ofDifference() {
    return factor == 100 ? new Unit(100, decimals, "", " points") : this;
  }

  String plain(double value) {
    return before + number(value) + after;
  }

  String signed(double value) {
    return before + signedNumber(value) + after;
  }

  String number(double value) {
    return Numbers.plain(value * factor, decimals);
  }

  String signedNumber(double value) {
    return Numbers.signed(value * factor, decimals);
  }
}
