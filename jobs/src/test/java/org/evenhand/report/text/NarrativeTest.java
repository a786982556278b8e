package org.evenhand.report.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.report.FactMaker.company;

import java.util.List;
import org.evenhand.report.FactMaker;
import org.evenhand.report.SampleFacts;
import org.evenhand.report.facts.FactKey;
import org.evenhand.report.facts.FactSet;
import org.evenhand.report.facts.Subject;
import org.evenhand.report.facts.Verdict;
import org.junit.jupiter.api.Test;

final class NarrativeTest {
  private static final Subject REP = Subject.rep("7");

  @Test
  void theAnswerToARepNamesFourNumbersWithIntervals_S106() {
    Sentence answer = Narrative.answer(SampleFacts.all(), Subject.rep("4021337781002"));

    assertThat(answer.text())
        .isEqualTo(
            "Yes, where we can tell: time saved improved, +2.6 h/week (+0.4 to +4.8); conversion no clear"
                + " change, +5.0 points (−6.0 to +16.0); non-selling tasks improved, −9.0 tasks/week (−13.0 to"
                + " −5.0); and commission improved, USD +1,750 (+850 to +2,650).");
  }

  @Test
  void withoutAnyNumberTheAnswerSaysWhyNot_S106() {
    Sentence answer = Narrative.answer(SampleFacts.all(), Subject.rep("771120045560"));

    assertThat(answer.text())
        .isEqualTo(
            "We cannot show it yet, because your team has no AI start yet; no commission statement was delivered.");
  }

  @Test
  void aSentenceHoldsOnItsFactsAndFailsWhenAFactChanges() {
    Sentence answer = Narrative.answer(facts(Verdict.IMPROVED, 1.5), REP);

    assertThat(answer.holds(facts(Verdict.IMPROVED, 1.5))).isTrue();
    assertThat(answer.holds(facts(Verdict.IMPROVED, 1.6))).isFalse();
    assertThat(answer.holds(facts(Verdict.NO_CLEAR_CHANGE, 1.5))).isFalse();
  }

  @Test
  void theAnswerIsNoWhenSomethingGotWorseAndNothingImproved() {
    assertThat(Narrative.answer(facts(Verdict.GOT_WORSE, -1.5), REP).text())
        .isEqualTo(
            "No: time saved got worse, −1.5 h/week (−2.5 to −0.5); conversion not applicable;"
                + " non-selling tasks not applicable; and commission not applicable.");
  }

  @Test
  void anEffectAgainstAComparisonSpeaksBeforeTheChangeSince() {
    Sentence gains = Narrative.gains(SampleFacts.all(), Subject.COMPANY);

    assertThat(gains.text())
        .isEqualTo(
            "Per rep with AI: time saved +1.5 h/week (90 % CI +0.5 to +2.5; n = 38 reps; grade A);"
                + " non-selling tasks −6.8 tasks/week (90 % CI −9.9 to −3.7; n = 41 reps; grade B).");
    assertThat(gains.holds(SampleFacts.all())).isTrue();
  }

  @Test
  void theHeadlineCountsVerdictsInWords() {
    List<Verdict> four =
        List.of(Verdict.IMPROVED, Verdict.GOT_WORSE, Verdict.IMPROVED, Verdict.NO_CLEAR_CHANGE);

    assertThat(Narrative.headline(company4(four)).text())
        .isEqualTo("Reps gained on two of the four measures and lost on one.");
  }

  @Test
  void oversightMayOnlyBeConsideredWhenAllFourImproved() {
    List<Verdict> three =
        List.of(Verdict.IMPROVED, Verdict.IMPROVED, Verdict.IMPROVED, Verdict.CANNOT_TELL);

    assertThat(Narrative.oversight(company4(three)).text())
        .startsWith("AI oversight should not expand");
    assertThat(
            Narrative.oversight(company4(java.util.Collections.nCopies(4, Verdict.IMPROVED)))
                .text())
        .startsWith("All four measures improved")
        .contains("AI oversight stays as it is");
  }

  private static FactSet facts(Verdict verdict, double value) {
    return new FactMaker()
        .change(
            FactKey.of(REP, "time_saved", "change"),
            "hours/week",
            value,
            value - 1,
            value + 1,
            13,
            verdict)
        .set();
  }

  private static FactSet company4(List<Verdict> verdicts) {
    FactMaker maker = new FactMaker();
    List<String> measures = List.of("time_saved", "conversion", "non_selling", "commission");
    for (int i = 0; i < measures.size(); i++) {
      maker.change(company(measures.get(i), "change"), "ratio", 1, 0, 2, 9, verdicts.get(i));
    }
    return maker.set();
  }
}
