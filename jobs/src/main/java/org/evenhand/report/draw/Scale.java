package org.evenhand.report.draw;

import java.util.stream.DoubleStream;

/** Maps values to horizontal positions. */
record Scale(double from, double to, double left, double right) {
  private static final double MARGIN = 0.06;

  /** A scale that shows all the values, with a little air on both sides. */
  static Scale over(double left, double right, double... values) {
    double low = DoubleStream.of(values).min().orElse(0);
    double high = DoubleStream.of(values).max().orElse(1);
    double air = high > low ? (high - low) * MARGIN : Math.max(Math.abs(high), 1) * MARGIN;
    return new Scale(low - air, high + air, left, right);
  }

  double at(double value) {
    double share = (value - from) / (to - from);
    return left + Math.min(1, Math.max(0, share)) * (right - left);
  }
}
