package org.evenhand.roi;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What must be known of a rep to say with whom the rep is compared.
 *
 * @param first place and worked days since hire in the first period seen
 * @param periods first and last period seen
 * @param moved whether the rep was seen in another team later
 * @param hired latest hire
 * @param before output per worked day before anyone's rollout; empty when none is known
 */
record Seen(
    long rep,
    First first,
    Span periods,
    boolean moved,
    Optional<LocalDate> hired,
    Optional<Double> before) {

  record First(
      Optional<String> team,
      Optional<String> role,
      Optional<Integer> tenureDays,
      Optional<String> tier) {}

  record Span(int first, int last) {}
}
