package org.evenhand.stats.skills;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.evenhand.stats.skills.Evidence.Reading;

/**
 * The evidence of one skill of one person as positions: its items, and the occasions they were
 * given on. Items of one occasion (one source, rater, week and job family) differ in their values
 * and their noise alone.
 */
final class Pair {
  static final int NOBODY = -1;

  final String rep;

  /** Of the occasions. */
  final double[] week;

  final int[] source;
  final int[] mean;
  final int[] rater;
  final int[] items;

  /** Of the items. */
  final int[] occasion;

  final double[] value;
  final double[] weight;
  final double[] error;

  /** Robust weights, one until a round sets them. */
  final double[] robust;

  /**
   * When, of which source and of which mean, said by whom.
   *
   * @param rater a position, or {@link #NOBODY}
   */
  record Occasion(double week, int source, int mean, int rater) {}

  private Pair(String rep, List<Reading> readings, int[] occasion, List<Occasion> occasions) {
    this.rep = rep;
    this.occasion = occasion;
    week = occasions.stream().mapToDouble(Occasion::week).toArray();
    source = occasions.stream().mapToInt(Occasion::source).toArray();
    mean = occasions.stream().mapToInt(Occasion::mean).toArray();
    rater = occasions.stream().mapToInt(Occasion::rater).toArray();
    items = new int[occasions.size()];
    for (int of : occasion) {
      items[of]++;
    }
    value = readings.stream().mapToDouble(Reading::value).toArray();
    weight = readings.stream().mapToDouble(Reading::weight).toArray();
    error = readings.stream().mapToDouble(Reading::errorVariance).toArray();
    robust = new double[readings.size()];
    Arrays.fill(robust, 1);
  }

  /** Occasions in the order in which they first come. */
  static Pair of(List<Evidence> evidence, Function<Evidence, Occasion> occasionOf) {
    Map<Occasion, Integer> positions = new LinkedHashMap<>();
    int[] occasion = new int[evidence.size()];
    for (int i = 0; i < occasion.length; i++) {
      int next = positions.size();
      Occasion of = occasionOf.apply(evidence.get(i));
      occasion[i] = positions.computeIfAbsent(of, key -> next);
    }
    List<Reading> readings = evidence.stream().map(Evidence::reading).toList();
    String rep = evidence.get(0).subject().rep();
    return new Pair(rep, readings, occasion, List.copyOf(positions.keySet()));
  }

  /** How many occasions. */
  int size() {
    return week.length;
  }

  int times() {
    return (int) Arrays.stream(week).distinct().count();
  }

  /** Whether two occasions have the same rater, whose position belongs to one source. */
  boolean sharesParty(int i, int j) {
    return rater[i] != NOBODY && rater[i] == rater[j];
  }

  /** Whether the occasion's rater already spoke of this person. */
  boolean isLater(int i) {
    for (int j = 0; j < i; j++) {
      if (sharesParty(i, j)) {
        return true;
      }
    }
    return false;
  }
}
