package org.evenhand.panel;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.evenhand.stats.Ratio;

/**
 * What one rep did over the weeks of a window, as sums from which averages and their errors follow.
 *
 * @param window now, before, or a quarter
 * @param role role last held in the window
 * @param weeks weeks with a working day
 * @param sums weekly amounts over worked weeks (working days / 5), per amount
 * @param selling selling time over measured time
 */
record RepWindow(
    long rep,
    String window,
    Optional<String> role,
    long weeks,
    Map<Amount, Ratio.Sums> sums,
    Ratio.Sums selling) {
  static final String NOW = "now";
  static final String BEFORE = "before";

  /** What is summed per week. */
  enum Amount {
    SELLING_HOURS,
    NON_SELLING_HOURS,
    SELLING_TASKS,
    NON_SELLING_TASKS,
    EDITS,
    ASSISTS,
    MEASURED_HOURS;

    static final List<Amount> ALL = List.of(values());

    String column() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether any activity at all was delivered for the rep in the window. */
  boolean active() {
    return of(Amount.SELLING_TASKS).y() + of(Amount.NON_SELLING_TASKS).y() > 0;
  }

  /** Weekly sums of an amount. */
  Ratio.Sums of(Amount amount) {
    return Objects.requireNonNull(sums.get(amount));
  }
}
