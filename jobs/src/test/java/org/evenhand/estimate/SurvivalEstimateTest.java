package org.evenhand.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.evenhand.errors.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The reference case survival_lung, whose figures R survival 3.5-3 prints, through the estimate.
 */
final class SurvivalEstimateTest {
  private static final Path FOLDER = Path.of("..", "..", "shared", "data", "survival_lung");
  private static final Path LUNG = FOLDER.resolve("lung.csv");

  @TempDir private Path directory;

  @Test
  void reproducesThePublishedFiguresOfAllPatients() throws IOException {
    ObjectNode result = lung(Optional.empty(), Optional.of(365.0));
    JsonNode mean = expected().at("/oracle/lung_rmst_365");

    agrees(
        result.path("curves").path(0), expected().path("published").path("lung_all"), "ci95_log");
    close(result.at("/rmst/0/estimate"), mean.path(0));
    close(result.at("/rmst/0/se"), mean.path(1));
    assertThat(result.path("logrank").isNull()).isTrue();
    assertThat(result.path("logrank_reason").asText()).isEqualTo("there is one group");
  }

  @Test
  void reproducesSurvivalAtTheOracleTimes() throws IOException {
    JsonNode steps = lung(Optional.empty(), Optional.empty()).at("/curves/0/steps");
    for (Map.Entry<String, JsonNode> one : expected().at("/oracle/lung_survival").properties()) {
      JsonNode step = inForce(steps, Double.parseDouble(one.getKey()));
      close(step.path("survival"), one.getValue().path(0));
      close(step.path("se"), one.getValue().path(1));
    }
  }

  @Test
  void reproducesTheComparisonBySex() throws IOException {
    ObjectNode result = lung(Optional.of("sex"), Optional.of(500.0));
    JsonNode published = expected().at("/published/lung_by_sex");
    JsonNode means = expected().at("/oracle/lung_rmst500_by_sex");

    agrees(result.at("/curves/0"), published.path("male"), "ci");
    agrees(result.at("/curves/1"), published.path("female"), "ci");
    for (int i = 0; i < 2; i++) {
      close(result.path("rmst").path(i).path("estimate"), means.path(i).path(0));
      close(result.path("rmst").path(i).path("se"), means.path(i).path(1));
    }
    assertThat(result.at("/logrank/chisq").asDouble())
        .isCloseTo(expected().at("/oracle/lung_logrank").asDouble(), within(1e-7));
    assertThat(result.at("/logrank/df").asInt()).isEqualTo(1);
    assertThat(result.at("/logrank/p").asDouble()).isCloseTo(0.00131116, within(5e-9));
    assertThat(result.at("/rmst_difference/groups").asText()).isEqualTo("1 minus 2");
    assertThat(result.at("/rmst_difference/estimate").asDouble())
        .isCloseTo(278.7632315 - 360.9109542, within(1e-6));
  }

  @Test
  void incidencesOfAllCausesAndSurvivalAddUpToOne() throws IOException {
    Path file = file("time,event,cause\n1,1,won\n2,1,lost\n3,0,\n4,1,won\n5,1,lost\n6,0,\n");
    ObjectNode result =
        SurvivalEstimate.of(
            InputTable.read(file), options("event", Optional.empty(), Optional.of("cause")));
    double lost = result.at("/incidence/0/steps").get(1).path("incidence").asDouble();
    double won = result.at("/incidence/1/steps").get(1).path("incidence").asDouble();
    double alive = result.at("/curves/0/steps").get(3).path("survival").asDouble();

    assertThat(result.at("/incidence/0/cause").asText()).isEqualTo("lost");
    assertThat(lost + won + alive).isCloseTo(1, within(1e-12));
  }

  @Test
  void rowsThatCannotBeUsedAreCountedByReason() throws IOException {
    Path file = file("time,event\n1,1\n,1\nsoon,0\n-3,1\n5,\n7,0\n");
    ObjectNode result =
        SurvivalEstimate.of(
            InputTable.read(file), options("event", Optional.empty(), Optional.empty()));

    assertThat(result.path("n").asInt()).isEqualTo(2);
    assertThat(result.path("excluded").toString())
        .isEqualTo(
            "{\"event is missing\":1,\"time is no number\":2,\"time is not after entry\":1}");
    assertThat(result.at("/curves/0/high").isNull()).isTrue();
    assertThat(result.at("/curves/0/high_reason").asText()).isNotEmpty();
  }

