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
    double[] curve = TrueCurve.of(truth.kernel(), weeks, random);
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
}
