package org.evenhand.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.evenhand.report.facts.Catalogue;
import org.evenhand.report.facts.Fact;
import org.evenhand.report.facts.FactSet;
import org.evenhand.report.facts.Subject;
import org.evenhand.report.facts.SubjectKind;
import org.evenhand.report.facts.Verdict;
import org.evenhand.report.text.Claim;
import org.evenhand.report.text.Part;
import org.evenhand.report.text.Sentence;

/** What got worse: printed whether or not anything did. */
final class TradeOffs {
  private static final int MOST = 5;

  private TradeOffs() {}

  static List<Sentence> of(FactSet facts, Catalogue catalogue) {
    List<Fact> changes = changes(facts);
    List<Fact> worse = with(changes, Verdict.GOT_WORSE);
    if (worse.isEmpty()) {
      return List.of(nothing(changes));
    }
    List<Sentence> sentences = new ArrayList<>();
    worse.stream().limit(MOST).forEach(fact -> sentences.add(one(fact, catalogue)));
    return sentences;
  }

  private static Sentence one(Fact fact, Catalogue catalogue) {
    Subject subject = fact.key().subject();
    String who = subject.equals(Subject.COMPANY) ? "all reps" : subject.id();
    return Sentence.sentence()
        .say(catalogue.title(fact.key().measure()) + ", " + who + ": ")
        .number(fact, Part.Form.FULL)
        .say(".")
        .claim(new Claim.VerdictIs(fact.key(), Verdict.GOT_WORSE))
        .done();
  }

  private static Sentence nothing(List<Fact> changes) {
    boolean anyTold = changes.stream().anyMatch(Fact::isKnown);
    String words =
        anyTold
            ? "Nothing that is measured here got clearly worse, for all reps or for a role. Measures"
                + " marked “cannot tell” may have."
            : "It cannot be told whether anything got worse: no change was measured.";
    return Sentence.sentence()
        .say(words)
        .claims(
            changes.stream().map(fact -> new Claim.VerdictIs(fact.key(), fact.verdict())).toList())
        .done();
  }

  private static List<Fact> changes(FactSet facts) {
    return Stream.of(SubjectKind.COMPANY, SubjectKind.ROLE)
        .flatMap(kind -> facts.subjects(kind).stream())
        .flatMap(subject -> facts.of(subject).stream())
        .filter(fact -> fact.key().period().equals("change"))
        .toList();
  }

  private static List<Fact> with(List<Fact> facts, Verdict verdict) {
    return facts.stream().filter(fact -> fact.verdict() == verdict).toList();
  }
}
