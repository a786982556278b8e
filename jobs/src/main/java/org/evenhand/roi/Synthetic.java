package org.evenhand.roi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.evenhand.stats.did.BlockPanel;
import org.evenhand.stats.did.Effect;
import org.evenhand.stats.did.SyntheticDifference;

/**
 * The headline where fewer than three teams have the feature: synthetic difference in differences
 * (Arkhangelsky et al. 2021) on team means, never-treated teams weighted to run alike before the
 * start, error from placebo teams. Needs one cohort and teams seen in every period; periods of
 * anticipation are left out. With few teams to play the placebo their spread says little, and far
 * too little when they are compared with one another: then there is no error.
 */
final class Synthetic {
  private Synthetic() {}

  /** Empty when it cannot be made; its error is 0 when too few teams can play the placebo. */
  static Optional<Effect> of(Estimate.Found found, RoiPolicy policy) {
    SortedSet<Integer> groups = found.comparison().plan().groups();
    List<Integer> own = groups.stream().filter(g -> found.scope().cohorts().test(g)).toList();
    if (own.size() != 1) {
      return Optional.empty();
    }
    int start = own.get(0);
    int anticipation = found.comparison().plan().design().anticipation();
    List<Integer> periods =
        found.comparison().plan().periods().stream()
            .filter(t -> t >= start || t < start - anticipation)
            .toList();
    List<List<Double>> treated = series(found, start, periods);
    List<List<Double>> controls = series(found, 0, periods);
    int before = (int) periods.stream().filter(t -> t < start).count();
    try {
      BlockPanel panel = BlockPanel.of(controls, treated, before);
      SyntheticDifference fit = SyntheticDifference.of(panel, SyntheticDifference.Kind.SDID);
      boolean enough = controls.size() >= policy.fewestPlacebos();
      double error = enough ? fit.placebo(policy.draws(), policy.seed()).error().orElse(0.0) : 0.0;
      return Optional.of(Effect.of(fit.estimate(), error));
    } catch (IllegalArgumentException tooFew) {
      return Optional.empty();
    }
  }

  /** Means by period of every team of a cohort that is seen in all of them. */
  private static List<List<Double>> series(
      Estimate.Found found, int cohort, List<Integer> periods) {
    TreeMap<String, TreeMap<Integer, double[]>> teams = new TreeMap<>();
    for (BlockSum level : found.scope().panel().levels(found.outcome().family())) {
      if (level.block().cohort() == cohort && periods.contains(level.pair().time())) {
        double[] sums =
            teams
                .computeIfAbsent(level.block().team(), team -> new TreeMap<>())
                .computeIfAbsent(level.pair().time(), time -> new double[2]);
        sums[0] += found.outcome().of(level);
        sums[1] += found.outcome().count(level);
      }
    }
    List<List<Double>> series = new ArrayList<>();
    teams.values().stream()
        .filter(team -> team.size() == periods.size())
        .forEach(
            team -> series.add(team.values().stream().map(sums -> sums[0] / sums[1]).toList()));
    return series;
  }
}
