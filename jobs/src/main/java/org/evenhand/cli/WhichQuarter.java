package org.evenhand.cli;

import java.time.LocalDate;
import java.util.Optional;
import org.evenhand.errors.UserException;
import org.evenhand.job.Quarter;

/** The quarter a command is about: named, or the last one closed by a date; never the clock's. */
final class WhichQuarter {
  private WhichQuarter() {}

  /**
   * @throws UserException when both or neither are given
   */
  static Quarter of(Optional<String> named, Optional<LocalDate> closedBy) {
    if (named.isPresent() == closedBy.isPresent()) {
      throw UserException.usage(
          "Cannot tell the quarter: %s. Give either a quarter such as 2026Q3 or --closed-by DATE."
              .formatted(
                  named.isPresent()
                      ? "both a quarter and --closed-by were given"
                      : "neither a quarter nor --closed-by was given"));
    }
    return named.map(Quarter::parse).orElseGet(() -> Quarter.closedBy(closedBy.orElseThrow()));
  }
}
