package org.evenhand.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.report.facts.Fact;
import org.evenhand.report.facts.FactSet;
import org.evenhand.report.text.Print;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;

final class ReportsTest {
  private static final String EXE = "executives/executive-report.html";
  private static final String HYG = "data-owners/data-hygiene.html";
  private static final String REP = "reps/4021337781002/show-me.html";
  private static final String REP_UNKNOWN = "reps/771120045560/show-me.html";
  @TempDir private static Path directory;
  private static Rendered rendered = new Rendered(Path.of("."), List.of());

  @BeforeAll
  static void render() {
    rendered = Rendered.in(directory);
  }

  @Test
  void equalFactsAndHeaderGiveEqualBytesInEveryFile(@TempDir Path again) {
    assertThat(Rendered.in(again).artefacts()).isEqualTo(rendered.artefacts());
  }

  @Test
  void everyPrintedNumberIsAFactAndReadsAsTheFactPrints_B57() {
    Map<String, Fact> byId =
        SampleFacts.all().all().stream().collect(Collectors.toMap(Fact::id, Function.identity()));
    for (String page : rendered.pages()) {
      for (Element number : rendered.html(page).all("//*[@class='num']")) {
        String id = number.getAttribute("data-fact");
        assertThat(byId).as("fact in %s", page).containsKey(id);
        Fact fact = Objects.requireNonNull(byId.get(id));
        assertThat(number.getTextContent())
            .isIn(Print.value(fact), Print.bare(fact), Print.range(fact));
      }
    }
  }

  @Test
  void theRepPageHasItsFourBlocksInTheFixedOrder_S187_S188_S189_S190() {
    for (String page : List.of(REP, REP_UNKNOWN)) {
      assertThat(rendered.html(page).texts("//div[@class='block']/h2"))
          .containsExactly(
              "1 Earnings Does it increase what you earn?",
              "2 Workload Does it take work off you?",
              "3 Close rate Does it help you close?",
              "4 The data Show me");
    }
  }

  @Test
  void theRepPageSaysWhereDataMayBeIncompleteAndWhy_S176() {
    assertThat(rendered.html(REP).texts("//h2[@class='title']"))
        .contains("Where your data may be incomplete");
    assertThat(rendered.html(REP).texts("//td"))
        .contains("Your mailbox is not connected.", "82.0 %");
  }

  @Test
  void theFirstBlockSaysWhatTheReportMayAndMayNotBeUsedFor() {
    for (String page : rendered.pages()) {
      assertThat(rendered.html(page).texts("//section[1]/div[@class='use']"))
          .as(page)
          .singleElement()
          .asString()
          .contains("Made for", "Not for");
    }
  }

  @Test
  void allSixConditionsStandOnARepsPageAlsoWhenNobodyMeasuredThem() {
    assertThat(
            rendered
                .html("reps/4021337781002/show-me.html")
                .texts("//section[2]/table//th[@scope='row']"))
        .containsExactly("Territory", "Leads", "Market timing", "Prices", "Brand", "Economy");
  }

  @Test
  void theThreePartsOfAResultStandBetweenAverageAndWhatWasReached() {
    assertThat(
            rendered
                .html("reps/4021337781002/show-me.html")
                .texts("//section[2]//div[@class='result']//td"))
        .containsExactly("7.4 wins", "+0.7 wins", "+0.6 wins", "+0.3 wins", "9.0 wins");
  }

  @Test
  void theFooterNamesQuarterKnowledgeDateRunEditionConfigurationCodeStatusAudienceAndPage() {
    assertThat(rendered.html(EXE).texts("//div[@class='foot']"))
        .hasSize(7)
        .first()
        .asString()
        .contains(
            "2026Q3",
            "as of 2026-10-12T06:00:00Z",
            "run run-1",
            "edition 3f9a1c2b7d10",
            "configuration a71c0e55d2f4",
            "code 0.1.0",
            "INTERIM",
            "for executives",
            "page 1 of 7");
  }

  @Test
  void theExecutivePageAlwaysSaysWhatGotWorse_B31() {
    assertThat(rendered.html(EXE).texts("//h2")).contains("What got worse");
    assertThat(rendered.html(EXE).texts("//p"))
        .contains(
            "Deal cycle, all reps: +7.0 days (90 % CI +1.8 to +12.2; n = 410 reps; grade B).");
  }

  @Test
  void theHygieneReportHasItsSixSectionsInOrder_B48() {
    assertThat(rendered.html(HYG).texts("//h2[@class='title']"))
        .containsExactly(
            "1 Sources",
            "2 Completeness by team and source",
            "3 Records that broke a rule or look wrong",
            "4 Identity",
            "5 Restatements",
            "6 Privacy");
  }

  @Test
  void aSourceThatWasNotDeliveredIsNamedAndNeverZero() {
    assertThat(rendered.html(HYG).texts("//ul[@class='run']/li"))
        .containsExactly(
            "not measured No file of survey/response was delivered.",
            "not measured No file of zendesk/ticket was delivered.",
            "workday/org: 2 files. The archive is truncated.");
  }

  @Test
  void noFactsAtAllStillGiveEveryPageWithoutANumber(@TempDir Path empty) {
    Rendered nothing = Rendered.of(new FactSet(List.of()), empty);

    assertThat(nothing.html(EXE).all("//*[@class='num']")).isEmpty();
    assertThat(nothing.html(EXE).texts("//h1"))
        .containsExactly("Whether AI helps the reps cannot be told yet.");
    assertThat(nothing.html(HYG).all("//*[@class='num']")).isEmpty();
  }

  @Test
  void aRepWhoIsNoLongerInTheFactsLosesTheirPage(@TempDir Path place) {
    Rendered.in(place);
    Rendered.of(new FactSet(List.of()), place);

    assertThat(Files.exists(place.resolve(REP))).isFalse();
    assertThat(Files.exists(place.resolve("index.html"))).isTrue();
  }

  @Test
  void pageBudgetsHold() {
    Map<String, Integer> most = Map.of("EXE", 8, "HYG", 6, "MGR", 3, "REP", 4);
    assertThat(rendered.artefacts())
        .filteredOn(artefact -> most.containsKey(artefact.kind()))
        .hasSizeGreaterThan(8)
        .allMatch(artefact -> artefact.pages() <= most.getOrDefault(artefact.kind(), 0));
  }
}
