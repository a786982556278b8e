package org.evenhand.stats.did;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.evenhand.stats.Quantiles;

/**
 * Multiplier bootstrap of effects together (Callaway and Sant'Anna 2021, algorithm 1): &theta;*
 * <sub>k</sub> = &sum;<sub>c</sub> v<sub>c</sub> influence<sub>ck</sub> with v = &plusmn;1 by
 * cluster. Standard error: the interquartile range of &theta;*<sub>k</sub> over that of the normal,
 * quantiles being order statistics &lceil;Bp&rceil;. Simultaneous band: the quantile of
 * max<sub>k</sub> |&theta;*<sub>k</sub>|/SE<sub>k</sub>. With {@value #ENUMERATED} clusters or
 * fewer all sign vectors are taken instead of draws: nothing is random then.
 */
public final class MultiplierBootstrap {
  /** Up to so many clusters, all sign vectors are taken. */
  public static final int ENUMERATED = 12;

  private static final double QUARTILES = 2 * Quantiles.normal(0.5);
  private static final double HIGH = 7;
  private static final int BYTE = 8;

  private final double[] errors;
  private final double[] largest;

  private MultiplierBootstrap(double[] errors, double[] largest) {
    this.errors = errors;
    this.largest = largest;
  }

  /**
   * @param effects of the same clusters; those that do not vary take no part in the band
   * @param draws at least 1
   */
  public static MultiplierBootstrap of(List<Effect> effects, int draws, long seed) {
    int clusters = effects.isEmpty() ? 0 : effects.get(0).clusters();
    Signs signs = clusters <= ENUMERATED ? Signs.all(clusters) : Signs.drawn(clusters, draws, seed);
    double[] errors = new double[effects.size()];
    double[] largest = new double[signs.count()];
    for (int k = 0; k < errors.length; k++) {
      double[] values = signs.times(effects.get(k));
      errors[k] = error(values);
      for (int b = 0; b < values.length && errors[k] > Effect.NO_ERROR; b++) {
        largest[b] = Math.max(largest[b], Math.abs(values[b]) / errors[k]);
      }
    }
    Arrays.sort(largest);
    return new MultiplierBootstrap(errors, largest);
  }

  public int draws() {
    return largest.length;
  }

  /** Of the effect at this place. */
  public double standardError(int k) {
    return errors[k];
  }

  /** How many standard errors the simultaneous band is wide. */
  public Critical critical(double confidence) {
    double pointwise = Quantiles.normal(confidence);
    double value = largest.length == 0 ? 0 : order(largest, confidence);
    if (value < pointwise) {
      return new Critical(
          pointwise,
          Optional.of(
              "the bootstrap gave no critical value above the pointwise one, used instead"));
    }
    return new Critical(
        value,
        value >= HIGH
            ? Optional.of("critical value %.2f is very large: too few clusters".formatted(value))
            : Optional.empty());
  }

  /**
   * @param warning why the value should not be trusted, if so
   */
  public record Critical(double value, Optional<String> warning) {

    /**
     * The value with the same tail under Student's t: for errors that are themselves estimated from
     * few clusters.
     */
    public Critical student(double degreesOfFreedom) {
      double inside = 1 - 2 * NormalDistribution.of(0, 1).survivalProbability(value);
      return new Critical(Quantiles.student(inside, degreesOfFreedom), warning);
    }
  }

  private static double error(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return (order(sorted, 0.75) - order(sorted, 0.25)) / QUARTILES;
  }

  private static double order(double[] sorted, double p) {
    return sorted[Math.max(0, (int) Math.ceil(sorted.length * p - 1e-9) - 1)];
  }

  /** Sign vectors over clusters, a bit each. */
  private static final class Signs {
    private final int clusters;
    private final long[][] bits;

    private Signs(int clusters, long[][] bits) {
      this.clusters = clusters;
      this.bits = bits;
    }

    int count() {
      return bits.length;
    }

    static Signs all(int clusters) {
      int count = 1 << clusters;
      long[][] bits = new long[count][1];
      for (int b = 0; b < count; b++) {
        bits[b][0] = b;
      }
      return new Signs(clusters, bits);
    }

    static Signs drawn(int clusters, int draws, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      long[][] bits = new long[draws][(clusters + 63) / 64];
      for (long[] own : bits) {
        Arrays.setAll(own, i -> random.nextLong());
      }
      return new Signs(clusters, bits);
    }

    /** Signed sums of the influence, eight clusters at a time from a table of all their signs. */
    double[] times(Effect effect) {
      double[][] tables = new double[(clusters + BYTE - 1) / BYTE][];
      Arrays.setAll(tables, i -> table(effect, i * BYTE));
      return Arrays.stream(bits).mapToDouble(own -> sum(own, tables)).toArray();
    }

    private double[] table(Effect effect, int from) {
      int own = Math.min(BYTE, clusters - from);
      double[] sums = new double[1 << own];
      for (int c = 0; c < own; c++) {
        sums[0] += effect.influence(from + c);
      }
      for (int signs = 1; signs < sums.length; signs++) {
        int flipped = Integer.numberOfTrailingZeros(signs);
        sums[signs] = sums[signs & (signs - 1)] - 2 * effect.influence(from + flipped);
      }
      return sums;
    }

    private static double sum(long[] own, double[][] tables) {
      double sum = 0;
      for (int i = 0; i < tables.length; i++) {
        int signs = (int) (own[i / BYTE] >>> (BYTE * (i % BYTE))) & (tables[i].length - 1);
        sum += tables[i][signs];
      }
      return sum;
    }
  }
}
