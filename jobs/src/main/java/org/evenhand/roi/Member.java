package org.evenhand.roi;

import java.util.Map;
import java.util.Optional;

/**
 * A rep with the cohort of the baseline team and the stratum.
 *
 * @param cohort first full period with a helping feature; 0 never
 * @param start of the baseline team
 * @param excluded why the rep cannot be compared; empty when it can
 */
record Member(
    Seen seen,
    String team,
    int cohort,
    Optional<Rollouts.Start> start,
    Stratum stratum,
    Optional<Exclusion> excluded) {

  /** Why somebody is not compared. */
  enum Exclusion {
    HIRED_AFTER_ROLLOUT,
    NO_PERIOD_BEFORE,
    ROLLOUT_BEFORE_RECORDS,
    NO_TEAM
  }

  /** What a rep is like before anyone's rollout, in words that can be grouped by. */
  record Stratum(String role, String tenureBand, String territoryTier, String priorTercile) {

    /** The parts of some columns, joined. */
    String key(Iterable<String> columns) {
      Map<String, String> parts =
          Map.of(
              "role", role,
              "tenure_band", tenureBand,
              "territory_tier", territoryTier,
              "prior_tercile", priorTercile);
      StringBuilder key = new StringBuilder();
      columns.forEach(column -> key.append('/').append(parts.get(column)));
      return key.toString();
    }
  }

  boolean hiredAfterStart() {
    return start.isPresent()
        && seen.hired().filter(day -> !day.isBefore(start.get().day())).isPresent();
  }
}
