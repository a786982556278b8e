package org.evenhand.simulate.world;

import java.util.List;

/**
 * A stream of random numbers that depends only on a seed, a name and keys, never on what was drawn
 * elsewhere. So any week of any rep can be generated alone, in any order, with the same result on
 * every machine: only integer arithmetic and {@link StrictMath}.
 *
 * <p>SplitMix64 (Steele, Lea and Flood, 2014) over a hashed start.
 */
public final class Dice {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;
  private long state;

  private Dice(long state) {
    this.state = state;
  }

  /** The stream that decides {@code name} for the thing the keys stand for. */
  public static Dice of(long seed, String name, long... keys) {
    long hash = mix(seed + GOLDEN);
    for (int i = 0; i < name.length(); i++) {
      hash = mix(hash ^ name.charAt(i));
    }
    for (long key : keys) {
      hash = mix(hash + GOLDEN ^ key);
    }
    return new Dice(hash);
  }

  public long bits() {
    state += GOLDEN;
    return mix(state);
  }

  /** In [0, 1). */
  public double uniform() {
    return (bits() >>> 11) * 0x1.0p-53;
  }

  public double between(double low, double high) {
    return low + (high - low) * uniform();
  }

  /** A whole number in [0, bound). */
  public int below(int bound) {
    return (int) (uniform() * bound);
  }

  public boolean chance(double probability) {
    return uniform() < probability;
  }

  /** Standard normal, by Box and Muller. */
  public double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
    return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
  }

  /** Number of events when {@code mean} are expected; for means below about 50. */
  public int poisson(double mean) {
    double limit = StrictMath.exp(-mean);
    double product = uniform();
    int count = 0;
    while (product > limit) {
      product *= uniform();
      count++;
    }
    return count;
  }

  public <T> T pick(List<T> choices) {
    return choices.get(below(choices.size()));
  }

  /** Index drawn with the given weights, which need not sum to one. */
  public int weighted(double... weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double left = uniform() * total;
    for (int i = 0; i < weights.length - 1; i++) {
      left -= weights[i];
      if (left < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
