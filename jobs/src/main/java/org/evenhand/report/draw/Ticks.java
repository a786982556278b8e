package org.evenhand.report.draw;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Round numbers for an axis: two to four of them, in steps of 1, 2 or 5. */
final class Ticks {
  private static final double WANTED = 3;

  private Ticks() {}

  static List<Double> between(double low, double high) {
    if (!(high > low)) {
      return List.of(low);
    }
    BigDecimal step = step(high - low);
    List<Double> ticks = new ArrayList<>();
    BigDecimal tick = step.multiply(BigDecimal.valueOf(Math.ceil(low / step.doubleValue())));
    for (; tick.doubleValue() <= high; tick = tick.add(step)) {
      ticks.add(tick.doubleValue());
    }
    return ticks;
  }

  private static BigDecimal step(double span) {
    double raw = span / WANTED;
    int exponent = (int) Math.floor(Math.log10(raw));
    double first = raw / Math.pow(10, exponent);
    int round = first < 1.5 ? 1 : first < 3.5 ? 2 : first < 7.5 ? 5 : 10;
    return BigDecimal.valueOf(round).scaleByPowerOfTen(exponent);
  }
}
