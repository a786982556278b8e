package org.evenhand.stats.skills;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Evidence drawn from known parameters, with the true levels at its last week. */
final class SimulatedEvidence {
  static final Evidence.Subject ANY = new Evidence.Subject("", "discovery", "AE");
  private final Random random;
  private final SkillParameters truth;
  private final Map<String, Integer> raters;
  private final int weeks;
  final List<Evidence> evidence = new ArrayList<>();
  final Map<String, Double> levels = new LinkedHashMap<>();
  final Map<String, Double> severities = new LinkedHashMap<>();

  /**
   * @param raters how many a source has; a source without any names nobody
   */
  SimulatedEvidence(long seed, SkillParameters truth, Map<String, Integer> raters, int weeks) {
    this.random = new Random(seed);
    this.truth = truth;
    this.raters = new LinkedHashMap<>(raters);
    this.weeks = weeks;
    this.raters.forEach(
        (source, count) -> {
          for (int r = 0; r < count; r++) {
            double sd = Math.sqrt(truth.source(source).severityVariance());
            severities.put(source + "|" + source + r, sd * random.nextGaussian());
          }
        });
  }

  /**
   * Each person is heard of by each source some times, each time by one of few raters of theirs.
   */
  SimulatedEvidence persons(int count, int itemsOfASource, int ratersOfAPerson) {
    for (int p = 0; p < count; p++) {
      person("R" + p, itemsOfASource, ratersOfAPerson);
    }
    return this;
  }

  private void person(String rep, int itemsOfASource, int ratersOfAPerson) {
    double[] curve = curve();
    double lasting = Math.sqrt(truth.kernel().lasting()) * random.nextGaussian();
    double mean = truth.mean(ANY);
    levels.put(rep, mean + lasting + curve[weeks]);
    for (Map.Entry<String, Integer> entry : raters.entrySet()) {
      SkillParameters.Source source = truth.source(entry.getKey());
      int first = entry.getValue() > 0 ? random.nextInt(entry.getValue()) : 0;
      double[] friendship = random.doubles(ratersOfAPerson).map(u -> gaussian(source)).toArray();
      for (int i = 0; i < itemsOfASource; i++) {
        int week = random.nextInt(weeks + 1);
        int which = random.nextInt(ratersOfAPerson);
        String rater =
            entry.getValue() > 0 ? entry.getKey() + (first + which * 7) % entry.getValue() : "";
        double value =
            source.offset()
                + source.loading() * (mean + lasting + curve[week])
                + source.deviation() * random.nextGaussian();
        if (!rater.isEmpty()) {
          value += severities.getOrDefault(entry.getKey() + "|" + rater, 0.0) + friendship[which];
        }
        evidence.add(
            new Evidence(
                "E" + evidence.size(),
                new Evidence.Subject(rep, "discovery", "AE"),
                new Evidence.Origin(entry.getKey(), rater),
                new Evidence.Reading(week, value, 1, 0)));
      }
    }
  }

  private double gaussian(SkillParameters.Source source) {
    return Math.sqrt(source.pairVariance()) * random.nextGaussian();
  }

  /** The moving part in every week, by its state. */
  private double[] curve() {
    Kernel kernel = truth.kernel();
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
