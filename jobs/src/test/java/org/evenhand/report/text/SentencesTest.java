package org.evenhand.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.evenhand.report.SampleFacts;
import org.evenhand.report.facts.Catalogue;
import org.evenhand.report.facts.FactSet;
import org.evenhand.report.facts.SubjectKind;
import org.evenhand.report.page.ExePage;
import org.evenhand.report.page.HygPage;
import org.evenhand.report.page.Texts;
import org.evenhand.schema.Policies;
import org.junit.jupiter.api.Test;

final class SentencesTest {
  private static final Policies POLICIES = Policies.bundled();

  @Test
  void everySentenceOfEveryArtefactHoldsWhenEvaluatedAgain() {
    FactSet facts = SampleFacts.all();

    assertThat(sentences(facts)).hasSizeGreaterThan(8).allMatch(sentence -> sentence.holds(facts));
  }

  @Test
  void noSentenceSurvivesFactsThatAreGone() {
    FactSet nothing = new FactSet(List.of());

    assertThat(sentences(SampleFacts.all()))
        .filteredOn(sentence -> !sentence.claims().isEmpty() || hasNumbers(sentence))
        .noneMatch(sentence -> sentence.holds(nothing));
  }

  private static Stream<Sentence> sentences(FactSet facts) {
    Catalogue catalogue = new Catalogue(POLICIES.get("measures"));
    Texts texts = new Texts(POLICIES.get("report_texts"));
    LocalDate day = LocalDate.of(2026, 10, 12);
    ExePage exe = ExePage.of(facts, catalogue, texts, day);
    HygPage hyg = HygPage.of(facts, catalogue, texts, day);
    Stream<Sentence> reps =
        facts.subjects(SubjectKind.REP).stream().map(rep -> Narrative.answer(facts, rep));
    return Stream.of(
            Stream.of(exe.story().headline(), exe.story().oversight()),
            exe.story().tradeOffs().stream(),
            exe.decision().confidence().because().stream(),
            Stream.of(hyg.summary().headline()),
            reps)
        .flatMap(sentences -> sentences);
  }

  private static boolean hasNumbers(Sentence sentence) {
    return sentence.parts().stream().anyMatch(Part.Cited.class::isInstance);
  }
}
