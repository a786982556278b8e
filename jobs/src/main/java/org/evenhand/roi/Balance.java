package org.evenhand.roi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.stats.Figure;
import org.evenhand.stats.Figure.Known;
import org.evenhand.stats.Figure.NotMeasured;
import org.evenhand.stats.Figure.Undefined;

/**
 * What the rollouts gave and cost in their first year: hours saved per rep and week times reps
 * times working weeks, at the policy's value of an hour, against licences and rollout; from the
 * point and, beside it, from the lower end of the interval. Break-even: the hours per rep and week
 * at which value equals cost. Money is never made of revenue, which is not the rep's alone.
 */
final class Balance {
  private static final String NOBODY_TIMES =
      "No source says how long reps spend correcting and rating what AI makes.";

  private final RoiPolicy policy;
  private final Costs costs;

  Balance(RoiPolicy policy, Costs costs) {
    this.policy = policy;
    this.costs = costs;
  }

  /**
   * @param saved hours per rep and week, measured
   * @param reps with the feature
   */
  List<Line> lines(Figure saved, long reps) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of(Line.Name.LICENCE_COST, costs.licence(), reps));
    lines.add(Line.of(Line.Name.ROLLOUT_COST, costs.rollout(), reps));
    lines.add(Line.of(Line.Name.FEEDBACK_COST, new NotMeasured(NOBODY_TIMES), 0));
    lines.add(Line.of(Line.Name.BREAK_EVEN_HOURS, breakEven(reps), reps).noted(assumed()));
    for (Line.Basis basis : Line.Basis.values()) {
      Figure hours = times(on(saved, basis), reps * policy.workingWeeks());
      Figure value =
          policy
              .hourValue()
              .map(worth -> times(hours, worth))
              .orElse(new NotMeasured("The policy gives no value of an hour."));
      lines.add(Line.of(Line.Name.HOURS_SAVED_YEARLY, hours, reps).on(basis).graded("A"));
      lines.add(Line.of(Line.Name.VALUE_OF_HOURS, value, reps).on(basis).noted(assumed()));
      lines.add(
          Line.of(Line.Name.RETURN_ON_COST, returned(value), reps).on(basis).noted(assumed()));
    }
    return lines;
  }

  private String assumed() {
    return policy
        .hourValue()
        .map(worth -> "An hour counts %.2f: %s.".formatted(worth, policy.hourValueWhy()))
        .orElse("The policy gives no value of an hour.");
  }

  /** The point, or the lower end as if it were the point. */
  private static Figure on(Figure figure, Line.Basis basis) {
    if (basis == Line.Basis.POINT || !(figure instanceof Known known)) {
      return figure;
    }
    return new Known(known.low(), known.low(), known.low(), known.n());
  }

  private static Figure times(Figure figure, double factor) {
    return figure instanceof Known known
        ? new Known(known.value() * factor, known.low() * factor, known.high() * factor, known.n())
        : figure;
  }

  private Figure returned(Figure value) {
    Optional<Figure> missing = missing(value);
    if (missing.isPresent()) {
      return missing.get();
    }
    Known known = (Known) value;
    double cost = cost();
    return cost > 0
        ? new Known(
            (known.value() - cost) / cost,
            (known.low() - cost) / cost,
            (known.high() - cost) / cost,
            known.n())
        : new Undefined("The register says that it cost nothing.");
  }

  private Figure breakEven(long reps) {
    Optional<Figure> missing = missing(Figure.count(reps));
    if (missing.isPresent()) {
      return missing.get();
    }
    Optional<Double> worth = policy.hourValue();
    if (worth.isEmpty() || reps == 0) {
      return new Undefined("Without reps who have it, or a value of an hour, nothing can pay.");
    }
    double hours = cost() / (worth.get() * reps * policy.workingWeeks());
    return new Known(hours, hours, hours, reps);
  }

  /** The first of value, licence and rollout that is not known. */
  private Optional<Figure> missing(Figure value) {
    return List.of(value, costs.licence(), costs.rollout()).stream()
        .filter(figure -> !(figure instanceof Known))
        .findFirst();
  }

  private double cost() {
    return ((Known) costs.licence()).value() + ((Known) costs.rollout()).value();
  }
}
