package org.evenhand.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ShapleyEstimateTest {
  private static final InputTable COHORTS =
      InputTable.read(Path.of("src", "test", "resources", "estimate", "cohorts.csv"));

  /** R's lm has 0.666014632952261 for R-squared. */
  @Test
  void sharesOfColumnsAndCategoriesAddUpToRSquared() {
    ObjectNode result = shapley("tenure, calls, tier");
    double sum = 0;
    for (JsonNode share : result.path("shares")) {
      sum += share.path("share").asDouble();
    }
    assertThat(result.path("r2").asDouble()).isCloseTo(0.666014632952261, within(1e-12));
    assertThat(sum).isCloseTo(0.666014632952261, within(1e-12));
    assertThat(result.path("shares")).hasSize(3);
  }

  @Test
  void columnsUnderOneNameEnterTogether() {
    JsonNode one = shapley("tenure,calls;place:north,west").path("shares").path(2);
    JsonNode other = shapley("tenure,calls,tier").path("shares").path(2);

    assertThat(one.path("name").asText()).isEqualTo("place");
    assertThat(one.path("share").asDouble())
        .isCloseTo(other.path("share").asDouble(), within(1e-12));
  }

  @Test
  void dependentColumnsAreNamed() {
    assertThat(shapley("tier,north,west").path("warnings")).hasSize(2);
  }

  private static ObjectNode shapley(String factors) {
    return ShapleyEstimate.of(COHORTS, new ShapleyOptions("quota", Block.parse(factors)));
  }
}
