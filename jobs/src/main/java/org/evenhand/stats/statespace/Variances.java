package org.evenhand.stats.statespace;

/** Variances are finite and not negative. */
final class Variances {
  private Variances() {}

  static void check(String of, double... values) {
    for (double value : values) {
      if (!(value >= 0) || Double.isInfinite(value)) {
        throw new IllegalArgumentException(
            "Cannot make %s with a variance of %s: a variance is 0 or more. Correct the parameters."
                .formatted(of, value));
      }
    }
  }
}
