package org.evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TeamBriefTest {
  private static final String BRIEF = "managers/T03/team-brief.html";
  private static final String FEW = "managers/T09/team-brief.html";
  @TempDir private static Path directory;
  private static Rendered rendered = new Rendered(Path.of("."), List.of());

  @BeforeAll
  static void render() {
    rendered = Rendered.in(directory);
  }

  @Test
  void everyTeamHasABriefOnScreenAndOnPaperForItsManagerAndInTheIndex() {
    assertThat(rendered.artefacts())
        .filteredOn(artefact -> artefact.kind().equals("MGR"))
        .hasSize(8)
        .allMatch(artefact -> artefact.audience().startsWith("manager"))
        .extracting(Artefact::path)
        .contains(BRIEF, "managers/T03/team-brief.pdf");
    assertThat(rendered.html("index.html").texts("//a")).contains(BRIEF);
  }

  @Test
  void aBriefHasThreeQuestionsFromFactsOfTheTeam() {
    assertThat(rendered.html(BRIEF).texts("//ol[@class='questions']/li"))
        .containsExactly(
            "Time saved per rep per week improved for your team, +2.1 h/week: what made the"
                + " difference, and what must stay as it is?",
            "Conditions moved your team's results by +4.0 wins: how much of it will last, and who"
                + " should know?",
            "On Negotiation, 12.0 % of the views disagree: what do customers, colleagues and you"
                + " each see?");
  }

  @Test
  void guidanceIsCountedByTopicAndVerdictAndNeverRanked() {
    assertThat(rendered.html(BRIEF).texts("//section[2]/table/tbody/tr"))
        .containsExactly("Negotiation512112.0 %", "Prospecting3420–");
  }

  @Test
  void stallsAreACountThatRepsHaveSeenBefore_B19() {
    assertThat(rendered.html(BRIEF).texts("//section[2]/p"))
        .contains("Signs of a stall: 1.")
        .anyMatch(text -> text.contains("Each rep sees theirs first"));
  }

  @Test
  void dataGapsAndWhatIsNotMeasuredAreNamed_B17() {
    assertThat(rendered.html(BRIEF).texts("//section[3]//tr"))
        .anyMatch(row -> row.startsWith("Feedback and one-on-ones60.0 %Two reps have none."))
        .anyMatch(row -> row.startsWith("Coaching mix and one-on-one rhythmnot measured"));
  }

  @Test
  void aTeamBelowFiveRepsGetsWordsOnlyWithTheReason() {
    Html html = rendered.html(FEW);

    assertThat(html.all("//*[@class='num'] | //svg")).isEmpty();
    assertThat(html.all("//table")).isEmpty();
    assertThat(html.texts("//p[@class='lead']"))
        .containsExactly(
            "Reps in the team this quarter: 3. With fewer than five, a figure about the team would"
                + " tell about single people, so this brief has words only.");
    assertThat(html.texts("//ol[@class='questions']/li")).hasSize(3);
  }

  @Test
  void noBriefNamesARep() {
    for (String page : List.of(BRIEF, FEW)) {
      assertThat(new String(rendered.bytes(page), StandardCharsets.UTF_8))
          .doesNotContain("4021337781002", "771120045560");
    }
  }
}
