package org.evenhand.panel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.evenhand.disclosure.Cell;
import org.evenhand.disclosure.SuppressionPlan;

/** Withholds group figures of few reps and whatever would give them away; a rep's own never. */
final class SmallGroups {
  /** Headcounts are no figures about people's work. */
  private static final Set<String> OPEN =
      Set.of(
          "reps",
          "teams",
          "ai_start",
          "ai_share",
          "membership",
          "deals",
          "plausibility",
          "late_hires",
          "reps_not_compared",
          "ai_licence_cost",
          "ai_rollout_cost");

  private static final Set<String> GROUPS = Set.of("COMPANY", "ROLE", "TEAM");

  private final Map<String, Set<String>> parts = new HashMap<>();
  private final Map<List<Cell>, SuppressionPlan> plans = new HashMap<>();
  private final int minimum;

  SmallGroups(Population population, int minimum) {
    this.minimum = minimum;
    for (Population.Member member : population.members()) {
      String part = member.team().orElse("none") + "/" + member.role().orElse("none");
      add("COMPANY all", part);
      member.team().ifPresent(team -> add("TEAM " + team, part));
      member.role().ifPresent(role -> add("ROLE " + role, part));
    }
  }

  private void add(String group, String part) {
    parts.computeIfAbsent(group, g -> new HashSet<>()).add(part);
  }

  /** The same facts, some withheld. */
  List<Fact> withheld(List<Fact> facts) {
    Map<List<String>, List<Cell>> families = new HashMap<>();
    for (Fact fact : facts) {
      if (guarded(fact)) {
        families.computeIfAbsent(family(fact), f -> new ArrayList<>()).add(cell(fact));
      }
    }
    return facts.stream()
        .map(fact -> guarded(fact) ? check(fact, plan(families, fact)) : fact)
        .toList();
  }

  private static boolean guarded(Fact fact) {
    return fact.known() && GROUPS.contains(fact.id().kind()) && !OPEN.contains(fact.id().measure());
  }

  /** Figures that add up with one another. */
  private static List<String> family(Fact fact) {
    return List.of(fact.id().measure(), fact.id().dimension(), fact.id().period());
  }

  private static String group(Fact fact) {
    return fact.id().kind() + " " + fact.id().subject();
  }

  private Cell cell(Fact fact) {
    String group = group(fact);
    return new Cell(group, parts.getOrDefault(group, Set.of(group)), fact.reps());
  }

  private SuppressionPlan plan(Map<List<String>, List<Cell>> families, Fact fact) {
    List<Cell> cells = Optional.ofNullable(families.get(family(fact))).orElseThrow();
    return plans.computeIfAbsent(cells, c -> SuppressionPlan.of(c, minimum));
  }

  private Fact check(Fact fact, SuppressionPlan plan) {
    String group = group(fact);
    if (plan.primary().contains(group)) {
      return fact.withheld("Fewer than %d reps stand behind this figure.".formatted(minimum));
    }
    return plan.secondary().contains(group)
        ? fact.withheld(
            "Withheld so that a figure of fewer than %d reps cannot be worked out from it."
                .formatted(minimum))
        : fact;
  }
}
