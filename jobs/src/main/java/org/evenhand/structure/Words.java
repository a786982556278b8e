package org.evenhand.structure;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is said beside the numbers. */
final class Words {
  private Words() {}

  /** Factors nobody measured, in their order; empty when there are none. */
  static Optional<String> missing(Set<Factor> missing) {
    String names =
        Arrays.stream(Factor.values())
            .filter(missing::contains)
            .map(Factor::words)
            .collect(Collectors.joining(", "));
    return names.isEmpty() ? Optional.empty() : Optional.of(names);
  }

  /** What the difference from expectation means, and what is not known. */
  static String verdict(Expectation row) {
    String verdict =
        switch (row.test().verdict()) {
          case WITHIN_EXPECTATION ->
              "Within what was to be expected under these conditions: chance alone can make such a difference.";
          case ABOVE_EXPECTATION -> "More than was to be expected under these conditions.";
          case BELOW_EXPECTATION -> "Less than was to be expected under these conditions.";
        };
    return verdict
        + missing(row.size().missing())
            .map(names -> " Not measured, and so a wider interval: %s.".formatted(names))
            .orElse("");
  }

  /** Why somebody without cases has no expectation. */
  static String none(Outcome outcome, Optional<String> role) {
    boolean support = role.equals(Optional.of("SUPPORT"));
    if (outcome != Outcome.HOURS && support) {
      return "Support tickets are not modelled, and support closes no deals.";
    }
    if (outcome == Outcome.AMOUNT && role.equals(Optional.of("SDR"))) {
      return "Leads carry no amount.";
    }
    return outcome == Outcome.HOURS
        ? "No week worked is known in the quarter."
        : "No deal or lead was decided in the quarter.";
  }

  static String tooFew(Expectation row, double least) {
    return "%.0f %s are too few to say what was to be expected: %.0f are needed."
        .formatted(row.size().cases(), row.key().outcome().caseUnit(), least);
  }
}
