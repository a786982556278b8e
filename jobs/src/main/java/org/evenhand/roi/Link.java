package org.evenhand.roi;

import java.util.Arrays;
import java.util.Optional;

/** The six links from less friction to more revenue, each judged by one measure. */
enum Link {
  FRICTION(1, "AI takes routine work off the rep", RoiMeasure.TIME_SAVED),
  SELLING(2, "The rep spends more time selling", "selling_hours"),
  CONVERSION(3, "Conversion improves", "conversion"),
  COMMISSION(4, "Commission increases", "commission"),
  MANAGER(5, "Manager performance improves", RoiMeasure.RETENTION),
  REVENUE(6, "Company revenue grows", "won_value_per_rep");

  private final int number;
  private final String words;
  private final String measure;

  Link(int number, String words, String measure) {
    this.number = number;
    this.words = words;
    this.measure = measure;
  }

  int number() {
    return number;
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
    return Arrays.stream(values()).filter(link -> link.number == number - 1).findFirst();
  }
}
