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
import java.util.Random;
import org.evenhand.stats.skills.FitOptions;
import org.evenhand.stats.skills.SkillParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parameters fitted to a table instead of given. */
final class SkillsFitTest {
  @TempDir Path folder;

  @Test
  void fittedParametersGivenBackGiveTheSameLevels() throws IOException {
    Path file = evidence();
    ObjectNode fitted = run(file, Optional.empty());
    Path parameters = folder.resolve("params.json");
    new ObjectMapper().writeValue(parameters.toFile(), fitted.path("params"));
    ObjectNode given = run(file, Optional.of(SkillParametersJson.read(parameters)));

    assertThat(given.path("estimates")).isEqualTo(fitted.path("estimates"));
    assertThat(given.has("params")).isFalse();
  }

  @Test
  void ratersCarryTheirSeverity() throws IOException {
    ObjectNode fitted = run(evidence(), Optional.empty());

    assertThat(fitted.path("raters")).hasSize(6);
    for (JsonNode rater : fitted.path("raters")) {
      assertThat(rater.path("source_type").asText()).isEqualTo("manager");
      assertThat(rater.path("separable").asBoolean()).isTrue();
      assertThat(rater.path("se").asDouble()).isBetween(0.02, 0.6);
    }
    assertThat(severity(fitted, "M0")).isGreaterThan(severity(fitted, "M5") + 0.8);
  }

  @Test
  void calibrationIsReportedOverAllWeeksTheLatestAndForward() throws IOException {
    JsonNode found = run(evidence(), Optional.empty()).path("calibration");

    assertThat(found.at("/leave_one_out/n").asInt()).isEqualTo(40 * 14);
    assertThat(found.at("/leave_one_out/coverage80").asDouble()).isBetween(0.74, 0.87);
    assertThat(found.at("/leave_one_out/sd_z").asDouble()).isCloseTo(1, within(0.1));
    assertThat(found.at("/latest_week/n").asInt()).isPositive();
    assertThat(found.at("/by_source/manager/pit")).hasSize(10);
    assertThat(found.at("/forward/model/crps").asDouble())
        .isLessThan(found.at("/forward/family_mean/crps").asDouble());
    assertThat(found.at("/forward/model/mean_absolute_error").asDouble())
        .isLessThan(found.at("/forward/last_rating/mean_absolute_error").asDouble());
    assertThat(found.at("/model_break/week").isNull()).isTrue();
  }

  @Test
  void ratingsBecomeNormalScores() throws IOException {
    Path file = folder.resolve("ratings.csv");
    Files.writeString(
        file,
        "rep_id,skill_id,job_family,source_type,rater_id,t_week,value\n"
            + "R1,s,AE,peer,,1,1\nR1,s,AE,peer,,2,3\nR2,s,AE,peer,,1,3\nR2,s,AE,peer,,2,5\n");
    SkillsOptions options =
        new SkillsOptions(
            SkillsOptions.Columns.standard(),
            Optional.of(
                SkillParametersJson.read(
                    Files.writeString(
                        folder.resolve("p.json"),
                        "{\"tau2\":1,\"kappa2\":0,\"ell_weeks\":1,\"mu\":{\"AE|s\":0},\"source_sd\":{\"peer\":1}}"))),
            Optional.empty(),
            Optional.empty(),
            new SkillsOptions.Values(Optional.empty(), java.util.List.of("peer")),
            FitOptions.standard(1));
    JsonNode evidence =
        SkillsEstimate.of(InputTable.read(file), options).at("/estimates/0/evidence");

    assertThat(evidence.path(0).path("value").asDouble()).isCloseTo(-1.27110628, within(1e-7));
    assertThat(evidence.path(1).path("value").asDouble()).isCloseTo(0, within(1e-12));
  }

  @Test
  void aTableTooSmallToFitSaysSo() throws IOException {
    Path file = folder.resolve("small.csv");
    Files.writeString(
        file, "rep_id,skill_id,job_family,source_type,rater_id,t_week,value\nR1,s,AE,peer,,1,1\n");

    assertThatThrownBy(() -> run(file, Optional.empty()))
        .hasMessageStartingWith("Cannot fit parameters to 1 pieces of evidence of 1 persons");
  }

  private static double severity(ObjectNode fitted, String rater) {
    for (JsonNode one : fitted.path("raters")) {
      if (one.path("rater_id").asText().equals(rater)) {
        return one.path("severity").asDouble();
      }
    }
    throw new AssertionError(rater);
  }

  /** 40 persons, 6 managers from lenient to severe, assessments without raters. */
  private Path evidence() throws IOException {
    Random random = new Random(20_261_122);
    StringBuilder rows =
        new StringBuilder("rep_id,skill_id,job_family,source_type,rater_id,t_week,value\n");
    for (int p = 0; p < 40; p++) {
      double level = random.nextGaussian();
      double slope = 0.02 * random.nextGaussian();
      for (int i = 0; i < 14; i++) {
        int week = random.nextInt(40);
        boolean manager = i % 2 == 0;
        int rater = (p + random.nextInt(3)) % 6;
        double severity = manager ? 0.6 - 0.24 * rater : 0;
        double value = level + slope * (week - 20) + severity + 0.5 * random.nextGaussian();
        rows.append(
            "R%02d,s,AE,%s,%s,%d,%.4f\n"
                .formatted(
                    p,
                    manager ? "manager" : "assessment",
                    manager ? "M" + rater : "",
                    week,
                    value));
      }
    }
    Path file = folder.resolve("evidence.csv");
    Files.writeString(file, rows.toString());
    return file;
  }

  private static ObjectNode run(Path file, Optional<SkillParameters> parameters) {
    return SkillsEstimate.of(
        InputTable.read(file),
        new SkillsOptions(
            SkillsOptions.Columns.standard(),
            parameters,
            Optional.empty(),
            Optional.empty(),
            SkillsOptions.Values.plain(),
            FitOptions.standard(1)));
  }
}
