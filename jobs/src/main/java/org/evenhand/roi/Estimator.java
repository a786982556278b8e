package org.evenhand.roi;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.evenhand.stats.did.Aggregates;
import org.evenhand.stats.did.Cell;
import org.evenhand.stats.did.Effect;
import org.evenhand.stats.did.Estimated;

/**
 * Group-time effects of a measure in a scope from the sums (Callaway and Sant'Anna 2021), errors by
 * leaving one team out. A ratio N/D is made linear first: with the effects on N and D and the means
 * N&#8321;, D&#8321; of the treated since their start, what the ratio would have been is r =
 * (N&#8321; &minus; ATT<sub>N</sub>)/(D&#8321; &minus; ATT<sub>D</sub>), and the effect on (N
 * &minus; r D)/D&#8321; is N&#8321;/D&#8321; &minus; r: the effect on the ratio, with the error of
 * the delta method, the denominators of the treated taken as given. Never a mean of ratios.
 */
final class Estimator {
  private final RoiPolicy policy;
  private final int anticipation;
  private final List<Integer> quarter;

  /**
   * @param quarter its periods
   */
  Estimator(RoiPolicy policy, int anticipation, List<Integer> quarter) {
    this.policy = policy;
    this.anticipation = anticipation;
    this.quarter = List.copyOf(quarter);
  }

  int anticipation() {
    return anticipation;
  }

  Estimate of(RoiMeasure measure, Scope scope) {
    Optional<String> notApplicable =
        scope.kind() == Scope.Kind.ROLE
            ? policy.notApplicable(measure.key(), scope.id())
            : Optional.empty();
    if (notApplicable.isPresent()) {
      return none(measure, scope, notApplicable.get());
    }
    if (scope.panel().levels(measure.family()).isEmpty()) {
      return new Estimate.None(
          measure,
          scope,
          Estimate.Delivered.NO,
          "Nothing was delivered for these reps to measure it by.");
    }
    try {
      Optional<Linear> outcome = outcome(measure, scope);
      return outcome.isEmpty()
          ? none(measure, scope, "There was nothing to take a share of.")
          : estimate(measure, scope, outcome.get());
    } catch (IllegalArgumentException reason) {
      return none(measure, scope, plain(reason));
    }
  }

  private static Estimate none(RoiMeasure measure, Scope scope, String reason) {
    return new Estimate.None(measure, scope, Estimate.Delivered.YES, reason);
  }

  private static String plain(IllegalArgumentException reason) {
    return "No comparison at the same time: %s Before and after for the same reps is in gold.measure."
        .formatted(reason.getMessage());
  }

  private Estimate estimate(RoiMeasure measure, Scope scope, Linear outcome) {
    Comparison comparison = Comparison.of(scope, outcome, policy, anticipation);
    Estimated since = estimated(comparison, cell -> scope.cohorts().test(cell.group()));
    Optional<Effect> overall = since.aggregates().group().overall();
    if (overall.isEmpty()) {
      return none(
          measure,
          scope,
          "No period has both reps with the feature and reps to compare them with.");
    }
    Estimated now =
        estimated(
            comparison,
            cell -> scope.cohorts().test(cell.group()) && quarter.contains(cell.time()));
    return new Estimate.Found(measure, scope, outcome, comparison, since, now);
  }

  /** One treated team cannot be left out: then errors are analytic, and not printed. */
  private static Estimated estimated(Comparison comparison, Predicate<Cell> cells) {
    Chosen chosen = new Chosen(comparison.sums(), cells);
    return comparison.support().treatedTeams().size() < 2
        ? Estimated.analytic(chosen, OptionalInt.empty())
        : Estimated.jackknife(chosen, OptionalInt.empty());
  }

  private Optional<Linear> outcome(RoiMeasure measure, Scope scope) {
    if (measure.denominator().isEmpty()) {
      return Optional.of(measure.numerator());
    }
    Linear above = measure.numerator();
    Linear below = measure.denominator().get();
    Mean top = mean(scope, above);
    Mean bottom = mean(scope, below);
    double without = bottom.level - bottom.effect;
    if (!(bottom.level > 0) || !(without > 0)) {
      return Optional.empty();
    }
    double ratio = (top.level - top.effect) / without;
    return Optional.of(above.combined(1 / bottom.level, below, -ratio / bottom.level));
  }

  /** Mean of the treated since their start, and the effect on it. */
  private record Mean(double level, double effect) {}

  private Mean mean(Scope scope, Linear outcome) {
    Comparison comparison = Comparison.of(scope, outcome, policy, anticipation);
    Aggregates all =
        Aggregates.of(
            new Chosen(comparison.sums(), cell -> scope.cohorts().test(cell.group())).estimate());
    double effect =
        all.group()
            .overall()
            .orElseThrow(() -> new IllegalArgumentException("no period has reps to compare with."))
            .value();
    return new Mean(new Levels(scope, outcome).sinceStart(comparison.plan().groups()), effect);
  }
}
