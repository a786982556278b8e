package org.evenhand.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.evenhand.errors.UserException;
import org.junit.jupiter.api.Test;

/** The reference case shrinkage: lme4 on Dyestuff, Efron and Morris on batting averages. */
final class ShrinkEstimateTest {
  private static final Path FOLDER = Path.of("..", "..", "shared", "data", "shrinkage");
  private static final Path DYESTUFF = FOLDER.resolve("Dyestuff.csv");
  private static final Path BASEBALL = FOLDER.resolve("efron_morris_baseball.csv");

  @Test
  void reproducesTheVarianceComponentsOfDyestuff() throws IOException {
    ObjectNode result = dyestuff();
    JsonNode published = expected().at("/published/dyestuff_REML");

    near(result.at("/variances/group"), published.path("var_batch"), 1e-4);
    near(result.at("/variances/residual"), published.path("var_resid"), 1e-4);
    near(result.path("mean"), published.path("mean"), 1e-9);
    assertThat(result.path("reml_criterion").asDouble())
        .isCloseTo(published.path("REML").asDouble(), within(0.05));
  }

  @Test
  void reproducesThePredictionsOfDyestuff() throws IOException {
    JsonNode predicted = expected().at("/oracle/dyestuff_blup");
    for (JsonNode effect : dyestuff().path("effects")) {
      near(effect.path("effect"), predicted.path(effect.path("group").asText()), 1e-6);
    }
  }

  @Test
  void reproducesTheBattingAveragesOfEfronAndMorris() throws IOException {
    ObjectNode result = baseball(Optional.of("at_bats"));
    JsonNode oracle = expected().at("/oracle/efron_morris");

    near(result.path("mean"), oracle.path("ybar"), 1e-12);
    near(result.path("shrinkage"), oracle.path("c"), 1e-10);
    for (int i = 0; i < oracle.path("js").size(); i++) {
      assertThat(result.path("effects").path(i).path("shrunken").asDouble())
          .isCloseTo(oracle.path("js").path(i).asDouble(), within(5e-5));
    }
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThatThrownBy(() -> baseball(Optional.empty()))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "Cannot shrink: the variance of the values is not known. Name --trials for proportions, or --variance.");
    assertThatThrownBy(
            () ->
                ShrinkEstimate.of(
                    InputTable.read(BASEBALL),
                    new ShrinkOptions(
                        ShrinkOptions.Kind.ONEWAY,
                        "player",
                        "hits",
                        Optional.empty(),
                        Optional.empty())))
        .hasMessageContaining("at least two are needed, one of them with two values");
  }

  private static ObjectNode dyestuff() {
    return ShrinkEstimate.of(
        InputTable.read(DYESTUFF),
        new ShrinkOptions(
            ShrinkOptions.Kind.ONEWAY, "Batch", "Yield", Optional.empty(), Optional.empty()));
  }

  private static ObjectNode baseball(Optional<String> trials) {
    return ShrinkEstimate.of(
        InputTable.read(BASEBALL),
        new ShrinkOptions(
            ShrinkOptions.Kind.JAMESSTEIN, "player", "hits", trials, Optional.empty()));
  }

  private static JsonNode expected() throws IOException {
    return new ObjectMapper().readTree(FOLDER.resolve("expected.json").toFile());
  }

  private static void near(JsonNode found, JsonNode wanted, double relative) {
    assertThat(found.asDouble())
        .isCloseTo(wanted.asDouble(), within(relative * Math.abs(wanted.asDouble())));
  }
}
