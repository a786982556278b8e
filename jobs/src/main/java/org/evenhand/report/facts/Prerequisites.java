package org.evenhand.report.facts;

import java.util.Comparator;
import java.util.List;
import org.evenhand.stats.Figure;

/** The four measures of the rep's benefit, for any subject. */
public final class Prerequisites {
  private static final long UNKNOWN = -1;

  private Prerequisites() {}

  /** The four gains in the order reports use. */
  public static List<Fact> changes(FactSet facts, Subject subject) {
    return Catalogue.PREREQUISITES.stream().map(measure -> gain(facts, subject, measure)).toList();
  }

  /**
   * What AI did to a measure: its effect against teams without it at the same time (grade A), or
   * where there is none the change since it began (grade B).
   */
  public static Fact gain(FactSet facts, Subject subject, String measure) {
    Fact effect = facts.get(subject, measure, Effects.PERIOD);
    return effect.isKnown() ? effect : fact(facts, subject, measure, "change");
  }

  /**
   * A measure in its main cut: without dimension where there is such a fact (commission in the
   * reporting currency), else in the cut with most observations.
   */
  public static Fact fact(FactSet facts, Subject subject, String measure, String period) {
    return facts.get(new FactKey(subject, measure, dimension(facts, subject, measure), period));
  }

  /** The main cut of a measure; empty for measures without one. */
  public static String dimension(FactSet facts, Subject subject, String measure) {
    if (facts.dimensions(subject, measure).contains("")) {
      return "";
    }
    return facts.of(subject, measure).stream()
        .max(
            Comparator.comparingLong(Prerequisites::observations)
                .thenComparing(fact -> fact.key().dimension(), Comparator.reverseOrder()))
        .map(fact -> fact.key().dimension())
        .orElse("");
  }

  private static long observations(Fact fact) {
    return fact.figure() instanceof Figure.Known known ? known.n() : UNKNOWN;
  }
}
