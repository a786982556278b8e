package org.evenhand.roi;

import java.util.Optional;
import org.evenhand.stats.Figure;

/**
 * One line of the balance.
 *
 * @param n reps, or features, behind it
 */
record Line(
    Name name, Basis basis, Figure figure, long n, Optional<String> grade, Optional<String> note) {

  /** What a line says. */
  enum Name {
    HOURS_SAVED_YEARLY("hours_saved_yearly"),
    VALUE_OF_HOURS("ai_value"),
    LICENCE_COST("ai_licence_cost"),
    ROLLOUT_COST("ai_rollout_cost"),
    FEEDBACK_COST("ai_feedback_cost"),
    RETURN_ON_COST("ai_return"),
    BREAK_EVEN_HOURS("break_even_hours"),
    CLAIMED_HOURS("claimed_hours"),
    MEASURED_HOURS("time_saved"),
    REALISATION("realisation"),
    SELF_REPORTED_HOURS("self_reported_hours"),
    RETENTION("retention"),
    RAMP_WITH_AI("ramp"),
    RAMP_WITHOUT_AI("ramp"),
    LATE_HIRES("late_hires"),
    EXCLUDED_REPS("reps_not_compared"),
    MOVERS_SHARE("movers_share");

    private final String measure;

    Name(String measure) {
      this.measure = measure;
    }

    String measure() {
      return measure;
    }
  }

  /** From estimates, or from the lower ends of their intervals. */
  enum Basis {
    POINT,
    LOWER_BOUND
  }

  static Line of(Name name, Figure figure, long n) {
    return new Line(name, Basis.POINT, figure, n, Optional.empty(), Optional.empty());
  }

  Line on(Basis other) {
    return new Line(name, other, figure, n, grade, note);
  }

  Line graded(String letter) {
    return new Line(name, basis, figure, n, Optional.of(letter), note);
  }

  Line noted(String text) {
    return new Line(name, basis, figure, n, grade, Optional.of(text));
  }
}
