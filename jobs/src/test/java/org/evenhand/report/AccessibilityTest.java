package org.evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

/** WCAG 2.2 AA where a machine can tell; colours are checked in print.ContrastTest. */
final class AccessibilityTest {
  @TempDir private static Path directory;
  private static Rendered rendered = new Rendered(Path.of("."), List.of());

  @BeforeAll
  static void render() {
    rendered = Rendered.in(directory);
  }

  @Test
  void everyPageHasALanguageATitleAndOneMainHeading() {
    for (String page : rendered.pages()) {
      Html html = rendered.html(page);
      assertThat(html.all("/html[@lang='en']")).as(page).hasSize(1);
      assertThat(html.texts("//head/title")).as(page).singleElement().asString().isNotBlank();
      assertThat(html.all("//h1")).as(page).hasSize(1);
      assertThat(html.all("//main")).as(page).hasSize(1);
    }
  }

  @Test
  void headingsNeverSkipALevel() {
    for (String page : rendered.pages()) {
      int level = 0;
      for (Element heading : rendered.html(page).all("//h1 | //h2 | //h3")) {
        int next = heading.getTagName().charAt(1) - '0';
        assertThat(next)
            .as("%s: %s", page, heading.getTextContent())
            .isLessThanOrEqualTo(level + 1);
        level = next;
      }
    }
  }

  @Test
  void everyPictureHasWords() {
    for (String page : rendered.pages()) {
      for (Element svg : rendered.html(page).all("//*[local-name()='svg']")) {
        assertThat(svg.getAttribute("aria-label")).as(page).isNotBlank();
        assertThat(svg.getAttribute("role")).isEqualTo("img");
      }
    }
  }

  @Test
  void tableHeadingsSayWhatTheyHead() {
    for (String page : rendered.pages()) {
      assertThat(rendered.html(page).all("//th[not(@scope)]")).as(page).isEmpty();
    }
  }

  @Test
  void nothingIsLoadedFromElsewhereAndNothingNeedsAScript() {
    for (String page : rendered.pages()) {
      Html html = rendered.html(page);
      assertThat(html.all("//script | //link | //img | //iframe")).as(page).isEmpty();
      assertThat(html.texts("//style")).as(page).noneMatch(style -> style.contains("url(http"));
    }
  }

  @Test
  void aVerdictIsAWordAndAShapeNotOnlyAColour() {
    for (Element verdict :
        rendered
            .html("executives/executive-report.html")
            .all("//*[starts-with(@class, 'verdict')]")) {
      assertThat(verdict.getTextContent())
          .matches("[▲●▼○] (improved|no clear change|got worse|cannot tell)");
    }
  }

  @Test
  void idsAreUniqueInAPage() {
    for (String page : rendered.pages()) {
      List<String> ids =
          rendered.html(page).all("//*[@id]").stream()
              .map(element -> element.getAttribute("id"))
              .toList();
      assertThat(ids).as(page).doesNotHaveDuplicates();
    }
  }
}
