package org.evenhand.report.page;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.evenhand.report.facts.Catalogue;
import org.evenhand.report.facts.Fact;
import org.evenhand.report.facts.FactKey;
import org.evenhand.report.facts.FactSet;
import org.evenhand.report.facts.Subject;
import org.evenhand.report.facts.SubjectKind;

/** Sections 3 to 6 of the hygiene report from facts. */
final class HygRecords {
  private static final int MOST_RULES = 20;
  private static final int DAYS_TO_MEND = 30;

  private HygRecords() {}

  static HygPage.Records of(FactSet facts, Texts texts, LocalDate day) {
    String due = day.plusDays(DAYS_TO_MEND).toString();
    List<HygPage.RuleFailure> failures =
        facts.every(SubjectKind.RULE, "rule_failure").stream()
            .filter(fact -> fact.count() > 0)
            .sorted(Comparator.comparingLong(Fact::count).reversed())
            .limit(MOST_RULES)
            .map(fact -> failure(fact, texts, due))
            .toList();
    List<HygPage.Implausible> patterns =
        facts.of(Subject.COMPANY, "plausibility").stream()
            .map(fact -> new HygPage.Implausible(texts.pattern(fact.key().dimension()), fact))
            .toList();
    return new HygPage.Records(failures, patterns);
  }

  private static HygPage.RuleFailure failure(Fact fact, Texts texts, String due) {
    return new HygPage.RuleFailure(
        texts.rule(fact.key().subject().id()), fact, texts.owner(fact.key().dimension()), due);
  }

  static HygPage.People people(FactSet facts, Catalogue catalogue) {
    return new HygPage.People(
        identities(facts),
        restatements(facts, catalogue),
        new HygPage.Privacy(
            facts.every(SubjectKind.SOURCE, "source_dropped_columns").stream()
                .filter(fact -> fact.count() > 0)
                .toList(),
            facts.get(Subject.COMPANY, "suppressed_cells", "now"),
            facts.get(Subject.COMPANY, "restated_facts", "now")));
  }

  private static List<HygPage.Identity> identities(FactSet facts) {
    return facts.subjects(SubjectKind.SOURCE).stream()
        .filter(system -> !facts.of(system, "identity").isEmpty())
        .map(
            system ->
                new HygPage.Identity(
                    system.id(),
                    identity(facts, system, "matched"),
                    identity(facts, system, "ambiguous"),
                    identity(facts, system, "unmatched")))
        .toList();
  }

  private static Fact identity(FactSet facts, Subject system, String how) {
    return facts.get(new FactKey(system, "identity", how, "all"));
  }

  private static List<HygPage.Restatement> restatements(FactSet facts, Catalogue catalogue) {
    return Stream.of(SubjectKind.COMPANY, SubjectKind.ROLE, SubjectKind.TEAM)
        .flatMap(kind -> facts.every(kind, "restated_to").stream())
        .map(to -> restatement(facts, catalogue, to))
        .toList();
  }

  private static HygPage.Restatement restatement(FactSet facts, Catalogue catalogue, Fact to) {
    FactKey key = to.key();
    String measure = key.dimension().split("¦", -1)[0];
    Subject subject = key.subject();
    String who = subject.equals(Subject.COMPANY) ? "all reps" : subject.id();
    FactKey from = new FactKey(subject, "restated_from", key.dimension(), key.period());
    return new HygPage.Restatement(catalogue.title(measure) + ", " + who, facts.get(from), to);
  }
}
