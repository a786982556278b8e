package org.evenhand.stats;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Log-rank test of two or more groups (Mantel 1966; Peto and Peto 1972): observed minus expected
 * events of all groups but the last, as a quadratic form in the inverse of their hypergeometric
 * covariance &sum; d (n&minus;d)/(n&minus;1) s&#7522; (&delta;&#7522;&#11388; &minus; s&#11388;), s
 * a group's share of those at risk; chi-squared with one degree of freedom fewer than groups. Cause
 * 1 is the event.
 *
 * <p>Groups without an expected event add nothing and no degree of freedom; without events at all
 * the statistic is 0 and p 1.
 */
public record LogRankGroups(double statistic, int degreesOfFreedom, double p) {

  public static LogRankGroups of(List<List<Spell>> groups) {
    Sums sums = new Sums(groups);
    List<Spell> all = groups.stream().flatMap(List::stream).toList();
    RiskTable.of(all).times().stream().filter(at -> at.events() > 0).forEach(sums::add);
    return sums.decided();
  }

  /** Observed minus expected events, expected events and covariance, over the event times. */
  private static final class Sums {
    private final List<List<Spell>> groups;
    private final double[] excess;
    private final double[] expected;
    private final double[][] covariance;

    Sums(List<List<Spell>> groups) {
      this.groups = groups;
      this.excess = new double[groups.size()];
      this.expected = new double[groups.size()];
      this.covariance = new double[groups.size()][groups.size()];
    }

    void add(RiskTable.At at) {
      double n = at.atRisk();
      double spread = n == 1 ? 0 : at.events() * (n - at.events()) / (n - 1);
      double[] share =
          groups.stream().mapToDouble(group -> LogRank.atRisk(group, at.time()) / n).toArray();
      for (int i = 0; i < share.length; i++) {
        excess[i] += LogRank.eventsAt(groups.get(i), at.time()) - at.events() * share[i];
        expected[i] += at.events() * share[i];
        for (int j = 0; j < share.length; j++) {
          covariance[i][j] += spread * share[i] * ((i == j ? 1 : 0) - share[j]);
        }
      }
    }

    LogRankGroups decided() {
      int[] present = IntStream.range(0, excess.length).filter(i -> expected[i] > 0).toArray();
      int df = Math.max(0, present.length - 1);
      double[][] matrix = new double[df][df];
      double[] right = new double[df];
      for (int i = 0; i < df; i++) {
        right[i] = excess[present[i]];
        for (int j = 0; j < df; j++) {
          matrix[i][j] = covariance[present[i]][present[j]];
        }
      }
      double statistic = quadratic(matrix, right);
      return new LogRankGroups(
          statistic, df, df == 0 ? 1 : Quantiles.chiSquaredTail(statistic, df));
    }
  }

  /** b' inverse(A) b of a positive definite A by Cholesky; directions without variance add 0. */
  private static double quadratic(double[][] a, double[] b) {
    double sum = 0;
    double[][] root = new double[b.length][b.length];
    double[] solved = new double[b.length];
    for (int i = 0; i < b.length; i++) {
      double rest = b[i];
      for (int j = 0; j <= i; j++) {
        double value = a[i][j];
        for (int k = 0; k < j; k++) {
          value -= root[i][k] * root[j][k];
        }
        root[i][j] = i == j ? Math.sqrt(Math.max(0, value)) : ratio(value, root[j][j]);
        rest -= j < i ? root[i][j] * solved[j] : 0;
      }
      solved[i] = ratio(rest, root[i][i]);
      sum += solved[i] * solved[i];
    }
    return sum;
  }

  private static double ratio(double value, double by) {
    return by == 0 ? 0 : value / by;
  }
}
