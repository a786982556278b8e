package org.evenhand.report.facts;

/**
 * A measure as the catalogue describes it.
 *
 * @param direction UP when more is better, DOWN when less is, NONE when neither
 * @param smallestWorthwhile from which size a change matters, in the unit; 0 when none is set
 */
public record Measure(
    String key,
    String title,
    String definition,
    String unit,
    String direction,
    double smallestWorthwhile) {

  /** A rep's and an executive's question: which way is good. */
  public String wanted() {
    return switch (direction) {
      case "UP" -> "more is better";
      case "DOWN" -> "less is better";
      default -> "neither way is better";
    };
  }
}
