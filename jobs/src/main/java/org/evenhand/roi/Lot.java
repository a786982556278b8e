package org.evenhand.roi;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;
import org.evenhand.stats.did.Aggregates;
import org.evenhand.stats.did.CellEstimator;
import org.evenhand.stats.did.Effect;
import org.evenhand.stats.did.Randomisation;
import org.evenhand.stats.did.Sums;

/** How surprising a headline would be if the rollouts had done nothing. */
final class Lot {
  private Lot() {}

  /** By dealing the cohorts to the teams anew; empty when they cannot be dealt. */
  static Optional<Double> dealt(Estimate.Found found, RoiPolicy policy) {
    Comparison comparison = found.comparison();
    Sums sums =
        found
            .scope()
            .panel()
            .of(
                found.outcome(),
                comparison.plan(),
                comparison.support().teams(),
                comparison.strata());
    CellEstimator chosen = new Chosen(sums, cell -> found.scope().cohorts().test(cell.group()));
    if (Randomisation.whyNot(chosen).isPresent()) {
      return Optional.empty();
    }
    OptionalDouble p =
        Randomisation.of(
                chosen,
                cells -> List.of(Aggregates.of(cells).group().overall()),
                policy.lots(),
                policy.seed())
            .p()
            .get(0);
    return p.isPresent() ? Optional.of(p.getAsDouble()) : Optional.empty();
  }

  /** From Student's t with one degree of freedom fewer than teams. */
  static Optional<Double> student(Effect effect, int teams) {
    if (!effect.varies() || teams < 2) {
      return Optional.empty();
    }
    double t = Math.abs(effect.value()) / effect.standardError();
    return Optional.of(2 * TDistribution.of(teams - 1.0).survivalProbability(t));
  }
}
