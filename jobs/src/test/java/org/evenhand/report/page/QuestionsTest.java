package org.evenhand.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.evenhand.report.FactMaker;
import org.evenhand.report.SampleSkills;
import org.evenhand.report.facts.Catalogue;
import org.evenhand.report.facts.FactKey;
import org.evenhand.report.facts.Subject;
import org.evenhand.report.facts.SubjectKind;
import org.evenhand.report.facts.Verdict;
import org.evenhand.report.text.Sentence;
import org.evenhand.schema.Policies;
import org.junit.jupiter.api.Test;

final class QuestionsTest {
  private static final Subject TEAM = new Subject(SubjectKind.TEAM, "T01");

  @Test
  void whatGotWorseIsAskedAboutBeforeWhatImproved() {
    FactMaker maker = new FactMaker();
    change(maker, "time_saved", Verdict.IMPROVED);
    change(maker, "conversion", Verdict.GOT_WORSE);

    assertThat(ask(maker).get(0)).startsWith("Conversion rate got worse for your team, ");
  }

  @Test
  void conditionsThatCostAreAskedAboutAsWhatCanBeChanged() {
    FactMaker maker = new FactMaker();
    maker.count(key("structure_win", "structural"), "wins", -3.2, "", "");

    assertThat(ask(maker).get(1))
        .startsWith("Conditions moved your team's results by −3.2 wins: what can be");
  }

  @Test
  void withoutDisagreementTheTopicMostRepsAreBelowIsAskedAbout() {
    FactMaker maker = new FactMaker();
    maker.number(key("skill_need", "SK-CLOSING|LACKS"), "count", 1, 8, "reps");
    maker.number(key("skill_need", "SK-PIPELINE|LACKS"), "count", 3, 8, "reps");
    maker.number(key("skill_disputed", "SK-CLOSING"), "share", 0, 20, "views");

    assertThat(ask(maker).get(2))
        .isEqualTo(
            "Pipeline management is below what the role asks for 3 of your reps: what help do they"
                + " ask for, and who could give it?");
  }

  @Test
  void withoutAnyFactThereAreStillThreeQuestionsAndNoNumber() {
    assertThat(ask(new FactMaker()))
        .hasSize(3)
        .allMatch(question -> question.endsWith("?"))
        .noneMatch(question -> question.matches(".*\\d.*"));
  }

  private static void change(FactMaker maker, String measure, Verdict verdict) {
    maker.change(FactKey.of(TEAM, measure, "change"), "share", 0.1, 0, 0.2, 9, verdict);
  }

  private static FactKey key(String measure, String dimension) {
    return new FactKey(TEAM, measure, dimension, "now");
  }

  private static List<String> ask(FactMaker maker) {
    Policies policies = SampleSkills.policies();
    Texts texts = new Texts(policies.get("report_texts"), policies.get("skills/framework"));
    return Questions.of(maker.set(), new Catalogue(policies.get("measures")), texts, TEAM).stream()
        .map(Sentence::text)
        .toList();
  }
}
