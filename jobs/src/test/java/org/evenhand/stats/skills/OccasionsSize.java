package org.evenhand.stats.skills;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * The fit of skills where customers rate: 300 persons, each rated by some dozens, hundreds or
 * thousands in 26 weeks and six times by one of thirty managers; persons vary by 0.36, customers
 * err by 1, managers by 0.25 (variances). bench/occasions prints the table of
 * docs/methods/skills.md.
 */
final class OccasionsSize {
  private static final int PERSONS = 300;
  private static final int WEEKS = 26;
  private static final int[] CUSTOMERS = {40, 200, 2000};

  private final Random random;
  private final List<Evidence> evidence = new ArrayList<>();

  private OccasionsSize(long seed) {
    this.random = new Random(seed);
  }

  public static void main(String[] arguments) {
    long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : 20_261_123;
    System.out.println(
        "| customers a person | items | occasions | persons 0.36 | customers 1 | managers 0.25 | rounds | settled | processor seconds |");
    System.out.println("|---|---|---|---|---|---|---|---|---|");
    for (int customers : CUSTOMERS) {
      System.out.println(new OccasionsSize(seed).line(customers));
    }
  }

  private String line(int customers) {
    for (int person = 0; person < PERSONS; person++) {
      double level = 0.6 * random.nextGaussian();
      for (int i = 0; i < customers; i++) {
        add(person, "customer", "", i % WEEKS, level + random.nextGaussian());
      }
      for (int i = 0; i < 6; i++) {
        add(person, "manager", "M" + person % 30, 4 * i, level + random.nextGaussian() / 2);
      }
    }
    double began = ProcessorTime.seconds();
    SkillFit fit = GlobalFit.of(evidence, FitOptions.standard(1));
    double seconds = ProcessorTime.seconds() - began;
    return String.format(
        Locale.ROOT,
        "| %d | %d | %d | %.3f | %.3f | %.3f | %d | %s | %.1f |",
        customers,
        evidence.size(),
        FitData.of(evidence).pairs().stream().mapToInt(Pair::size).sum(),
        fit.parameters().kernel().variance(),
        variance(fit, "customer"),
        variance(fit, "manager"),
        fit.convergence().rounds(),
        fit.convergence().settled() ? "yes" : "no",
        seconds);
  }

  private static double variance(SkillFit fit, String source) {
    double deviation = fit.parameters().source(source).deviation();
    return deviation * deviation;
  }

  private void add(int person, String source, String rater, int week, double value) {
    evidence.add(
        new Evidence(
            "E" + evidence.size(),
            new Evidence.Subject("P" + person, "support", "CS"),
            new Evidence.Origin(source, rater),
            new Evidence.Reading(week, value, 1, 0)));
  }
}
