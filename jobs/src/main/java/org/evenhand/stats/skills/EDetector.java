package org.evenhand.stats.skills;

import java.util.List;
import java.util.Optional;

/**
 * Shiryaev and Roberts's e-detector (Shin, Ramdas and Rinaldo 2024): M = (M + 1)&middot;e with e =
 * &frac12;(exp(&delta;z &minus; &delta;&sup2;/2) + exp(&minus;&delta;z &minus; &delta;&sup2;/2)),
 * an e-value for a shift of standard normal z either way. While nothing changes an alarm at M &ge;
 * A comes on average no sooner than after A steps. An alarm says that the model broke, never that a
 * person did.
 *
 * @param statistic M after each step
 * @param alarm first step with M &ge; A, from 0
 */
public record EDetector(List<Double> statistic, Optional<Integer> alarm) {
  /** One false alarm in ten years of weeks. */
  public static final double TEN_YEARS = 520;

  private static final double SHIFT = 1;

  public EDetector {
    statistic = List.copyOf(statistic);
  }

  /**
   * @param z standard normal and independent while the model holds
   * @param threshold A
   */
  public static EDetector of(List<Double> z, double threshold) {
    List<Double> path = new java.util.ArrayList<>();
    Optional<Integer> alarm = Optional.empty();
    double m = 0;
    for (int i = 0; i < z.size(); i++) {
      m = (m + 1) * Math.cosh(SHIFT * z.get(i)) * Math.exp(-SHIFT * SHIFT / 2);
      path.add(m);
      if (alarm.isEmpty() && m >= threshold) {
        alarm = Optional.of(i);
      }
    }
    return new EDetector(path, alarm);
  }
}
