package org.evenhand.report.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Plain numbers as typeset: grouped thousands, a real minus sign, no negative zero. */
final class Numbers {
  private Numbers() {}

  static String plain(double value, int decimals) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    String digits = String.format(Locale.ROOT, "%,." + decimals + "f", rounded.abs());
    return rounded.signum() < 0 ? "−" + digits : digits;
  }

  static String whole(long value) {
    return (value < 0 ? "−" : "") + String.format(Locale.ROOT, "%,d", Math.abs(value));
  }

  /** With a plus sign when above zero. */
  static String signed(double value, int decimals) {
    String text = plain(value, decimals);
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    return rounded.signum() > 0 ? "+" + text : text;
  }
}
