package org.evenhand.stats;

import java.util.Optional;

/** A number that may be printed, or the reason why there is none. */
public sealed interface Figure {

  /** KNOWN, SUPPRESSED, UNDEFINED or NOT_MEASURED, as tables and reports write it. */
  String state();

  /** Why there is no number; empty when there is one. */
  default Optional<String> why() {
    return Optional.empty();
  }

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

    @Override
    public String state() {
      return "KNOWN";
    }
  }

  /** Withheld to protect people. */
  record Suppressed(String reason) implements Figure {
    @Override
    public String state() {
      return "SUPPRESSED";
    }

    @Override
    public Optional<String> why() {
      return Optional.of(reason);
    }
  }

  /** The data are there, the quantity does not exist (no decided deals, no events). */
  record Undefined(String reason) implements Figure {
    @Override
    public String state() {
      return "UNDEFINED";
    }

    @Override
    public Optional<String> why() {
      return Optional.of(reason);
    }
  }

  /** The source that would say was not delivered. */
  record NotMeasured(String reason) implements Figure {
    @Override
    public String state() {
      return "NOT_MEASURED";
    }

    @Override
    public Optional<String> why() {
      return Optional.of(reason);
    }
  }

  /** A plain count: no sampling interval. */
  static Figure count(long n) {
    return new Known(n, n, n, n);
  }
}
