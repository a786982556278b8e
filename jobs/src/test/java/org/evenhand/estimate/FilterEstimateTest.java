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
import java.util.Optional;
import org.evenhand.errors.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference case nile: Durbin and Koopman 2012, Van den Bossche 2011, MARSS, strucchange. */
final class FilterEstimateTest {
  private static final Path FOLDER = Path.of("..", "..", "shared", "data", "nile");
  private static final Path NILE = FOLDER.resolve("nile.csv");
  private static final String BOOK = "sigma2_eps=15099,sigma2_eta=1469.1";
  private static final String LARGE_START = BOOK + ",a1=0,P1=1e7";

  @TempDir Path folder;

  @Test
  void theVariancesOfMaximumLikelihoodAreThoseOfTheBook() throws IOException {
    JsonNode found = nile(Optional.empty()).path("variances");
    JsonNode expected = expected();

    near(found.path("sigma2_eps"), expected.at("/published/0/sigma2_eps"), 1);
    near(found.path("sigma2_eta"), expected.at("/published/0/sigma2_eta"), 0.5);
    near(found.path("sigma2_eps"), expected.at("/check/MLE_exact_diffuse/sigma2_eps"), 0.02);
    near(found.path("sigma2_eta"), expected.at("/check/MLE_exact_diffuse/sigma2_eta"), 0.02);
    near(found.path("sigma2_eta"), expected.at("/check/R_StructTS/level"), 0.05);
    near(found.path("sigma2_eps"), expected.at("/check/R_StructTS/epsilon"), 0.1);
  }

  @Test
  void theLikelihoodIsExactlyDiffuse() throws IOException {
    ObjectNode found = nile(Optional.empty());
    JsonNode check = expected().path("check");

    near(found.path("loglik"), check.path("loglik_exact_diffuse_99_terms"), 1e-5);
    near(found.path("loglik_all_constants"), check.path("loglik_with_extra_half_log2pi"), 1e-5);
    assertThat(found.path("loglik_terms").asInt()).isEqualTo(99);
    near(
        nile(Optional.of(LARGE_START)).path("loglik"), check.path("loglik_P1_1e7_100_terms"), 1e-5);
  }

  @Test
  void theDiagnosticsAreThoseOfTheBook() throws IOException {
    JsonNode found = nile(Optional.of(BOOK)).path("diagnostics");
    JsonNode book = expected().at("/published/0");

    near(lag(found, 9).path("statistic"), book.path("LjungBox_Q9"), 0.01);
    near(found.at("/normality/statistic"), book.path("JarqueBera_N"), 0.01);
    near(found.path("skewness"), book.path("skew_S"), 0.01);
    near(found.path("excess_kurtosis"), book.path("kurtosis_K_minus_3"), 0.01);
    near(found.at("/heteroskedasticity/statistic"), book.path("heteroskedasticity_H33"), 0.01);
    assertThat(found.at("/heteroskedasticity/h").asInt()).isEqualTo(33);
  }

  @Test
  void theDiagnosticsAreThoseOfEViews() {
    double noise = Math.exp(9.600350);
    double drift = Math.exp(7.348705);
    JsonNode found = nile(Optional.of(noise + "," + drift)).path("diagnostics");

    assertThat(lag(found, 10).path("statistic").asDouble()).isCloseTo(13.117, within(0.001));
    assertThat(lag(found, 10).path("p").asDouble()).isCloseTo(0.217, within(0.001));
    assertThat(found.at("/normality/statistic").asDouble()).isCloseTo(0.041686, within(1e-5));
    assertThat(found.at("/normality/p").asDouble()).isCloseTo(0.979373, within(1e-5));
  }

  /** MARSS starts from a fixed level a step before the first value and stops its EM early. */
  @Test
  void theLikelihoodOfAFixedStartIsThatOfMarss() {
    ObjectNode fixed =
        nile(Optional.of("sigma2_eps=15135.796,sigma2_eta=1381.153,a1=1111.791,p1=1381.153"));
    JsonNode free = nile(Optional.empty()).path("variances");

    assertThat(fixed.path("loglik").asDouble()).isCloseTo(-637.7569, within(0.05));
    assertThat(free.path("sigma2_eps").asDouble()).isCloseTo(15135.796, within(151.0));
    assertThat(free.path("sigma2_eta").asDouble()).isCloseTo(1381.153, within(0.07 * 1381.153));
  }

