package org.evenhand.simulate.world;

/**
 * What makes one rep differ from another, constant over time.
 *
 * @param talent standard normal; enters conversion and every skill
 * @param nonSellingHours how much longer than the role's mean this rep's non-selling week is
 * @param sellingHours likewise for selling
 * @param adoption share of the bundle's effect this rep realises, mean one
 * @param leadLuck shift of the grade of leads allotted to this rep
 */
public record Nature(
    double talent, double nonSellingHours, double sellingHours, double adoption, double leadLuck) {
  /** How much lower the leads allotted to women are graded, in standard deviations. */
  public static final double LEAD_GAP = 0.45;

  static Nature draw(Dice dice, Demography demography) {
    return new Nature(
        dice.normal(),
        1.6 * dice.normal(),
        1.5 * dice.normal(),
        Math.max(0.4, 1 + 0.2 * dice.normal()),
        0.35 * dice.normal() - (demography.isWoman() ? LEAD_GAP : 0));
  }
}
