package org.evenhand.intake.row;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Pattern;

/**
 * Numbers as exports write them: a declared decimal mark, the other mark between groups of three
 * digits, a percent sign (which divides nothing), surrounding blanks.
 */
final class Numbers {
  private static final Pattern PLAIN = Pattern.compile("[+-]?\\d+");
  private static final Pattern POINT_GROUPS = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d*)?");
  private static final Pattern COMMA_GROUPS = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{3})+(,\\d*)?");
  private static final int LONGEST = 400;

  private Numbers() {}

  /**
   * @param decimal {@code .} or {@code ,}
   * @throws NumberFormatException when the text is no number
   */
  static BigDecimal parse(String text, char decimal) {
    String number = withoutPercent(text.strip());
    if (number.length() > LONGEST) {
      throw new NumberFormatException();
    }
    if (PLAIN.matcher(number).matches()) {
      return new BigDecimal(number);
    }
    if (decimal == ',') {
      return new BigDecimal(withPoint(number));
    }
    return new BigDecimal(
        POINT_GROUPS.matcher(number).matches() ? number.replace(",", "") : number);
  }

  private static String withPoint(String number) {
    if (COMMA_GROUPS.matcher(number).matches()) {
      return number.replace(".", "").replace(',', '.');
    }
    if (number.indexOf('.') >= 0) {
      throw new NumberFormatException();
    }
    return number.replace(',', '.');
  }

  private static String withoutPercent(String number) {
    return number.endsWith("%") ? number.substring(0, number.length() - 1).strip() : number;
  }

  /**
   * @throws ArithmeticException when it is no whole number of this size
   */
  static long whole(BigDecimal number) {
    if (number.scale() < -LONGEST) {
      throw new ArithmeticException();
    }
    return number.longValueExact();
  }

  /**
   * The number with a column's scale, rounded half up.
   *
   * @throws ArithmeticException when it has too many digits before the point
   */
  static BigDecimal scaled(BigDecimal number, int precision, int scale) {
    if (Math.abs((long) number.scale()) > LONGEST) {
      throw new ArithmeticException();
    }
    BigDecimal rounded = number.setScale(scale, RoundingMode.HALF_UP);
    if (rounded.precision() > precision) {
      throw new ArithmeticException();
    }
    return rounded;
  }
}
