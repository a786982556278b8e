package org.evenhand.simulate.world;

/**
 * What the AI bundle truly does to a rep once fully in use; the planted truth.
 *
 * @param hoursSaved non-selling hours per week that disappear
 * @param conversion shift of the log odds of success
 * @param dealSize shift of the log of the amount won
 */
public record Effect(double hoursSaved, double conversion, double dealSize) {
  public static final Effect NONE = new Effect(0, 0, 0);
}
