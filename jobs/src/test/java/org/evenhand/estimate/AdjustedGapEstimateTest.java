package org.evenhand.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Made-up rows; wanted figures by R's lm and the formulae of Gelbach (2016) written out in R. */
final class AdjustedGapEstimateTest {
  private static final InputTable COHORTS =
      InputTable.read(Path.of("src", "test", "resources", "estimate", "cohorts.csv"));

  @Test
  void coefficientsAreThoseOfBothRegressions() {
    ObjectNode result = gap(List.of("calls"), "time:tenure; place:north,west");

    near(result.path("base_coefficient"), 1.028744672355244);
    near(result.path("base_coefficient_se"), 0.458731431330272);
    near(result.path("full_coefficient"), 0.139290042888470);
    near(result.path("full_coefficient_se"), 0.356109825869299);
    near(result.path("full_coefficient_robust_se"), 0.357450260837851);
  }

  @Test
  void blocksHaveGelbachsErrors() {
    ObjectNode result = gap(List.of("calls"), "time:tenure; place:north,west");
    double[][] wanted = {
      {0.648099931228030, 0.288299511567619, 0.288714367832892},
      {0.241354698238744, 0.172075674216157, 0.176679310594227}
    };
    for (int i = 0; i < 2; i++) {
      near(result.path("blocks").path(i).path("delta"), wanted[i][0]);
      near(result.path("blocks").path(i).path("se"), wanted[i][1]);
      near(result.path("blocks").path(i).path("robust_se"), wanted[i][2]);
    }
    near(result.at("/total/delta"), 0.889454629466774);
    near(result.at("/total/se"), 0.333745786799955);
    near(result.at("/total/robust_se"), 0.339296350281168);
  }

  @Test
  void blocksAddUpToBaseMinusFullWhateverTheirOrder() {
    for (String blocks :
        List.of("tenure,calls,tier", "tier;calls;tenure", "all:calls,tier,tenure")) {
      ObjectNode result = gap(List.of(), blocks);
      double sum = 0;
      for (JsonNode block : result.path("blocks")) {
        sum += block.path("delta").asDouble();
      }
      assertThat(sum)
          .isCloseTo(
              result.path("base_coefficient").asDouble()
                  - result.path("full_coefficient").asDouble(),
              within(1e-12));
    }
  }

  @Test
  void gapsOfMeansAndMediansAreTheSecondGroupMinusTheFirst() {
    ObjectNode result = gap(List.of(), "calls");

    near(result.path("mean_gap"), 0.597405731523381);
    near(result.path("base_coefficient"), 0.597405731523381);
    assertThat(result.path("median_gap").asDouble())
        .isEqualTo(result.path("median_b").asDouble() - result.path("median_a").asDouble());
  }

  @Test
  void whatCannotBeAdjustedIsSaid() {
    assertThatThrownBy(() -> gap(List.of("calls"), "again:calls"))
        .hasMessageContaining("calls is named twice");
    assertThatThrownBy(() -> gap(List.of("tier"), "place:north,west"))
        .hasMessageContaining("north, west depends linearly on the columns before it");
    assertThatThrownBy(() -> gap(List.of(), ":calls"))
        .hasMessageContaining("a name and at least one column are needed");
    assertThatThrownBy(() -> gap(List.of(), "what"))
        .hasMessageContaining("Cannot find column 'what'");
  }

  private static ObjectNode gap(List<String> base, String blocks) {
    return AdjustedGapEstimate.of(
        COHORTS,
        new AdjustedGapOptions("quota", "cohort", Optional.empty(), base, Block.parse(blocks)));
  }

  private static void near(JsonNode found, double wanted) {
    assertThat(found.isNumber()).isTrue();
    assertThat(found.asDouble()).isCloseTo(wanted, within(1e-10));
  }
}
