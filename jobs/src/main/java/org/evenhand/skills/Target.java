package org.evenhand.skills;

import java.util.Optional;
import org.evenhand.stats.skills.Evidence;

/**
 * A skill of a person that is asked about.
 *
 * @param standing job family, team and manager on the day
 * @param required what the role asks for, in standard deviations above the family's mean; empty
 *     when it asks for nothing
 */
record Target(long rep, String skill, Standing standing, Optional<Double> required) {

  /** Where somebody stands in the company on the day. */
  record Standing(String family, Optional<String> team, Optional<Long> manager) {}

  Evidence.Subject subject() {
    return new Evidence.Subject(Long.toString(rep), skill, standing.family());
  }
}
