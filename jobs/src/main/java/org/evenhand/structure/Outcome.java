package org.evenhand.structure;

import java.util.List;
import java.util.Locale;

/** What is expected of somebody. */
enum Outcome {
  WIN(4, "wins", "cases"),
  AMOUNT(2, "currency", "cases"),
  HOURS(4, "hours", "weeks");

  private final int decimals;
  private final String unit;
  private final String caseUnit;

  Outcome(int decimals, String unit, String caseUnit) {
    this.decimals = decimals;
    this.unit = unit;
    this.caseUnit = caseUnit;
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
    return switch (this) {
      case WIN -> List.of(Family.DEAL, Family.LEAD);
      case AMOUNT -> List.of(Family.DEAL);
      case HOURS -> List.of(Family.WEEK);
    };
  }
}
