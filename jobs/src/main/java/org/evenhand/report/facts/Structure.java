package org.evenhand.report.facts;

import java.util.List;
import java.util.Set;

/**
 * What conditions a rep does not control did to a result: the keys under which gold.fact holds it.
 */
public final class Structure {
  /** The six conditions, in the order reports use; all six are always printed. */
  public static final List<String> CONDITIONS =
      List.of(
          "territory_quality",
          "lead_quality",
          "market_timing",
          "pricing_shift",
          "brand_equity",
          "economic_conditions");

  /** Results that are split, the most telling first. */
  public static final List<String> RESULTS =
      List.of("structure_win", "structure_amount", "structure_hours");

  private static final Set<String> LEVELS = Set.of("actual", "mean", "expected");

  private Structure() {}

  /** One part of a subject's result: actual, mean, expected, structural, rep, chance, residual. */
  public static Fact part(FactSet facts, Subject subject, String result, String part) {
    return facts.get(new FactKey(subject, result, part, "now"));
  }

  /** Whether a fact is a difference, which prints with its sign. */
  public static boolean isDifference(FactKey key) {
    return RESULTS.contains(key.measure()) && !LEVELS.contains(key.dimension());
  }
}
