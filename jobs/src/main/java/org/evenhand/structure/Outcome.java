package org.evenhand.structure;

import java.util.List;
import java.util.Locale;

/** What is expected of somebody. */
enum Outcome {
  WIN(4, "wins", "cases", Family.DEAL, Family.LEAD),
  AMOUNT(2, "currency", "cases", Family.DEAL),
  HOURS(4, "hours", "weeks", Family.WEEK);

  private final int decimals;
  private final String unit;
  private final String caseUnit;
  private final List<Family> families;

  Outcome(int decimals, String unit, String caseUnit, Family... families) {
    this.decimals = decimals;
    this.unit = unit;
    this.caseUnit = caseUnit;
    this.families = List.of(families);
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Digits after the point to which parts add up. */
  int decimals() {
    return decimals;
  }

  String unit(String currency) {
    return unit.equals("currency") ? currency : unit;
  }

  String caseUnit() {
    return caseUnit;
  }

  List<Family> families() {
    return families;
  }
}
