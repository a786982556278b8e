package org.evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Skills on the rep's page and on the executives'. */
final class SkillPagesTest {
  private static final String REP = "reps/4021337781002/show-me.html";
  private static final String CLOSED = "reps/771120045560/show-me.html";
  private static final String EXE = "executives/executive-report.html";
  private static final String SKILLS = "//section[3]";
  @TempDir private static Path directory;
  private static Rendered rendered = new Rendered(Path.of("."), List.of());

  @BeforeAll
  static void render() {
    rendered = Rendered.in(directory);
  }

  @Test
  void skillsStandInTheOrderOfTheirNamesWithoutRankOrTotal_S142_S143_S144_B20() {
    assertThat(texts(REP, SKILLS + "/table/tbody/tr/th/strong"))
        .containsExactly(
            "Active listening",
            "Closing",
            "Discovery",
            "Handling objections",
            "Market positioning",
            "Negotiation",
            "Pipeline management",
            "Prospecting",
            "Relationship building");
  }

  @Test
  void aSkillShowsItsLevelWithIntervalBesideWhatTheRoleAsks_B20_B25() {
    assertThat(row("Negotiation"))
        .contains("meets what the role asks", "+0.62, asked −0.50")
        .contains("80 % CI +0.28 to +0.96; n = 14 items");
    assertThat(row("Relationship building")).contains("sources disagree");
  }

  @Test
  void aChangeIsNamedOnlyBeyondNoiseAndElseSaysWhatWouldHaveBeenSeen_S140_B18() {
    assertThat(row("Closing")).contains("● no clear change", "A fall of 0.6 would have been seen.");
    assertThat(texts(REP, SKILLS + "/p[@class='lead']"))
        .containsExactly(
            "Over twelve weeks: Negotiation improved, +0.48 points (+0.08 to +0.88); Prospecting got"
                + " worse, −0.66 points (−1.06 to −0.26); in the others no change larger than the"
                + " noise can be shown.");
  }

  @Test
  void skillsWithoutEvidenceAreNamedInOneLineAndNeverZero() {
    assertThat(texts(REP, SKILLS + "/p"))
        .contains(
            "Not enough evidence to say anything about: Product knowledge, Written communication."
                + " That is a gap in the records, not in you.");
    assertThat(texts(REP, SKILLS)).noneMatch(text -> text.contains("+0.00"));
  }

  @Test
  void eachPieceOfEvidenceShowsTheLevelWithoutItAndItsSeverityInWords() {
    assertThat(details("Negotiation"))
        .contains("Level without it, now +0.62")
        .contains("Weekly check-ins checkin/15five/C88")
        .contains("Counted as 0.2, not -0.4: this rater rates 0.6 below others.")
        .contains("+0.12+0.55 +0.18 to +0.92");
    assertThat(details("Relationship building"))
        .contains("feedback/lattice/F2Contested.")
        .contains("Counted 40 %: far from everything else.");
  }

  @Test
  void eachSourceSpeaksForItselfAndDisagreementIsNamed_B22_B25() {
    assertThat(row("Relationship building", 1))
        .contains("Customers disagrees with the others", "Colleagues meets it");
    assertThat(details("Negotiation"))
        .contains("Weekly check-ins+0.1080 % CI −0.70 to +0.90; n = 3 items unsure")
        .contains("if it came from: Customers. The interval would narrow by 11.0 %.");
  }

  @Test
  void aStallStandsAboveEverythingAndSaysWhoSeesItWhen_B19() {
    assertThat(texts(REP, SKILLS + "/p[@class='heads-up']"))
        .singleElement()
        .asString()
        .startsWith("For you first. Prospecting: −0.58 points")
        .endsWith("from 2026-11-02.");
  }

  @Test
  void aRecommendationNamesItsEvidenceAndAnOrphanIsNotShown_B24() {
    assertThat(texts(REP, SKILLS + "/ul/li"))
        .containsExactly(
            "Worth winning back: Prospecting. It rests on 2 pieces of evidence.feedback/lattice/F17"
                + " goal/lattice/G4");
  }

  @Test
  void aClosedGateIsOneSentenceAndNoLevel() {
    assertThat(texts(CLOSED, SKILLS + "/p"))
        .containsExactly(
            "Levels of your skills: not shown, because intervals of items left out (latest) hold 0.712"
                + " over 310 items where 0.740 to 0.860 is asked for.");
    assertThat(rendered.html(CLOSED).all(SKILLS + "//*[@class='num']")).isEmpty();
  }

  @Test
  void executivesSeeWhatMovedWhatStalledAndWhetherIntervalsHold_S140_B19() {
    assertThat(texts(EXE, "//section[6]/p"))
        .contains(
            "Over twelve weeks, beyond noise: skills that rose 38 (n = 481 skills of people); that fell 12; with"
                + " no clear change 431. Each rep and skill counts once.",
            "Of those named a quarter before, by all evidence since, had fallen: 86.0 % (n = 9"
                + " skills). Time by which they came before outcomes and goals, median: not enough"
                + " data (no outcome or goal has told the same yet).");
    assertThat(texts(EXE, "//section[6]//tr"))
        .contains(
            "The same, last four weeks hidden and predicted77.0 %78.5 to 81.5n = 3,870 items"
                + "Fails.",
            "Colleagues2,21080.0 %78.5 to 81.5Passes.");
  }

  @Test
  void whatNobodyMeasuresIsNamedAsNotMeasured_B07() {
    assertThat(texts(EXE, "//section[6]//tr"))
        .anyMatch(row -> row.startsWith("Managers ready to read AI insightsnot measured"))
        .anyMatch(row -> row.startsWith("Trust and stress pulsenot measured"));
  }

  private static String row(String skill) {
    return row(skill, 0);
  }

  private static String row(String skill, int after) {
    String start = SKILLS + "/table/tbody/tr[th/strong='%s']".formatted(skill);
    String path = after == 0 ? start : start + "/following-sibling::tr[%d]".formatted(after);
    return texts(REP, path).get(0);
  }

  private static String details(String skill) {
    return row(skill, 1);
  }

  private static List<String> texts(String page, String xpath) {
    return rendered.html(page).texts(xpath);
  }
}
