package org.evenhand.report.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evenhand.report.facts.Fact;
import org.evenhand.report.facts.FactSet;
import org.evenhand.report.facts.Prerequisites;
import org.evenhand.report.facts.Subject;
import org.evenhand.report.text.Sentence;

/**
 * How far the data carry the report.
 *
 * @param level high, medium or low
 * @param because the facts behind the level
 */
public record Confidence(String level, List<Sentence> because) {
  private static final double HIGH_FROM = 0.90;
  private static final double LOW_BELOW = 0.60;

  public Confidence {
    because = List.copyOf(because);
  }

  static Confidence of(FactSet facts, Texts texts) {
    Fact missing = facts.get(Subject.COMPANY, "sources_missing", "all");
    Optional<Fact> leastComplete = leastComplete(facts);
    return new Confidence(
        level(facts, missing, leastComplete), because(facts, texts, missing, leastComplete));
  }

  private static String level(FactSet facts, Fact missing, Optional<Fact> leastComplete) {
    double least = leastComplete.map(fact -> fact.value().orElse(0)).orElse(0.0);
    boolean fourKnown =
        Prerequisites.changes(facts, Subject.COMPANY).stream().allMatch(Fact::isKnown);
    if (!fourKnown || least < LOW_BELOW) {
      return "low";
    }
    return missing.count() == 0 && least >= HIGH_FROM ? "high" : "medium";
  }

  private static List<Sentence> because(
      FactSet facts, Texts texts, Fact missing, Optional<Fact> leastComplete) {
    List<Sentence> because = new ArrayList<>();
    Fact delivered = facts.get(Subject.COMPANY, "sources_delivered", "all");
    if (!delivered.isAbsent()) {
      because.add(
          Sentence.sentence()
              .say("Sources delivered: ")
              .value(delivered)
              .say("; not delivered: ")
              .value(missing)
              .say(".")
              .done());
    }
    leastComplete.ifPresent(
        fact ->
            because.add(
                Sentence.sentence()
                    .say("Least complete: " + texts.family(fact.key().dimension()) + ", ")
                    .value(fact)
                    .say(" received.")
                    .done()));
    return because;
  }

  private static Optional<Fact> leastComplete(FactSet facts) {
    return facts.of(Subject.COMPANY, "completeness").stream()
        .filter(Fact::isKnown)
        .min(Comparator.comparingDouble(fact -> fact.value().orElse(0)));
  }
}
