package org.evenhand.report.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenhand.report.facts.Catalogue;
import org.evenhand.report.facts.Fact;
import org.evenhand.report.facts.FactSet;
import org.evenhand.report.facts.Prerequisites;
import org.evenhand.report.facts.Skills;
import org.evenhand.report.facts.Structure;
import org.evenhand.report.facts.Subject;
import org.evenhand.report.facts.Verdict;
import org.evenhand.report.text.Claim;
import org.evenhand.report.text.Part;
import org.evenhand.report.text.Sentence;

/**
 * Three questions a manager can start a conversation with: on AI, on conditions, on guidance. Which
 * ones follows by rule from facts about the team, never about one rep.
 */
final class Questions {
  private final FactSet facts;
  private final Catalogue catalogue;
  private final Texts texts;
  private final Subject team;

  private Questions(FactSet facts, Catalogue catalogue, Texts texts, Subject team) {
    this.facts = facts;
    this.catalogue = catalogue;
    this.texts = texts;
    this.team = team;
  }

  /** Always three. */
  static List<Sentence> of(FactSet facts, Catalogue catalogue, Texts texts, Subject team) {
    Questions questions = new Questions(facts, catalogue, texts, team);
    return List.of(questions.benefit(), questions.conditions(), questions.guidance());
  }

  /** The same three without a number, for teams too small for one. */
  static List<Sentence> inWords(Texts texts) {
    return Stream.of("benefit", "conditions", "guidance")
        .map(key -> Sentence.of(texts.question(key)))
        .toList();
  }

  private Sentence benefit() {
    return Stream.of(Verdict.GOT_WORSE, Verdict.IMPROVED, Verdict.NO_CLEAR_CHANGE)
        .flatMap(this::first)
        .findFirst()
        .orElse(Sentence.of(texts.question("benefit")));
  }

  private Stream<Sentence> first(Verdict verdict) {
    return Prerequisites.changes(facts, team).stream()
        .filter(fact -> fact.isKnown() && fact.verdict() == verdict)
        .limit(1)
        .map(fact -> ask(key(verdict), catalogue.title(fact.key().measure()), fact));
  }

  private static String key(Verdict verdict) {
    return switch (verdict) {
      case GOT_WORSE -> "worse";
      case IMPROVED -> "improved";
      default -> "unclear";
    };
  }

  private Sentence conditions() {
    return Structure.RESULTS.stream()
        .map(result -> Structure.part(facts, team, result, "structural"))
        .filter(Fact::isKnown)
        .findFirst()
        .map(fact -> ask(fact.value().orElse(0) > 0 ? "brought" : "cost", "", fact))
        .orElse(Sentence.of(texts.question("conditions")));
  }

  private Sentence guidance() {
    return Stream.of(disputed(), needed(), incomplete())
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(Sentence.of(texts.question("guidance")));
  }

  private Optional<Sentence> disputed() {
    return most(facts.of(team, Skills.DISPUTED).stream())
        .map(fact -> ask("disputed", texts.skill(Skills.part(fact, 0)), fact));
  }

  private Optional<Sentence> needed() {
    return most(facts.of(team, Skills.NEED).stream()
            .filter(fact -> Skills.part(fact, 1).equals("LACKS")))
        .map(fact -> ask("needed", texts.skill(Skills.part(fact, 0)), fact));
  }

  private Optional<Sentence> incomplete() {
    return facts.of(team, "completeness").stream()
        .filter(Fact::isKnown)
        .min(Comparator.comparingDouble(fact -> fact.value().orElse(0)))
        .filter(fact -> fact.value().orElse(1) < 1)
        .map(fact -> ask("incomplete", texts.family(fact.key().dimension()), fact));
  }

  private static Optional<Fact> most(Stream<Fact> some) {
    return some.filter(fact -> fact.isKnown() && fact.value().orElse(0) > 0)
        .max(Comparator.comparingDouble(fact -> fact.value().orElse(0)));
  }

  private Sentence ask(String key, String what, Fact fact) {
    String[] words = texts.question(key).replace("{what}", what).split("\\{number}", 2);
    return Sentence.sentence()
        .say(words[0])
        .number(fact, Part.Form.VALUE)
        .say(words[1])
        .claim(new Claim.VerdictIs(fact.key(), fact.verdict()))
        .done();
  }
}
