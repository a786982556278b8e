package org.evenhand.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * Log-rank test of two groups (Mantel 1966): observed minus expected events of the first group over
 * the event times, squared, over the hypergeometric variance &sum; d
 * (n&#8321;/n)(n&#8322;/n)(n&minus;d)/(n&minus;1); chi-squared with one degree of freedom. Cause 1
 * is the event. Ties are taken together.
 *
 * <p>An empty group or no events: statistic 0, p 1.
 */
public record LogRank(double observed, double expected, double statistic, double p) {

  public static LogRank of(List<Spell> first, List<Spell> second) {
    List<Spell> both = new ArrayList<>(first);
    both.addAll(second);
    double observed = 0;
    double expected = 0;
    double variance = 0;
    for (RiskTable.At at : RiskTable.of(both).times()) {
      if (at.events() > 0) {
        double share = (double) atRisk(first, at.time()) / at.atRisk();
        observed += eventsAt(first, at.time());
        expected += at.events() * share;
        variance += variance(at, share);
      }
    }
    double statistic = variance == 0 ? 0 : Math.pow(observed - expected, 2) / variance;
    return new LogRank(observed, expected, statistic, Quantiles.chiSquaredTail(statistic, 1));
  }

  private static double variance(RiskTable.At at, double share) {
    return at.atRisk() == 1
        ? 0
        : at.events() * share * (1 - share) * (at.atRisk() - at.events()) / (at.atRisk() - 1.0);
  }

  static long atRisk(List<Spell> spells, double time) {
    return spells.stream().filter(s -> s.entry() < time && s.exit() >= time).count();
  }

  static long eventsAt(List<Spell> spells, double time) {
    return spells.stream().filter(s -> s.exit() == time && s.cause() == 1).count();
  }
}
