package org.evenhand.structure;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;

/** Sums over the cases of one rep that share all their conditions. */
record CaseSums(Who who, Situation situation, Counts counts) {

  /**
   * Whose cases, and when they were decided.
   *
   * @param team of that day; {@link Who#ALONE} and the rep when unknown, so that own cases can be
   *     left out
   */
  record Who(Family family, long rep, String team, String role, String quarter) {
    /** Begins the name of a team of one: somebody whose team nobody told. */
    static final String ALONE = "rep ";

    boolean hasTeam() {
      return !team.startsWith(ALONE);
    }
  }

  /**
   * Conditions the cases met.
   *
   * @param month first day of the month the cases began
   * @param territory empty text when unknown
   * @param traits what was known of the cases when they began, by name; absent when unknown
   */
  record Situation(LocalDate month, String territory, Map<String, String> traits) {
    Situation {
      traits = Map.copyOf(traits);
    }
  }

  /**
   * @param n cases, or weeks worked
   * @param rows rows summed
   * @param y successes, or hours
   * @param squares of hours per week, weighted by weeks
   * @param money amounts
   */
  record Counts(double n, long rows, double y, double squares, Money money) {}

  /**
   * Cases lost, or won with a known amount above zero.
   *
   * @param n how many
   * @param won how many were won
   * @param logs sum of the logarithms of the amounts won
   * @param logSquares sum of their squares
   * @param amount sum of the amounts won
   * @param squares sum of their squares
   */
  record Money(
      double n, double won, double logs, double logSquares, BigDecimal amount, double squares) {}
}
