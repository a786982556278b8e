package org.evenhand.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.evenhand.errors.UserException;
import org.evenhand.estimate.DidOptions.Errors;
import org.evenhand.estimate.DidOptions.Sampling;
import org.evenhand.stats.did.Adjustment;
import org.evenhand.stats.did.Design;
import org.junit.jupiter.api.Test;

/** Hard inputs: each is answered with a reason, never with NaN. */
final class DidGuardsTest {
  private static final int TIMES = 4;

  @Test
  void twoPeriodsAndOneCohortAreADifferenceOfMeanChanges() {
    ObjectNode result =
        DidCase.of(
                List.of(
                    "a,1,1,2", "a,2,5,2", "b,1,2,2", "b,2,8,2", "c,1,0,0", "c,2,1,0", "d,1,3,0",
                    "d,2,6,0"))
            .run();
    JsonNode cell = result.at("/att/0");

    assertThat(cell.path("estimate").asDouble()).isCloseTo(3, within(1e-12));
    assertThat(cell.path("se").asDouble()).isCloseTo(Math.sqrt(0.5 + 0.5), within(1e-12));
    assertThat(result.at("/pretrend/reason").asText()).isNotEmpty();
    assertThat(result.at("/breakdown_m").isNull()).isTrue();
    assertThat(result.at("/breakdown_m_reason").asText()).isNotEmpty();
  }

  @Test
  void rowsThatCannotBeReadAreCountedByReason() {
    List<String> lines = panel(3, 3, 7);
    lines.addAll(
        List.of(",1,1,0", "x,one,1,0", "y,1,NaN,0", "z,1,1,soon", "torn,1,1,0", "torn,2,1,3"));
    JsonNode excluded = DidCase.of(lines).run().path("excluded");

    assertThat(excluded.path("unit is missing").asInt()).isEqualTo(1);
    assertThat(excluded.path("time is no whole number").asInt()).isEqualTo(1);
    assertThat(excluded.path("outcome is no number").asInt()).isEqualTo(1);
    assertThat(excluded.path("cohort is no whole number").asInt()).isEqualTo(1);
    assertThat(excluded.path("cohort differs between rows of the unit").asInt()).isEqualTo(2);
  }

  @Test
  void aBlankCohortIsNever() {
    List<String> lines = panel(3, 3, 7);
    List<String> blank =
        lines.stream().map(line -> line.endsWith(",0") ? line.replaceAll("0$", "") : line).toList();

    assertThat(DidCase.of(blank).run().path("att")).isEqualTo(DidCase.of(lines).run().path("att"));
  }

  @Test
  void aMissingPeriodTakesItsUnitOutOfThoseCellsAlone() {
    List<String> lines = panel(3, 3, 7);
    lines.removeIf(line -> line.startsWith("treated0,1,"));
    ObjectNode result = DidCase.of(lines).run();

    assertThat(result.at("/att/0/n_treated").asInt()).isEqualTo(2);
    assertThat(result.at("/att/1/n_treated").asInt()).isEqualTo(3);
    assertThat(result.path("warnings").toString()).contains("1 units are not observed");
  }

  @Test
  void twoRowsOfAUnitAtATimeAreRefused() {
    List<String> lines = panel(3, 3, 7);
    lines.add(lines.get(0));

    refused(DidCase.of(lines), "has 2 rows for time 1 (1 such cases in all)");
  }

  @Test
  void noUsableRowIsRefused() {
    refused(DidCase.of(List.of("a,1,x,0")), "none of the 1 rows can be used");
    refused(
        DidCase.counties()
            .table(new InputTable(DidCase.counties().table().header(), List.of(), "")),
        "none of the 0 rows can be used");
  }

  @Test
  void nobodyTreatedOrAllTreatedFromTheStartIsRefused() {
    refused(
        DidCase.of(panel(0, 4, 7)), "no cohort starts after the first period 1 and by the last 4");
    refused(DidCase.of(panel(3, 3, 7)).only(row -> row.get(3).equals("0")), "no cohort starts");
    refused(
        DidCase.of(panel(3, 3, 7).stream().map(line -> line.replaceAll(",[03]$", ",1")).toList()),
        "no cohort starts");
  }

  @Test
  void nobodyUntreatedIsRefused() {
    DidCase treated = DidCase.of(panel(4, 2, 7)).only(row -> row.get(3).equals("3"));

    refused(treated, "nobody is untreated while cohort 3 is treated");
    refused(
        treated.design(new Design(Design.Control.NEVER, Design.Base.VARYING, 0)),
        "Cannot compare with the never treated: there are none");
  }

  @Test
  void onePeriodIsRefused() {
    refused(DidCase.of(List.of("a,1,1,0", "b,1,1,1")), "there are 1 periods, two are needed");
  }

  @Test
  void unitsTreatedInTheFirstPeriodAreLeftOutAndCounted() {
    List<String> lines = panel(3, 3, 7);
    lines.addAll(List.of("early,1,1,1", "early,2,1,1"));
    ObjectNode result = DidCase.of(lines).run();

    assertThat(result.at("/excluded/treated at or before the first period").asInt()).isEqualTo(2);
    assertThat(result.path("n").asInt()).isEqualTo(6);
  }

  @Test
  void aCohortAfterTheLastPeriodIsNever() {
    List<String> later = panel(3, 3, 7).stream().map(line -> line.replaceAll(",0$", ",9")).toList();

    assertThat(DidCase.of(later).run().path("att"))
        .isEqualTo(DidCase.of(panel(3, 3, 7)).run().path("att"));
  }

