package org.evenhand.stats.skills;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Raters' severities with their errors, and whether they can be told from the people rated: not for
 * a rater of one person, nor for one whom no other rater joins through the people both have rated
 * (connected components of the graph of raters and persons). With few unknowns errors are exact;
 * with many 1/information is scaled by what the probes missed, per source, since a rater alone has
 * too few probes. What a rater says of one person's skills is one view more than it is many: {@link
 * ViewsAcrossSkills} widens the errors.
 */
final class RaterViews {
  private final Solution solution;
  private final FitData data;
  private final List<Set<String>> persons = new ArrayList<>();

  RaterViews(Solution solution) {
    this.solution = solution;
    this.data = solution.data;
    data.raters().forEach(rater -> persons.add(new TreeSet<>()));
    for (Pair pair : data.pairs()) {
      for (int rater : pair.rater) {
        if (rater != Pair.NOBODY) {
          persons.get(rater).add(pair.rep);
        }
      }
    }
  }

  /** In order of source and rater. */
  List<SkillFit.Rater> all() {
    double[] scale = scale();
    double[] shared = new ViewsAcrossSkills(solution).effects();
    int[] components = components();
    Map<Integer, Set<String>> names = new TreeMap<>();
    for (int r = 0; r < components.length; r++) {
      names.computeIfAbsent(components[r], key -> new TreeSet<>()).add(name(r));
    }
    List<SkillFit.Rater> raters = new ArrayList<>();
    for (int r = 0; r < components.length; r++) {
      int source = data.raterSource(r);
      double variance =
          solution.errors instanceof PredictionErrors.Probed
              ? scale[source] / information(r)
              : solution.errors.variance(data.unknownOfRater(r));
      raters.add(
          new SkillFit.Rater(
              name(r),
              data.sources().get(source),
              new SkillParameters.Severity(
                  solution.severity(r), widened(variance, source, shared[source])),
              reason(r, names.getOrDefault(components[r], Set.of()).size())));
    }
    return raters;
  }

  /** What the evidence says of a severity divided by a design effect, the prior kept. */
  private double widened(double variance, int source, double effect) {
    double prior = solution.state.severityVariance[source];
    double own = Math.max(0, 1 / variance - 1 / prior);
    return prior > 0 && variance > 0 ? 1 / (1 / prior + own / effect) : variance;
  }

  private double information(int rater) {
    return solution.equations.diagonal(data.unknownOfRater(rater));
  }

  private double[] scale() {
    double[] missed = new double[data.sources().size()];
    double[] least = new double[data.sources().size()];
    for (int r = 0; r < data.raters().size(); r++) {
      missed[data.raterSource(r)] += solution.errors.variance(data.unknownOfRater(r));
      least[data.raterSource(r)] += 1 / information(r);
    }
    for (int s = 0; s < missed.length; s++) {
      missed[s] = least[s] > 0 ? Math.max(1, missed[s] / least[s]) : 1;
    }
    return missed;
  }

  private String name(int rater) {
    String key = data.raters().get(rater);
    return key.substring(data.sources().get(data.raterSource(rater)).length() + 1);
  }

  private Optional<String> reason(int rater, int together) {
    if (persons.get(rater).size() < 2) {
      return Optional.of("rates one person");
    }
    return together < 2 ? Optional.of("no other rater joins") : Optional.empty();
  }

  /** Raters who share persons, directly or through others, carry the same number. */
  private int[] components() {
    int[] root = new int[data.raters().size()];
    Map<String, Integer> first = new TreeMap<>();
    for (int r = 0; r < root.length; r++) {
      root[r] = r;
      for (String person : persons.get(r)) {
        Integer other = first.putIfAbsent(person, r);
        if (other != null) {
          int joined = find(root, other);
          root[find(root, r)] = joined;
        }
      }
    }
    for (int r = 0; r < root.length; r++) {
      root[r] = find(root, r);
    }
    return root;
  }

  private static int find(int[] root, int of) {
    int at = of;
    while (root[at] != at) {
      at = root[at];
    }
    return at;
  }
}