  @Test
  void everyStateOfTheLargeStartIsReproduced() throws IOException {
    ObjectNode found = nile(Optional.of(LARGE_START));
    JsonNode states = found.path("states");
    JsonNode full = expected().path("full_series");

    for (int t = 0; t < 100; t++) {
      JsonNode state = states.path(t);
      JsonNode variance =
          t < 99 ? states.path(t + 1).path("predicted_variance") : found.path("next_variance");
      if (t < 99) {
        near(state.path("filtered"), full.path("filtered_mean").path(t), 1e-7);
        near(state.path("auxiliary_level"), full.path("aux_state").path(t), 1e-8);
      }
      near(variance, full.path("pred_var").path(t), 1e-6);
      near(state.path("smoothed"), full.path("smoothed").path(t), 1e-7);
      near(state.path("smoothed_variance"), full.path("smoothed_var").path(t), 1e-6);
      near(state.path("auxiliary_observation"), full.path("aux_obs").path(t), 1e-8);
    }
    assertThat(states.path(99).path("auxiliary_level").isNull()).isTrue();
  }

  @Test
  void theFirstStatesAndTheSteadyVarianceAreReproduced() throws IOException {
    ObjectNode found = nile(Optional.of(LARGE_START));
    JsonNode states = found.path("states");
    JsonNode check = expected().path("check");

    for (int i = 0; i < 5; i++) {
      near(states.path(i + 1).path("predicted"), check.path("filtered_a2_to_a6").path(i), 1e-3);
      near(states.path(i).path("smoothed"), check.path("smoothed_first5").path(i), 1e-3);
    }
    for (int i = 0; i < 4; i++) {
      near(
          states.path(i + 1).path("predicted_variance"),
          check.path("filtered_P2_to_P5").path(i),
          1e-3);
    }
    for (int i = 0; i < 3; i++) {
      near(
          states.path(i).path("smoothed_variance"),
          check.path("smoothed_var_first3").path(i),
          1e-3);
    }
    near(states.path(99).path("smoothed"), check.path("smoothed_last"), 1e-3);
    near(found.path("next_variance"), check.path("steady_state_P"), 1e-3);
  }

  @Test
  void auxiliaryResidualsShowTheBreakOf1899AndTheOutlierOf1913() throws IOException {
    ObjectNode found = nile(Optional.empty());
    JsonNode expected = expected().path("auxiliary_residuals");
    JsonNode breaks = found.at("/auxiliary/level_breaks");
    JsonNode outliers = found.at("/auxiliary/outliers");

    assertThat(breaks.path(0).path("time").asInt()).isEqualTo(1898);
    near(breaks.path(0).path("residual"), expected.path("level_break_1898_to_1899"), 0.005);
    assertThat(breaks.path(1).path("time").asInt()).isEqualTo(1896);
    near(breaks.path(1).path("residual"), expected.at("/next/0/1"), 0.005);
    assertThat(breaks.path(2).path("time").asInt()).isEqualTo(1897);
    near(breaks.path(2).path("residual"), expected.at("/next/1/1"), 0.005);
    assertThat(outliers.path(0).path("time").asInt()).isEqualTo(1913);
    near(outliers.path(0).path("residual"), expected.path("outlier_1913"), 0.005);
    assertThat(outliers.path(1).path("time").asInt()).isEqualTo(1877);
    near(outliers.path(1).path("residual"), expected.path("outlier_1877"), 0.005);
  }

