package org.evenhand.simulate.world;

/**
 * A sales territory; its number is ten times its team plus one to three.
 *
 * @param number also the key of everything structural about it
 * @param region where it lies
 * @param tier A is the richest
 * @param quality shift of the log odds of winning here: structure, not the rep's doing
 * @param potential accounts worth calling
 */
public record Territory(int number, Region region, String tier, double quality, int potential) {
  /** Territories per team. */
  public static final int PER_TEAM = 3;

  static Territory draw(long seed, int number, Region region) {
    Dice dice = Dice.of(seed, "territory", number);
    int tier = dice.weighted(0.3, 0.4, 0.3);
    double quality = 0.35 - 0.35 * tier + 0.1 * dice.normal();
    return new Territory(
        number, region, "ABC".substring(tier, tier + 1), quality, 260 - 80 * tier + dice.below(60));
  }

  public String name() {
    return "%s %d".formatted(region.name(), number);
  }
}
