package org.evenhand.roi;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.evenhand.table.Column;
import org.evenhand.table.columns.GoldRoiSum;

/** What is summed per rep and period, with what must be known of the rep for it. */
enum Outcome {
  NON_SELLING_HOURS(Family.ACTIVITY),
  SELLING_HOURS(Family.ACTIVITY),
  EDITS(Family.ACTIVITY),
  NON_SELLING_TASKS(Family.ACTIVITY),
  CLAIMED_HOURS(Family.ACTIVITY),
  WON_DEALS(Family.DEALS),
  CREATED_DEALS(Family.DEALS),
  WON_VALUE(Family.DEALS),
  COMMISSION(Family.COMMISSION),
  CASES(Family.CASES),
  SUCCESSES(Family.CASES),
  EMPLOYED(Family.EMPLOYED);

  /** Outcomes known together; a rep counts where the family's outcomes are known. */
  enum Family {
    ACTIVITY,
    DEALS,
    COMMISSION,
    CASES,
    EMPLOYED;

    /** Column of gold.roi_sum with the reps counted. */
    Column count() {
      return GoldRoiSum.TABLE.column("n_" + lower(name()));
    }

    /** Name of the helper column that says whether a rep's period is known. */
    String known() {
      return "known_" + lower(name());
    }

    List<Outcome> outcomes() {
      return Arrays.stream(Outcome.values()).filter(outcome -> outcome.family == this).toList();
    }
  }

  private final Family family;

  Outcome(Family family) {
    this.family = family;
  }

  Family family() {
    return family;
  }

  /** Column of gold.roi_sum. */
  Column column() {
    return GoldRoiSum.TABLE.column(lower(name()));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
