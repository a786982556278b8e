package org.evenhand.structure;

import java.util.Locale;

/** The six conditions a rep does not control; all six are always told, measured or not. */
enum Factor {
  TERRITORY_QUALITY(0),
  LEAD_QUALITY(1),
  MARKET_TIMING(2),
  PRICING_SHIFT(3),
  BRAND_EQUITY(4),
  ECONOMIC_CONDITIONS(5);

  static final int COUNT = values().length;

  private final int place;

  Factor(int place) {
    this.place = place;
  }

  /** Its place among the six, in every list of them. */
  int place() {
    return place;
  }

  /** As a dimension of a figure. */
  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** As a sentence says it. */
  String words() {
    return key().replace('_', ' ');
  }

  /** Its bit in a subset of the six. */
  int bit() {
    return 1 << place;
  }
}
