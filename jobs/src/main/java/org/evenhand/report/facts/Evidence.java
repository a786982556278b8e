package org.evenhand.report.facts;

/**
 * What stands behind a number.
 *
 * @param unit unit of the value
 * @param confidence level of the interval, 0 when the number is a plain count
 * @param nUnit what n counts, empty when nothing is counted
 */
public record Evidence(String unit, double confidence, String nUnit, Grade grade, Verdict verdict) {

  /** A plain number without interval, grade or verdict. */
  public static Evidence plain(String unit) {
    return new Evidence(unit, 0, "", Grade.NONE, Verdict.NONE);
  }
}
