package org.evenhand.structure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a subject reached in a quarter against what was to be expected, ready to become rows.
 *
 * @param key whose, of what, when
 * @param size how much it rests on
 * @param parts the difference from the average, which adds up
 * @param noise variance of actual &minus; expected and what is kept of it
 * @param test whether it is more than chance
 */
record Expectation(Key key, Size size, Parts parts, Noise noise, Test test) {

  /** Whose, of what, when. */
  record Key(Subject subject, Outcome outcome, String quarter) {}

  /**
   * @param missing factors not measured for some of the cases
   */
  record Size(double cases, long reps, Set<Factor> missing) {
    Size {
      missing = Set.copyOf(missing);
    }
  }

  /**
   * @param factors shares of the structural part
   * @param rep part of actual &minus; expected that is kept
   */
  record Parts(
      BigDecimal actual,
      BigDecimal mean,
      BigDecimal expected,
      List<BigDecimal> factors,
      BigDecimal rep) {
    Parts {
      factors = List.copyOf(factors);
    }

    BigDecimal structural() {
      return expected.subtract(mean);
    }

    BigDecimal difference() {
      return actual.subtract(expected);
    }

    /** What the other parts leave: so that the sum is exact. */
    BigDecimal chance() {
      return difference().subtract(rep);
    }

    /** What the factors leave of the structural part: other teams than the average. */
    BigDecimal other() {
      return factors.stream().reduce(structural(), BigDecimal::subtract);
    }
  }

  /**
   * @param kept &tau;&sup2; per case squared and B, for a rep
   */
  record Noise(double chance, double fit, double unmeasured, Optional<Kept> kept) {
    double variance() {
      return chance + fit + unmeasured;
    }
  }

  /** How differences between reps are told from chance. */
  record Kept(double tau2, double share) {}

  /**
   * @param adjusted p-value by Holm
   */
  record Test(double z, double adjusted, Verdict verdict) {}

  /** What may be said of somebody. */
  enum Verdict {
    WITHIN_EXPECTATION,
    ABOVE_EXPECTATION,
    BELOW_EXPECTATION
  }
}
