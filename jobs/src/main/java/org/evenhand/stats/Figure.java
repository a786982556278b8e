package org.evenhand.stats;

/** A number that may be printed, or the reason why there is none. */
public sealed interface Figure {

  /**
   * A measured value with its interval.
   *
   * @param low lower end of the interval; equals value when the figure is a plain count
   * @param high upper end, likewise
   * @param n observations behind it
   */
  record Known(double value, double low, double high, long n) implements Figure {
    public Known {
      if (!Double.isFinite(value) || Double.isNaN(low) || Double.isNaN(high)) {
        throw new IllegalArgumentException(
            "Cannot make a figure from value %s, interval %s to %s: not a number. Use Undefined with a reason."
                .formatted(value, low, high));
      }
    }
  }

  /** Withheld to protect people. */
  record Suppressed(String reason) implements Figure {}

  /** The data are there, the quantity does not exist (no decided deals, no events). */
  record Undefined(String reason) implements Figure {}

  /** The source that would say was not delivered. */
  record NotMeasured(String reason) implements Figure {}

  /** A plain count: no sampling interval. */
  static Figure count(long n) {
    return new Known(n, n, n, n);
  }
}
