package org.evenhand.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/**
 * Ratings of raters and ratees that belong to groups, with known standard deviations: the shape of
 * a public set of lecture evaluations (73,421 ratings, 2,972 raters, 1,128 ratees, 14 departments;
 * Bates et al. 2015) without its data.
 */
final class CrossedRatings {
  static final double RATER = 0.32;
  static final double RATEE = 0.51;
  static final double NOISE = 1.18;

  final double[] values;
  final List<CrossedEffects.Factor> factors = new ArrayList<>();

  /**
   * @param group standard deviation of the groups, the small one
   */
  CrossedRatings(long seed, int n, int raters, int ratees, int groups, double group) {
    Random random = new Random(seed);
    double[] ofRater = random.doubles(raters).map(u -> RATER * random.nextGaussian()).toArray();
    double[] ofRatee = random.doubles(ratees).map(u -> RATEE * random.nextGaussian()).toArray();
    double[] ofGroup = random.doubles(groups).map(u -> group * random.nextGaussian()).toArray();
    values = new double[n];
    List<List<Integer>> levels = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (int i = 0; i < n; i++) {
      int rater = random.nextInt(raters);
      int ratee = random.nextInt(ratees);
      int own = random.nextDouble() < 0.8 ? ratee % groups : random.nextInt(groups);
      levels.get(0).add(rater);
      levels.get(1).add(ratee);
      levels.get(2).add(own);
      values[i] =
          3.2 + ofRater[rater] + ofRatee[ratee] + ofGroup[own] + NOISE * random.nextGaussian();
    }
    List<String> names = List.of("rater", "ratee", "group");
    for (int k = 0; k < names.size(); k++) {
      factors.add(new CrossedEffects.Factor(names.get(k), numbered(levels.get(k))));
    }
  }

  /** From 0 without gaps. */
  private static List<Integer> numbered(List<Integer> levels) {
    TreeMap<Integer, Integer> numbers = new TreeMap<>();
    levels.forEach(level -> numbers.putIfAbsent(level, numbers.size()));
    return levels.stream().map(level -> numbers.getOrDefault(level, 0)).toList();
  }
}
