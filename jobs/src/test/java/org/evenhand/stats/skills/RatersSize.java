package org.evenhand.stats.skills;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * The fit of skills with thousands of raters: 73,421 ratings in one week, 2,972 raters, 1,128
 * persons; each rater speaks of a person two or three times. Persons vary by 0.26, raters by 0.105,
 * rater and person by 0.05, noise by 1.38 (variances). bench/crossed-fit prints the table of
 * docs/methods/skills.md.
 */
final class RatersSize {
  private static final int RATINGS = 73_421;
  private static final int RATERS = 2972;
  private static final int PERSONS = 1128;

  private RatersSize() {}

  public static void main(String[] arguments) {
    long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : 20_261_122;
    int runs = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
    System.out.println(
        "| seed | persons 0.26 | raters 0.105 | rater and person 0.05 | noise 1.38 | severities, r | rounds | settled | gradients | processor seconds |");
    System.out.println("|---|---|---|---|---|---|---|---|---|---|");
    for (int run = 0; run < runs; run++) {
      System.out.println(line(seed + run));
    }
  }

  private static String line(long seed) {
    Random random = new Random(seed);
    double[] raters =
        random.doubles(RATERS).map(u -> Math.sqrt(0.105) * random.nextGaussian()).toArray();
    double[] persons =
        random.doubles(PERSONS).map(u -> Math.sqrt(0.26) * random.nextGaussian()).toArray();
    List<Evidence> evidence = new ArrayList<>();
    while (evidence.size() < RATINGS) {
      int rater = random.nextInt(RATERS);
      int person = random.nextInt(PERSONS);
      double both = Math.sqrt(0.05) * random.nextGaussian();
      int times = 2 + random.nextInt(2);
      for (int i = 0; i < times && evidence.size() < RATINGS; i++) {
        double value =
            3.2 + raters[rater] + persons[person] + both + Math.sqrt(1.38) * random.nextGaussian();
        evidence.add(
            new Evidence(
                "E" + evidence.size(),
                new Evidence.Subject("P" + person, "teaching", "lecturer"),
                new Evidence.Origin("peer", "" + rater),
                new Evidence.Reading(0, value, 1, 0)));
      }
    }
    double began = ProcessorTime.seconds();
    SkillFit fit = GlobalFit.of(evidence, FitOptions.standard(1));
    double seconds = ProcessorTime.seconds() - began;
    double[] found = fit.raters().stream().mapToDouble(one -> one.severity().mean()).toArray();
    double[] truth =
        fit.raters().stream().mapToDouble(one -> raters[Integer.parseInt(one.rater())]).toArray();
    SkillParameters.Source source = fit.parameters().source("peer");
    return String.format(
        Locale.ROOT,
        "| %d | %.4f | %.4f | %.4f | %.4f | %.3f | %d | %s | %d | %.0f |",
        seed,
        fit.parameters().kernel().lasting(),
        source.severityVariance(),
        source.pairVariance(),
        source.deviation() * source.deviation(),
        Correlation.of(found, truth),
        fit.convergence().rounds(),
        fit.convergence().settled() ? "yes" : "no",
        fit.convergence().iterations(),
        seconds);
  }
}
