package org.evenhand.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.evenhand.report.FactMaker;
import org.evenhand.report.FactMaker.Range;
import org.evenhand.report.SampleSkills;
import org.evenhand.report.facts.FactKey;
import org.evenhand.report.facts.Subject;
import org.evenhand.report.facts.Verdict;
import org.evenhand.schema.Policies;
import org.junit.jupiter.api.Test;

final class SkillSheetTest {
  private static final Subject REP = Subject.rep("7");

  @Test
  void noFactsAtAllSayThatSkillsWereNotMeasured() {
    SkillSheet sheet = sheet(new FactMaker());

    assertThat(sheet.said().text()).isEqualTo("Skills were not measured in this edition.");
    assertThat(sheet.silent()).isEmpty();
  }

  @Test
  void aLevelThatRestsOnNoItemIsNoLevel() {
    FactMaker maker = new FactMaker();
    level(maker, "SK-CLOSING", 4);
    level(maker, "SK-PRODUCT", 0);

    SkillSheet sheet = sheet(maker);

    assertThat(sheet.skills()).extracting(SkillSheet.Skill::title).containsExactly("Closing");
    assertThat(sheet.silent().orElseThrow().text()).contains("Product knowledge");
  }

  @Test
  void nothingIsSaidOfStallsAndAdviceWhileNoLevelIsShown() {
    FactMaker maker = new FactMaker();
    maker.undefined(key("skill_level", "SK-CLOSING"), "points", "Coverage is 0.71.");
    maker.points(
        key("skill_stall", "SK-CLOSING|DECLINE"),
        Range.around(-0.5, 0.2),
        0.9,
        9,
        Verdict.GOT_WORSE,
        "Less is seen of it.");
    maker.count(key("skill_advice", "SK-CLOSING|GROW|a,b"), "count", 2, "items", "");

    SkillSheet sheet = sheet(maker);

    assertThat(sheet.said().text()).isEqualTo("Levels of your skills: coverage is 0.71.");
    assertThat(sheet.stalls()).isEmpty();
    assertThat(sheet.advice()).isEmpty();
  }

  @Test
  void atMostTwoSkillsAreOpenedWithoutAsking() {
    FactMaker maker = new FactMaker();
    for (String skill : List.of("SK-CLOSING", "SK-DISCOVERY", "SK-MARKET", "SK-PRODUCT")) {
      level(maker, skill, 5);
      maker.points(
          key("skill_change", skill), Range.around(0.5, 0.3), 0.9, 5, Verdict.IMPROVED, "");
    }

    assertThat(sheet(maker).skills()).filteredOn(SkillSheet.Skill::open).hasSize(2);
  }

  @Test
  void whenEverySkillMovedTheSentenceSpeaksOfNoOthers() {
    FactMaker maker = new FactMaker();
    level(maker, "SK-CLOSING", 5);
    maker.points(
        key("skill_change", "SK-CLOSING"), Range.around(0.5, 0.3), 0.9, 5, Verdict.IMPROVED, "");

    assertThat(sheet(maker).said().text())
        .isEqualTo("Over twelve weeks: Closing improved, +0.50 points (+0.20 to +0.80).");
  }

  private static void level(FactMaker maker, String skill, long n) {
    maker.points(key("skill_level", skill), Range.around(0.1, 0.4), 0.8, n, Verdict.NONE, "");
  }

  private static FactKey key(String measure, String dimension) {
    return new FactKey(REP, measure, dimension, "now");
  }

  private static SkillSheet sheet(FactMaker maker) {
    Policies policies = SampleSkills.policies();
    Texts texts = new Texts(policies.get("report_texts"), policies.get("skills/framework"));
    return SkillSheet.of(maker.set(), texts, REP);
  }
}
