package org.evenhand.stats.skills;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much less raters' severities are known than the model says since a rater's views of a
 * person's skills go together, and the skills themselves do: the design effect of a source, squares
 * of the scores 1'C&#8315;&sup1;(y &minus; Wx) summed over a rater's skills of one person, over
 * squares of the scores one by one (Liang and Zeger 1986), each times m/(m &minus; 1) for the m it
 * sums of a rater. At least 1; 1 when every person has one skill. One number a source, since a
 * rater alone has too few persons.
 */
final class ViewsAcrossSkills {
  private final Solution solution;

  ViewsAcrossSkills(Solution solution) {
    this.solution = solution;
  }

  double[] effects() {
    FitData data = solution.data;
    double[] together = new double[data.sources().size()];
    double[] apart = new double[together.length];
    for (Map<String, Scores> ofRater : scores()) {
      double persons = ofRater.size();
      double skills = ofRater.values().stream().mapToInt(one -> one.skills).sum();
      if (persons > 1) {
        ofRater
            .values()
            .forEach(
                one -> {
                  together[one.source] += persons / (persons - 1) * one.sum * one.sum;
                  apart[one.source] += skills / (skills - 1) * one.squares;
                });
      }
    }
    for (int s = 0; s < together.length; s++) {
      together[s] = apart[s] > 0 ? Math.max(1, together[s] / apart[s]) : 1;
    }
    return together;
  }

  /** By rater and person. */
  private List<Map<String, Scores>> scores() {
    FitData data = solution.data;
    List<Map<String, Scores>> scores = new ArrayList<>();
    data.raters().forEach(rater -> scores.add(new TreeMap<>()));
    for (PairBlock block : solution.blocks) {
      double[] own = new double[data.unknowns()];
      block.addProjection(block.residuals(solution.unknowns), own);
      for (int unknown : block.unknowns) {
        if (unknown >= data.fixed()) {
          int rater = unknown - data.fixed();
          scores
              .get(rater)
              .computeIfAbsent(block.pair.rep, rep -> new Scores(data.raterSource(rater)))
              .add(own[unknown]);
        }
      }
    }
    return scores;
  }

  /** Of one rater and person, over skills. */
  private static final class Scores {
    private final int source;
    private int skills;
    private double sum;
    private double squares;

    Scores(int source) {
      this.source = source;
    }

    void add(double score) {
      skills++;
      sum += score;
      squares += score * score;
    }
  }
}
