package org.evenhand.roi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.roi.Outcome.Family;

/**
 * A measure an effect is estimated on: an amount per rep, or a ratio of two.
 *
 * @param key of policy/measures.json
 * @param denominator empty for an amount
 */
record RoiMeasure(String key, Linear numerator, Optional<Linear> denominator) {
  static final String TIME_SAVED = "time_saved";
  static final String RETENTION = "retention";

  /** In the order of reports: the four prerequisites first. */
  static final List<RoiMeasure> ALL =
      List.of(
          amount(TIME_SAVED, Linear.of(Outcome.NON_SELLING_HOURS, -1)),
          ratio("conversion", Linear.of(Outcome.SUCCESSES), Linear.of(Outcome.CASES)),
          amount("non_selling", Linear.of(Outcome.NON_SELLING_TASKS)),
          amount("commission", Linear.of(Outcome.COMMISSION)),
          amount("selling_hours", Linear.of(Outcome.SELLING_HOURS)),
          ratio(
              "selling_share",
              Linear.of(Outcome.SELLING_HOURS),
              new Linear(
                  Family.ACTIVITY,
                  Map.of(Outcome.SELLING_HOURS, 1.0, Outcome.NON_SELLING_HOURS, 1.0))),
          amount("manual_crm_edits", Linear.of(Outcome.EDITS)),
          amount("won_deals", Linear.of(Outcome.WON_DEALS)),
          amount("created_deals", Linear.of(Outcome.CREATED_DEALS)),
          amount("won_value_per_rep", Linear.of(Outcome.WON_VALUE)),
          amount(RETENTION, Linear.of(Outcome.EMPLOYED)));

  private static RoiMeasure amount(String key, Linear of) {
    return new RoiMeasure(key, of, Optional.empty());
  }

  private static RoiMeasure ratio(String key, Linear numerator, Linear denominator) {
    return new RoiMeasure(key, numerator, Optional.of(denominator));
  }

  static RoiMeasure named(String key) {
    return ALL.stream().filter(measure -> measure.key.equals(key)).findFirst().orElseThrow();
  }

  Family family() {
    return numerator.family();
  }
}