  @Test
  void aMissingColumnListsTheColumnsThereAre() {
    assertThatThrownBy(
            () ->
                SurvivalEstimate.of(
                    InputTable.read(LUNG), options("dead", Optional.empty(), Optional.empty())))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "Cannot find column 'dead': the file has row, time, status, sex, age. Name the column"
                + " with its option.");
  }

  @Test
  void anEventColumnWithOtherWordsNeedsTheWord() throws IOException {
    Path file = file("time,event\n1,yes\n2,no\n");

    assertThatThrownBy(
            () ->
                SurvivalEstimate.of(
                    InputTable.read(file), options("event", Optional.empty(), Optional.empty())))
        .hasMessage(
            "Cannot tell which value of 'event' is an event: it holds no, yes. Name it with"
                + " --event-value.");
  }

  /** A case watched in two pieces, the second entering late, counts as the case itself. */
  @Test
  void splittingSpellsChangesNoCurve() throws IOException {
    StringBuilder whole = new StringBuilder("entry,time,event,group\n");
    StringBuilder split = new StringBuilder("entry,time,event,group\n");
    java.util.Random random = new java.util.Random(20_261_122);
    for (int i = 0; i < 60; i++) {
      int time = 2 + random.nextInt(12);
      int cut = 1 + random.nextInt(time - 1);
      String end = ",%d,%d,%s%n".formatted(time, random.nextInt(2), i % 2 == 0 ? "a" : "b");
      whole.append("0").append(end);
      split.append("0,%d,0,%s%n".formatted(cut, i % 2 == 0 ? "a" : "b")).append(cut).append(end);
    }
    ObjectNode one = delayed(whole.toString());
    ObjectNode other = delayed(split.toString());

    assertThat(other.at("/curves/0/steps")).isEqualTo(one.at("/curves/0/steps"));
    assertThat(other.path("rmst")).isEqualTo(one.path("rmst"));
    assertThat(other.path("logrank")).isEqualTo(one.path("logrank"));
    assertThat(other.path("warnings")).isEmpty();
  }

  /** At risk when entry is before the time: of four cases three at 6, two at 8. */
  @Test
  void delayedEntryIsAtRiskFromEntryOn() throws IOException {
    JsonNode steps =
        delayed("entry,time,event,group\n0,8,1,a\n3,6,1,a\n5,9,1,a\n6,7,0,a\n")
            .at("/curves/0/steps");

    assertThat(steps.get(0).path("at_risk").asInt()).isEqualTo(3);
    assertThat(steps.get(0).path("survival").asDouble()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(steps.get(1).path("at_risk").asInt()).isEqualTo(2);
    assertThat(steps.get(1).path("survival").asDouble()).isCloseTo(1 / 3.0, within(1e-12));
  }

  @Test
  void whatDelayedEntryDoesToACurveIsSaid() throws IOException {
    ObjectNode result =
        delayed("entry,time,event,group\n1,2,1,a\n2,9,0,a\n3,8,1,a\n9,9,1,a\n,5,1,a\n0,5,1,b\n");

    assertThat(result.path("warnings").toString())
        .isEqualTo(
            "[\"group 'a' is observed from 1.0 on; its curve holds for cases that lasted so"
                + " long\",\"group 'a': all cases at risk at an early time had the event, so the"
                + " curve is 0 although 2 cases last longer; enter them from a later time\"]");
    assertThat(result.path("excluded").toString())
        .isEqualTo("{\"entry is no number\":1,\"time is not after entry\":1}");
  }

  private ObjectNode delayed(String text) throws IOException {
    return SurvivalEstimate.of(
        InputTable.read(file(text)),
        new SurvivalOptions(
            "time",
            "event",
            Optional.empty(),
            Optional.of("group"),
            Optional.of("entry"),
            Optional.empty(),
            Optional.empty()));
  }

  private static ObjectNode lung(Optional<String> group, Optional<Double> tau) {
    return SurvivalEstimate.of(
        InputTable.read(LUNG),
        new SurvivalOptions(
            "time", "status", Optional.empty(), group, Optional.empty(), Optional.empty(), tau));
  }

  private static SurvivalOptions options(
      String event, Optional<String> group, Optional<String> cause) {
    return new SurvivalOptions(
        "time", event, Optional.empty(), group, Optional.empty(), cause, Optional.empty());
  }

  private static JsonNode expected() throws IOException {
    return new ObjectMapper().readTree(FOLDER.resolve("expected.json").toFile());
  }

  private static JsonNode inForce(JsonNode steps, double time) {
    JsonNode last = steps.path(0);
    for (JsonNode step : steps) {
      last = step.path("time").asDouble() <= time ? step : last;
    }
    return last;
  }

  private static void agrees(JsonNode curve, JsonNode published, String interval) {
    assertThat(curve.path("n").asInt()).isEqualTo(published.path("n").asInt());
    assertThat(curve.path("events").asInt()).isEqualTo(published.path("events").asInt());
    assertThat(curve.path("median").asDouble()).isEqualTo(published.path("median").asDouble());
    assertThat(curve.path("low").asDouble()).isEqualTo(published.path(interval).path(0).asDouble());
    assertThat(curve.path("high").asDouble())
        .isEqualTo(published.path(interval).path(1).asDouble());
  }

  /** The oracle prints six digits. */
  private static void close(JsonNode found, JsonNode wanted) {
    assertThat(found.asDouble())
        .isCloseTo(wanted.asDouble(), within(1e-5 * Math.abs(wanted.asDouble())));
  }

  private Path file(String text) throws IOException {
    return Files.writeString(directory.resolve("cases.csv"), text);
  }
}
