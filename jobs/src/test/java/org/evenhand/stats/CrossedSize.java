package org.evenhand.stats;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Locale;

/**
 * Crossed factors at the size of a public set: 73,421 ratings, 2,972 raters, 1,128 ratees, 14
 * groups, standard deviations 0.32, 0.51, 0.08 and 1.18. bench/crossed-fit prints the table of
 * docs/methods/skills.md.
 */
final class CrossedSize {
  private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

  private CrossedSize() {}

  public static void main(String[] arguments) {
    long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : 20_261_122;
    int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
    System.out.println(
        "| seed | rater 0.32 | ratee 0.51 | group 0.08 | noise 1.18 | rounds | gradients | processor seconds |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    for (int run = 0; run < runs; run++) {
      CrossedRatings ratings = new CrossedRatings(seed + run, 73_421, 2972, 1128, 14, 0.08);
      long began = THREAD.getCurrentThreadCpuTime();
      CrossedComponents found = CrossedComponents.of(ratings.values, ratings.factors, 4, 1);
      System.out.printf(
          Locale.ROOT,
          "| %d | %.4f | %.4f | %.4f | %.4f | %d | %d | %.1f |%n",
          seed + run,
          Math.sqrt(found.variances().get(0)),
          Math.sqrt(found.variances().get(1)),
          Math.sqrt(found.variances().get(2)),
          Math.sqrt(found.residual()),
          found.rounds(),
          found.iterations(),
          (THREAD.getCurrentThreadCpuTime() - began) / 1e9);
    }
  }
}