  /** Annotators of the change-point data set mark index 28, the first low year, 1899. */
  @Test
  void theBreakOfTheMeanIsThatOfStrucchange() throws IOException {
    JsonNode found = nile(Optional.empty()).path("mean_break");
    JsonNode expected = expected().path("single_break_least_squares");

    assertThat(found.path("after_observation").asInt()).isEqualTo(28);
    assertThat(found.path("after_time").asInt()).isEqualTo(expected.path("year").asInt());
    near(found.path("mean_before"), expected.at("/means/0"), 1e-6);
    near(found.path("mean_after"), expected.at("/means/1"), 1e-6);
    near(found.path("rss"), expected.path("RSS"), 0.001);
    near(found.path("sup_f"), expected.path("supF"), 1e-4);
    for (int i = 0; i < 3; i++) {
      near(found.path("bic").path(i), expected.path("BIC").path("" + i), 0.001);
    }
    assertThat(found.path("low").asInt()).isEqualTo(expected.at("/confint95_obs/0").asInt());
    assertThat(found.path("high").asInt()).isEqualTo(expected.at("/confint95_obs/1").asInt());
  }

  @Test
  void blanksAreMissingAndTextIsLeftOutAndCounted() throws IOException {
    Path file = folder.resolve("gaps.csv");
    Files.writeString(file, "time,value\n1,3\n2,\n3,4\n4,abc\nsoon,5\n5,6\n6,5\n");
    ObjectNode found = level(file, Optional.of("1,1"));

    assertThat(found.path("n").asInt()).isEqualTo(4);
    assertThat(found.path("missing").asInt()).isEqualTo(1);
    assertThat(found.at("/excluded/value is no number").asInt()).isEqualTo(1);
    assertThat(found.at("/excluded/time is no number").asInt()).isEqualTo(1);
    assertThat(found.path("states")).hasSize(5);
    assertThat(found.at("/states/1/value").isNull()).isTrue();
    assertThat(found.at("/states/1/value_reason").asText()).isEqualTo("missing");
  }

  @Test
  void aCurveIsFittedAtAnyTimes() throws IOException {
    Path file = folder.resolve("curve.csv");
    StringBuilder rows = new StringBuilder("week,score\n");
    for (int i = 0; i < 60; i++) {
      double time = i + 0.3 * (i % 3);
      rows.append(time).append(',').append(Math.sin(time / 6) + 0.1 * (i * 7 % 5 - 2)).append('\n');
    }
    Files.writeString(file, rows.toString());
    ObjectNode found =
        FilterEstimate.of(
            InputTable.read(file),
            new FilterOptions(FilterOptions.Kind.MATERN32, "week", "score", Optional.empty()));

    assertThat(found.at("/variances/sigma2_eps").asDouble()).isBetween(0.005, 0.04);
    assertThat(found.at("/variances/ell").asDouble()).isBetween(4.0, 60.0);
    assertThat(found.at("/states/30/smoothed").asDouble())
        .isCloseTo(Math.sin(30 / 6.0), within(0.15));
  }

  @Test
  void parametersThatAreNotKnownAreNamed() {
    assertThatThrownBy(() -> nile(Optional.of("sigma2_eps=1,drift=2")))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "Cannot filter with --params: 'drift' is not known. Known are sigma2_eps, sigma2_eta, a1 and p1.");
    assertThatThrownBy(() -> nile(Optional.of("sigma2_eps=1")))
        .hasMessageContaining("sigma2_eta is missing");
  }

  private static ObjectNode nile(Optional<String> parameters) {
    return FilterEstimate.of(
        InputTable.read(NILE),
        new FilterOptions(
            FilterOptions.Kind.LEVEL,
            "year",
            "volume",
            parameters.map(text -> FilterParameters.parse(FilterOptions.Kind.LEVEL, text))));
  }

  private static ObjectNode level(Path file, Optional<String> parameters) {
    return FilterEstimate.of(
        InputTable.read(file),
        new FilterOptions(
            FilterOptions.Kind.LEVEL,
            "time",
            "value",
            parameters.map(text -> FilterParameters.parse(FilterOptions.Kind.LEVEL, text))));
  }

  private static JsonNode lag(JsonNode diagnostics, int lag) {
    return diagnostics.path("ljung_box").path(lag - 1);
  }

  private static JsonNode expected() throws IOException {
    return new ObjectMapper().readTree(FOLDER.resolve("expected.json").toFile());
  }

  private static void near(JsonNode found, JsonNode wanted, double tolerance) {
    assertThat(wanted.isNumber()).isTrue();
    assertThat(found.asDouble()).isCloseTo(wanted.asDouble(), within(tolerance));
  }
}
