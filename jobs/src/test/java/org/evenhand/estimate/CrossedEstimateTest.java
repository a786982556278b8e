package org.evenhand.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;
import org.evenhand.stats.Likelihood;
import org.junit.jupiter.api.Test;

/**
 * Made-up rows; wanted figures by R's lme4. The figures lme4 publishes for its data Penicillin
 * (Davies and Goldsmith 1972: standard deviations 0.8467, 1.9316, 0.5499, mean 22.9722, criterion
 * 330.86) and Pastes (246.99) were reproduced to all their digits; those data are not ours to keep
 * here.
 */
final class CrossedEstimateTest {
  private static final InputTable CROSSED =
      InputTable.read(Path.of("src", "test", "resources", "estimate", "crossed.csv"));
  private static final InputTable DYESTUFF =
      InputTable.read(Path.of("..", "..", "shared", "data", "shrinkage", "Dyestuff.csv"));

  @Test
  void restrictedLikelihoodAgreesWithLme4() {
    ObjectNode result = crossed(Optional.of("area"), Likelihood.RESTRICTED);

    near(result.at("/variances/group"), 3.259657, 2e-6);
    near(result.at("/variances/group2"), 0.651930, 2e-6);
    near(result.at("/variances/residual"), 10.014515, 2e-6);
    near(result.path("mean"), 49.9311928, 1e-6);
    near(result.path("mean_se"), 0.497477, 2e-6);
    near(result.path("reml_criterion"), 1069.78083157, 1e-7);
    near(effect(result, "rep", "r01").path("effect"), 1.0826862, 1e-5);
    near(effect(result, "rep", "r01").path("se"), 1.2083916, 1e-5);
    near(effect(result, "area", "a1").path("effect"), -0.2353627, 1e-5);
    near(effect(result, "area", "a1").path("se"), 0.6697443, 1e-5);
  }

  @Test
  void fullLikelihoodAgreesWithLme4() {
    ObjectNode result = crossed(Optional.of("area"), Likelihood.FULL);

    near(result.at("/variances/group"), 3.161293, 2e-6);
    near(result.at("/variances/group2"), 0.490187, 2e-6);
    near(result.path("deviance"), 1070.16254283, 1e-7);
    near(result.path("loglik"), -1070.16254283 / 2, 1e-7);
    assertThat(result.path("reml_criterion").isNull()).isTrue();
  }

  /** Dyestuff by maximum likelihood: lme4 vignette (Bates et al. 2015), deviance 327.327. */
  @Test
  void oneFactorByFullLikelihoodIsThatOfLme4() {
    ObjectNode result =
        ShrinkEstimate.of(
            DYESTUFF,
            new ShrinkOptions(
                ShrinkOptions.Kind.ONEWAY,
                "Batch",
                Optional.empty(),
                "Yield",
                Optional.empty(),
                Optional.empty(),
                Likelihood.FULL));

    near(result.at("/variances/group"), 1388.33333, 1e-2);
    near(result.at("/variances/residual"), 2451.25, 1e-2);
    near(result.path("deviance"), 327.327059881, 1e-6);
  }

  @Test
  void theSecondFactorIsNeeded() {
    assertThatThrownBy(() -> crossed(Optional.empty(), Likelihood.FULL))
        .hasMessage(
            "Cannot part variance of two factors: one is named. Name the other with --group2.");
  }

  @Test
  void aVarianceOfZeroAndFewLevelsAreWarnedOf() {
    ObjectNode result =
        ShrinkEstimate.of(
            new InputTable(
                java.util.List.of("g", "v"),
                java.util.List.of(
                    java.util.List.of("a", "1"),
                    java.util.List.of("a", "3"),
                    java.util.List.of("b", "2"),
                    java.util.List.of("b", "2.5")),
                ""),
            new ShrinkOptions(
                ShrinkOptions.Kind.ONEWAY, "g", "v", Optional.empty(), Optional.empty()));

    assertThat(result.path("warnings").toString()).contains("singular fit", "'g' has 2 levels");
  }

  private static ObjectNode crossed(Optional<String> second, Likelihood likelihood) {
    return ShrinkEstimate.of(
        CROSSED,
        new ShrinkOptions(
            ShrinkOptions.Kind.CROSSED,
            "rep",
            second,
            "amount",
            Optional.empty(),
            Optional.empty(),
            likelihood));
  }

  private static JsonNode effect(ObjectNode result, String factor, String group) {
    for (JsonNode effect : result.path("effects")) {
      if (effect.path("factor").asText().equals(factor)
          && effect.path("group").asText().equals(group)) {
        return effect;
      }
    }
    throw new AssertionError("No effect of " + group);
  }

  private static void near(JsonNode found, double wanted, double margin) {
    assertThat(found.isNumber()).isTrue();
    assertThat(found.asDouble()).isCloseTo(wanted, within(margin));
  }
}
