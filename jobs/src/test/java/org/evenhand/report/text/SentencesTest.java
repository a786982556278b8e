package org.evenhand.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.evenhand.report.SampleFacts;
import org.evenhand.report.SampleSkills;
import org.evenhand.report.facts.Catalogue;
import org.evenhand.report.facts.FactSet;
import org.evenhand.report.facts.SubjectKind;
import org.evenhand.report.page.BriefPage;
import org.evenhand.report.page.ExePage;
import org.evenhand.report.page.HygPage;
import org.evenhand.report.page.RepPage;
import org.evenhand.report.page.SkillSheet;
import org.evenhand.report.page.Texts;
import org.evenhand.schema.Policies;
import org.junit.jupiter.api.Test;

final class SentencesTest {
  private static final Policies POLICIES = SampleSkills.policies();

  @Test
  void everySentenceOfEveryArtefactHoldsWhenEvaluatedAgain() {
    FactSet facts = SampleFacts.all();

    assertThat(sentences(facts)).hasSizeGreaterThan(25).allMatch(sentence -> sentence.holds(facts));
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
    Texts texts = new Texts(POLICIES.get("report_texts"), POLICIES.get("skills/framework"));
    LocalDate day = LocalDate.of(2026, 10, 12);
    ExePage exe = ExePage.of(facts, catalogue, texts, day);
    HygPage hyg = HygPage.of(facts, catalogue, texts, day);
    Stream<Sentence> reps =
        facts.subjects(SubjectKind.REP).stream()
            .map(rep -> RepPage.of(facts, catalogue, texts, rep))
            .flatMap(SentencesTest::ofRep);
    Stream<Sentence> teams =
        facts.subjects(SubjectKind.TEAM).stream()
            .map(team -> BriefPage.of(facts, catalogue, texts, team))
            .flatMap(SentencesTest::ofTeam);
    return Stream.of(
            Stream.of(exe.story().headline(), exe.story().oversight()),
            exe.story().tradeOffs().stream(),
            exe.decision().confidence().because().stream(),
            Stream.of(hyg.summary().headline()),
            exe.people().said().stream(),
            reps,
            teams)
        .flatMap(sentences -> sentences);
  }

  private static Stream<Sentence> ofRep(RepPage page) {
    SkillSheet skills = page.skills();
    return Stream.of(
            Stream.of(page.answer(), skills.said()),
            skills.silent().stream(),
            skills.stalls().stream().map(SkillSheet.Stall::said),
            skills.advice().stream().map(SkillSheet.Advice::said),
            skills.skills().stream().flatMap(skill -> skill.witnesses().next().stream()))
        .flatMap(sentences -> sentences);
  }

  private static Stream<Sentence> ofTeam(BriefPage page) {
    Stream<Sentence> figures =
        page.withheld().isPresent()
            ? Stream.of()
            : Stream.of(page.story().headline(), page.story().gains());
    return Stream.of(figures, page.withheld().stream(), page.story().questions().stream())
        .flatMap(sentences -> sentences);
  }

  private static boolean hasNumbers(Sentence sentence) {
    return sentence.parts().stream().anyMatch(Part.Cited.class::isInstance);
  }
}
