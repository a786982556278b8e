package org.evenhand.stats.skills;

import java.util.Random;

/**
 * The moving part of a skill in every week, drawn by its state (level and slope) from week to week:
 * exact for the Mat&eacute;rn-3/2 curve.
 */
final class TrueCurve {
  private TrueCurve() {}

  /** Weeks 0 to the last. */
  static double[] of(Kernel kernel, int weeks, Random random) {
    double[] curve = new double[weeks + 1];
    double rate = kernel.rate();
    double fade = Math.exp(-rate);
    double level = Math.sqrt(kernel.moving()) * random.nextGaussian();
    double slope = Math.sqrt(kernel.slopeVariance()) * random.nextGaussian();
    double a = fade * (1 + rate);
    double c = -fade * rate * rate;
    double d = fade * (1 - rate);
    double p = kernel.moving();
    double q = kernel.slopeVariance();
    double first = p - a * a * p - fade * fade * q;
    double cross = -a * c * p - fade * d * q;
    double second = q - c * c * p - d * d * q;
    for (int week = 0; week <= weeks; week++) {
      curve[week] = level;
      double e = random.nextGaussian();
      double f = random.nextGaussian();
      double next = a * level + fade * slope + Math.sqrt(first) * e;
      slope =
          c * level
              + d * slope
              + cross / Math.sqrt(first) * e
              + Math.sqrt(Math.max(0, second - cross * cross / first)) * f;
      level = next;
    }
    return curve;
  }
}