  @Test
  void aCohortOfOneUnitHasAnEffectWithoutAnError() {
    JsonNode cell = DidCase.of(panel(1, 4, 7)).run().at("/att/0");

    assertThat(cell.path("estimate").isNumber()).isTrue();
    assertThat(cell.path("se").isNull()).isTrue();
    assertThat(cell.path("reason").asText()).contains("cohort 3 is one unit");
  }

  @Test
  void oneClusterHasNoErrorAndNoPreTrendTest() {
    ObjectNode result = DidCase.of(panel(3, 3, 7)).with("team", row -> "one").cluster("team").run();

    assertThat(result.at("/att/0/estimate").isNumber()).isTrue();
    assertThat(result.at("/att/0/reason").asText()).contains("one cluster alone");
    assertThat(result.at("/aggregate/simple/se").isNull()).isTrue();
    assertThat(result.at("/pretrend/reason").asText()).isNotEmpty();
    assertThat(result.at("/bands/critical").isNull()).isTrue();
  }

  @Test
  void aConstantOutcomeHasNoErrorButAReason() {
    List<String> flat =
        panel(3, 3, 7).stream()
            .map(line -> line.split(","))
            .map(cells -> cells[0] + "," + cells[1] + ",5," + cells[3])
            .toList();
    ObjectNode result = DidCase.of(flat).run();

    assertThat(result.at("/att/0/estimate").asDouble()).isZero();
    assertThat(result.at("/att/0/reason").asText()).contains("nothing varies");
    assertThat(result.toString()).doesNotContain("NaN");
  }

  @Test
  void collinearCovariatesGiveNoEffectButAReason() {
    for (Adjustment adjustment : Adjustment.values()) {
      JsonNode cell =
          DidCase.of(panel(5, 5, 7))
              .with("x", row -> "2")
              .adjusting(List.of("x"), List.of())
              .adjustment(adjustment)
              .run()
              .at("/att/0");

      assertThat(cell.path("estimate").isNull()).isTrue();
      assertThat(cell.path("reason").asText()).contains("collinear");
    }
  }

  @Test
  void covariatesThatTellTreatedFromUntreatedGiveNoEffectButAReason() {
    ObjectNode result =
        DidCase.of(panel(5, 5, 7))
            .with(
                "x",
                row ->
                    row.get(3).equals("0")
                        ? row.get(0).substring(9)
                        : "1" + row.get(0).substring(7))
            .adjusting(List.of("x"), List.of())
            .run();

    assertThat(result.at("/att/0/estimate").isNull()).isTrue();
    assertThat(result.at("/att/0/reason").asText()).contains("tell treated from untreated");
    assertThat(result.at("/aggregate/simple/reason").asText()).isNotEmpty();
  }

  @Test
  void strataWithoutControlsAreOverlapLoss() {
    DidCase asked =
        DidCase.of(panel(4, 4, 7))
            .with("kind", row -> row.get(0).equals("treated0") ? "alone" : "common")
            .adjusting(List.of(), List.of("kind"));

    assertThat(asked.run().at("/att/0/n_without_overlap").asInt()).isEqualTo(1);
  }

  @Test
  void repeatedCrossSectionsCompareFourMeans() {
    List<String> lines = panel(4, 4, 7);
    ObjectNode sections = DidCase.of(lines).sampling(Sampling.CROSS_SECTIONS).run();
    ObjectNode panel = DidCase.of(lines).run();

    for (int k = 0; k < panel.path("att").size(); k++) {
      assertThat(sections.at("/att/" + k + "/estimate").asDouble())
          .isCloseTo(panel.at("/att/" + k + "/estimate").asDouble(), within(1e-12));
    }
    assertThat(sections.at("/second_opinion/overall").isNull()).isTrue();
  }

  @Test
  void crossSectionsClusteredByUnitHaveThePanelsErrors() {
    DidCase asked = DidCase.of(panel(4, 4, 7)).cluster("unit");

    assertThat(asked.sampling(Sampling.CROSS_SECTIONS).run().at("/att/1/se").asDouble())
        .isCloseTo(asked.run().at("/att/1/se").asDouble(), within(1e-12));
  }

  @Test
  void theBasePeriodOfAUniversalBaseIsZeroWithoutAnError() {
    ObjectNode result =
        DidCase.of(panel(4, 4, 7))
            .design(new Design(Design.Control.NOT_YET, Design.Base.UNIVERSAL, 0))
            .run();

    assertThat(result.at("/att/1/estimate").asDouble()).isZero();
    assertThat(result.at("/att/1/reason").asText()).contains("base period");
    assertThat(result.path("att").size()).isEqualTo(TIMES);
  }

  @Test
  void fewTeamsGetARandomisationTestWithAnExactSmallestP() {
    JsonNode group =
        DidCase.of(panel(3, 3, 7)).errors(Errors.RI).run().at("/aggregate/group/overall");

    assertThat(group.path("p").asDouble() * 20)
        .isCloseTo(Math.rint(group.path("p").asDouble() * 20), within(1e-9));
  }

  private static void refused(DidCase asked, String why) {
    assertThatThrownBy(asked::run).isInstanceOf(UserException.class).hasMessageContaining(why);
  }

  /** Units over {@value #TIMES} periods, the treated from period 3 on. */
  private static List<String> panel(int treated, int untreated, long seed) {
    Random random = new Random(seed);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < treated + untreated; i++) {
      String unit = i < treated ? "treated" + i : "untreated" + (i - treated);
      for (int time = 1; time <= TIMES; time++) {
        lines.add("%s,%d,%s,%d".formatted(unit, time, random.nextGaussian(), i < treated ? 3 : 0));
      }
    }
    return lines;
  }
}
