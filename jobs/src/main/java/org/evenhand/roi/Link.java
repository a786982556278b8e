package org.evenhand.roi;

import java.util.Optional;

/** The six links from less friction to more revenue, each judged by one measure. */
enum Link {
  FRICTION("AI takes routine work off the rep", RoiMeasure.TIME_SAVED),
  SELLING("The rep spends more time selling", "selling_hours"),
  CONVERSION("Conversion improves", "conversion"),
  COMMISSION("Commission increases", "commission"),
  MANAGER("Manager performance improves", RoiMeasure.RETENTION),
  REVENUE("Company revenue grows", "won_value_per_rep");

  private final String words;
  private final String measure;

  Link(String words, String measure) {
    this.words = words;
    this.measure = measure;
  }

  int number() {
    return ordinal() + 1;
  }

  String words() {
    return words;
  }

  String measure() {
    return measure;
  }

  /** Whether the link is the rep's own gain rather than others'. */
  boolean rep() {
    return number() <= 4;
  }

  /** The link it builds on; empty for the first. */
  Optional<Link> before() {
    return ordinal() == 0 ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
  }
}
