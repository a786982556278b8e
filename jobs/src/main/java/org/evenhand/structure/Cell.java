package org.evenhand.structure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * What a rep reached in a team, role and quarter, and what was to be expected: the unit all rows
 * are sums of.
 *
 * @param who whose
 * @param outcome of what
 * @param size how much it rests on
 * @param amounts rounded to the outcome's digits
 * @param noise what makes the expectation uncertain
 */
record Cell(CaseSums.Who who, Outcome outcome, Size size, Amounts amounts, Noise noise) {

  /**
   * @param cases cases or weeks
   * @param measured cases for which each factor was measured
   * @param byKind expectation by lead quality alone
   */
  record Size(double cases, List<Double> measured, double byKind) {
    Size {
      measured = List.copyOf(measured);
    }
  }

  /**
   * @param factors what each factor adds to expected &minus; mean; the rest is the difference of
   *     the other teams from the average
   */
  record Amounts(
      BigDecimal actual, BigDecimal mean, BigDecimal expected, List<BigDecimal> factors) {
    Amounts {
      factors = List.copyOf(factors);
    }

    BigDecimal difference() {
      return actual.subtract(expected);
    }

    BigDecimal structural() {
      return expected.subtract(mean);
    }
  }

  /**
   * @param chance variance by how cases fall
   * @param left teams the model left out
   * @param model that gave the expectation
   * @param gradient of the expectation
   */
  record Noise(double chance, Set<String> left, TeamModel model, List<Double> gradient) {
    Noise {
      left = Set.copyOf(left);
      gradient = List.copyOf(gradient);
    }
  }
}
