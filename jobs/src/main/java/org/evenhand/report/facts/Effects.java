package org.evenhand.report.facts;

import java.util.List;
import java.util.Set;

/** Effects of AI rollouts against a comparison of the same time, as gold.fact holds them. */
public final class Effects {
  /** Period of an effect: all periods since the start. */
  public static final String PERIOD = "effect";

  /** The chain from less friction to more revenue; each link is judged by one measure. */
  public static final List<Link> CHAIN =
      List.of(
          new Link("AI takes routine work off the rep", "time_saved"),
          new Link("The rep spends more time selling", "selling_hours"),
          new Link("Conversion improves", "conversion"),
          new Link("Commission increases", "commission"),
          new Link("Managers keep their reps", "retention"),
          new Link("The company’s revenue grows", "won_value_per_rep"));

  /** What the rollouts gave and cost, in the order reports use. */
  public static final List<String> BALANCE =
      List.of(
          "claimed_hours",
          "realisation",
          "self_reported_hours",
          "hours_saved_yearly",
          "ai_value",
          "ai_licence_cost",
          "ai_rollout_cost",
          "ai_feedback_cost",
          "ai_return",
          "break_even_hours",
          "ramp",
          "late_hires",
          "reps_not_compared",
          "movers_share");

  private static final Set<String> OF_THE_CHAIN =
      Set.of("pass_through", "harmony_onset", "weakest_link");

  private Effects() {}

  /** A link and the measure it is judged by. */
  public record Link(String words, String measure) {}

  /** Whether a fact is a difference between those with and without, which prints with its sign. */
  public static boolean isDifference(FactKey key) {
    return key.period().startsWith(PERIOD)
        && !BALANCE.contains(key.measure())
        && !OF_THE_CHAIN.contains(key.measure());
  }
}
