package org.evenhand.structure;

import java.util.Locale;

/** The six conditions a rep does not control; all six are always told, measured or not. */
enum Factor {
  TERRITORY_QUALITY,
  LEAD_QUALITY,
  MARKET_TIMING,
  PRICING_SHIFT,
  BRAND_EQUITY,
  ECONOMIC_CONDITIONS;

  static final int COUNT = values().length;

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
    return 1 << ordinal();
  }
}
