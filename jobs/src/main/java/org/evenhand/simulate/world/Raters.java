package org.evenhand.simulate.world;

/** How raters rate: a five-point scale, each rater with a severity of their own. */
public final class Raters {
  /** Standard deviation of severities over raters, in points of the scale. */
  public static final double SEVERITY_SPREAD = 0.5;

  private static final double NOISE = 0.6;
  private static final double POINTS_PER_LEVEL = 0.7;

  private Raters() {}

  /** How far below the level this rater rates; negative for the lenient. */
  public static double severity(Company company, long rater) {
    return SEVERITY_SPREAD * company.dice("severity", rater).normal();
  }

  /** A rating from 1 to 5. */
  public static int rating(double level, double severity, Dice dice) {
    double points = 3.2 + POINTS_PER_LEVEL * level - severity + NOISE * dice.normal();
    return (int) Math.max(1, Math.min(5, Math.round(points)));
  }
}
