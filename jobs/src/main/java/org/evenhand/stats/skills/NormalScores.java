package org.evenhand.stats.skills;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Ratings on a bounded scale as normal scores: a category that holds the share from F&minus; to F
 * of a source's ratings scores the mean of a standard normal between those quantiles,
 * (&phi;(z&minus;) &minus; &phi;(z))/(F &minus; F&minus;). Mean 0 over the ratings; order is kept,
 * distances between categories are the source's own. One category alone scores 0.
 */
public final class NormalScores {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  private NormalScores() {}

  /** Score of every category that occurs. */
  public static Map<Double, Double> of(List<Double> ratings) {
    TreeMap<Double, Integer> counts = new TreeMap<>();
    ratings.forEach(rating -> counts.merge(rating, 1, Integer::sum));
    Map<Double, Double> scores = new TreeMap<>();
    int below = 0;
    for (Map.Entry<Double, Integer> category : counts.entrySet()) {
      double low = (double) below / ratings.size();
      below += category.getValue();
      double high = (double) below / ratings.size();
      scores.put(category.getKey(), (density(low) - density(high)) / (high - low));
    }
    return scores;
  }

  /** &phi; at a quantile. */
  private static double density(double share) {
    return share <= 0 || share >= 1
        ? 0
        : NORMAL.density(NORMAL.inverseCumulativeProbability(share));
  }
}
