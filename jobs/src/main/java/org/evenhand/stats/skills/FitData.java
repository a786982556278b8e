package org.evenhand.stats.skills;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Evidence with names turned into positions. The unknowns of the mixed model stand in one row: an
 * offset a source, a mean a job family and skill, a severity a rater and source.
 */
final class FitData {
  private static final String ANCHOR = "assessment";
  private static final double SHORTEST = 4;
  private static final double LONGEST = 26;

  private final List<String> sources;
  private final List<String> means;
  private final List<String> raters;
  private final List<Integer> raterSources = new ArrayList<>();
  private final List<Pair> pairs = new ArrayList<>();
  private final int anchor;
  private final double variance;
  private final double span;

  private FitData(List<Evidence> evidence) {
    sources = names(evidence.stream().map(one -> one.origin().source()).toList());
    means = names(evidence.stream().map(one -> one.subject().meanKey()).toList());
    raters =
        names(
            evidence.stream()
                .map(Evidence::origin)
                .filter(Evidence.Origin::isNamed)
                .map(Evidence.Origin::key)
                .toList());
    anchor = anchor(evidence);
    variance = variance(evidence);
    DoubleSummaryStatistics weeks =
        evidence.stream().mapToDouble(one -> one.reading().week()).summaryStatistics();
    span = evidence.isEmpty() ? 0 : weeks.getMax() - weeks.getMin();
  }

  /** Pairs, and the items of each, in {@link Evidence#ORDER}. */
  static FitData of(List<Evidence> unordered) {
    List<Evidence> evidence = unordered.stream().sorted(Evidence.ORDER).toList();
    FitData data = new FitData(evidence);
    Map<String, List<Evidence>> byPair = new LinkedHashMap<>();
    Map<String, String> sourceOf = new LinkedHashMap<>();
    for (Evidence one : evidence) {
      byPair.computeIfAbsent(key(one), name -> new ArrayList<>()).add(one);
      sourceOf.put(one.origin().key(), one.origin().source());
    }
    data.raters.forEach(rater -> data.raterSources.add(data.sources.indexOf(sourceOf.get(rater))));
    byPair.values().forEach(own -> data.pairs.add(Pair.of(own, data::occasion)));
    return data;
  }

  private static List<String> names(List<String> all) {
    return List.copyOf(new TreeSet<>(all));
  }

  private int anchor(List<Evidence> evidence) {
    List<Set<String>> pairsOf = new ArrayList<>();
    for (String source : sources) {
      if (source.equalsIgnoreCase(ANCHOR)) {
        return sources.indexOf(source);
      }
      pairsOf.add(new HashSet<>());
    }
    for (Evidence one : evidence) {
      pairsOf.get(position(sources, one.origin().source())).add(key(one));
    }
    int most = 0;
    for (int s = 0; s < pairsOf.size(); s++) {
      most = pairsOf.get(s).size() > pairsOf.get(most).size() ? s : most;
    }
    return most;
  }

  private static String key(Evidence one) {
    return one.subject().rep() + "\u0000" + one.subject().skill();
  }

  private static double variance(List<Evidence> evidence) {
    double[] values = evidence.stream().mapToDouble(one -> one.reading().value()).toArray();
    double mean = Arrays.stream(values).average().orElse(0);
    return Arrays.stream(values).map(value -> (value - mean) * (value - mean)).average().orElse(0);
  }

  private Pair.Occasion occasion(Evidence one) {
    return new Pair.Occasion(
        one.reading().week(),
        position(sources, one.origin().source()),
        position(means, one.subject().meanKey()),
        one.origin().isNamed() ? position(raters, one.origin().key()) : Pair.NOBODY);
  }

  private static int position(List<String> sorted, String name) {
    return java.util.Collections.binarySearch(sorted, name);
  }

  List<Pair> pairs() {
    return pairs;
  }

  List<String> sources() {
    return sources;
  }

  List<String> means() {
    return means;
  }

  List<String> raters() {
    return raters;
  }

  int raterSource(int rater) {
    return raterSources.get(rater);
  }

  /** The source whose offset is 0 and whose loading is 1. */
  int anchor() {
    return anchor;
  }

  /** Weeks from the first item to the last. */
  double span() {
    return span;
  }

  /**
   * A length held where a curve can be told from noise (four weeks or more) and from what lasts: at
   * most the weeks there are, and half a year. A slower curve hardly moves within a quarter, so
   * that its length would be told by everything but the change that is asked for.
   */
  double held(double length) {
    return Math.max(SHORTEST, Math.min(Math.min(span, LONGEST), length));
  }

  /** Of all values about their mean. */
  double variance() {
    return variance;
  }

  /** How many unknowns there are. */
  int unknowns() {
    return sources.size() + means.size() + raters.size();
  }

  /** How many of them have no law of their own: offsets and means. */
  int fixed() {
    return sources.size() + means.size();
  }

  int unknownOfMean(int mean) {
    return sources.size() + mean;
  }

  int unknownOfRater(int rater) {
    return fixed() + rater;
  }
}
