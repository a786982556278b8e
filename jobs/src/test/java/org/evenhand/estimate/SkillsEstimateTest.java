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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.evenhand.errors.UserException;
import org.evenhand.stats.skills.FitOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reference case skills_golden; levels recomputed here from its two files alone. */
final class SkillsEstimateTest {
  private static final Path FOLDER = Path.of("..", "..", "shared", "data", "skills_golden");
  private static final Path EVIDENCE = FOLDER.resolve("evidence_sample.csv");
  private static final Path PARAMETERS = FOLDER.resolve("params.json");
  private static final double AS_OF = 40;

  @TempDir Path folder;

  @Test
  void theLevelIsThatOfTheDenseGaussian() throws IOException {
    JsonNode found = golden();
    double[] wanted = level(row -> true);

    assertThat(found.path("n_evidence").asInt()).isEqualTo(29);
    assertThat(found.path("prior_mean").asDouble()).isEqualTo(0.1);
    assertThat(found.path("prior_sd").asDouble()).isCloseTo(Math.sqrt(0.85), within(1e-15));
    near(found.path("level"), wanted[0]);
    near(found.path("level_sd"), wanted[1]);
    near(found.path("ci80").path(0), wanted[0] - 1.2815515655446004 * wanted[1]);
    near(found.path("ci80").path(1), wanted[0] + 1.2815515655446004 * wanted[1]);
  }

  @Test
  void everyItemTakenAwayEqualsTheTableWithoutIt() throws IOException {
    for (JsonNode item : golden().path("evidence")) {
      double[] wanted = level(row -> !row.get(0).equals(item.path("evidence_id").asText()));
      near(item.path("level_if_removed"), wanted[0]);
      near(item.path("level_sd_if_removed"), wanted[1]);
    }
  }

  @Test
  void everySourceTakenAwayOrAloneEqualsTheTableWithoutOrWithIt() throws IOException {
    JsonNode sources = golden().path("by_source");
    for (String source : List.of("ai_call", "assessment", "goal", "manager", "outcome", "peer")) {
      JsonNode node = sources.path(source);
      double[] without = level(row -> !row.get(4).equals(source));
      double[] alone = level(row -> row.get(4).equals(source));
      near(node.path("level_without_source"), without[0]);
      near(node.path("level_sd_without_source"), without[1]);
      near(node.path("source_only_level"), alone[0]);
      near(node.path("source_only_sd"), alone[1]);
    }
  }

  @Test
  void whatIsShownAddsUp() throws IOException {
    JsonNode found = golden();
    double items = found.path("prior_mean").asDouble();
    double change = 0;
    for (JsonNode item : found.path("evidence")) {
      double contribution = item.path("contribution").asDouble();
      items += contribution;
      change += item.path("delta12_contribution").asDouble();
      assertThat(item.path("weight").asDouble() * item.path("adjusted_value").asDouble())
          .isCloseTo(contribution, within(1e-15));
      assertThat(item.path("loo_z").asDouble())
          .isCloseTo(
              item.path("loo_residual").asDouble() / item.path("loo_sd").asDouble(), within(1e-12));
    }
    double sources = found.path("prior_mean").asDouble();
    for (JsonNode source : found.path("by_source")) {
      sources += source.path("contribution").asDouble();
    }
    assertThat(items).isCloseTo(found.path("level").asDouble(), within(1e-12));
    assertThat(sources).isCloseTo(found.path("level").asDouble(), within(1e-12));
    assertThat(change).isCloseTo(found.path("delta12").asDouble(), within(1e-12));
  }

  @Test
  void severityIsTakenOffInTheOpen() throws IOException {
    JsonNode first = golden().path("evidence").path(0);

    assertThat(first.path("rater_id").asText()).isEqualTo("P3");
    near(first.path("counted_as"), 1.7612 - 0.05);
    near(first.path("adjusted_value"), 1.7612 - 0.5 - 0.05 - 0.1);
    near(first.path("severity_correction"), -first.path("weight").asDouble() * 0.05);
  }

  @Test
  void evidenceAfterTheWeekAskedForIsLeftOutAndCounted() throws IOException {
    ObjectNode result = golden(Optional.of(20.0), Optional.empty());
    JsonNode found = result.path("estimates").path(0);

    assertThat(result.at("/excluded/week lies after the week asked for").asInt()).isEqualTo(14);
    assertThat(found.path("n_evidence").asInt()).isEqualTo(15);
    assertThat(found.path("as_of_week").asDouble()).isEqualTo(20);
  }

  @Test
  void beforeAllEvidenceTheLevelIsThatOfTheFamily() throws IOException {
    ObjectNode result = golden(Optional.of(0.0), Optional.empty());
    JsonNode found = result.path("estimates").path(0);

    assertThat(found.path("n_evidence").asInt()).isZero();
    assertThat(found.path("level").asDouble()).isEqualTo(0.1);
    near(found.path("level_sd"), Math.sqrt(0.85));
    assertThat(result.path("warnings").path(0).asText())
        .isEqualTo(
            "no evidence of R001, discovery can be used: the level is that of the job family");
  }

  @Test
  void withoutAWeekTheLastOneIsAskedFor() throws IOException {
    JsonNode found = golden(Optional.empty(), Optional.empty()).path("estimates").path(0);

    assertThat(found.path("as_of_week").asDouble()).isEqualTo(38.94);
  }

  @Test
  void badEvidenceIsCountedByReasonAndChangesNothing() throws IOException {
    Path file = folder.resolve("bad.csv");
    String header = "evidence_id,rep_id,skill_id,job_family,source_type,rater_id,t_week,value";
    String good =
        Files.readAllLines(EVIDENCE).stream()
            .skip(1)
            .map(line -> line + ",-3,3\n")
            .collect(Collectors.joining());
    Files.writeString(
        file,
        header
            + ",score_min,score_max\n"
            + good
            + "E001,R001,discovery,AE,peer,P3,4.2,1.7612,-3,3\n"
            + "B1,R001,discovery,AE,peer,P3,4.2,7,-3,3\n"
            + "B2,R001,discovery,AE,horoscope,,4.2,1,-3,3\n"
            + "B3,R001,discovery,AE,peer,P3,41,1,-3,3\n"
            + "B4,R001,discovery,AE,peer,P3,4.2,,-3,3\n"
            + "B5,R001,discovery,AE,peer,P3,soon,1,-3,3\n"
            + "B6,,discovery,AE,peer,P3,4,1,-3,3\n"
            + "B7,R001,juggling,AE,peer,P3,4,1,-3,3\n");
    ObjectNode result = run(file, Optional.of(AS_OF), Optional.empty());

    assertThat(result.path("excluded").toString())
        .isEqualTo(
            "{\"evidence id came before\":1,\"job family and skill are not in the parameters\":1,"
                + "\"rep is blank\":1,\"source is not in the parameters\":1,"
                + "\"value is blank\":1,\"value lies outside its scale\":1,"
                + "\"week is no number\":1,\"week lies after the week asked for\":1}");
    assertThat(result.path("estimates").path(0)).isEqualTo(golden());
    assertThat(result.path("estimates")).hasSize(1);
  }

  @Test
  void weightsAndErrorsOfValuesChangeTheNoise() throws IOException {
    Path file = folder.resolve("weights.csv");
    Files.writeString(
        file,
        "rep_id,skill_id,job_family,source_type,rater_id,t_week,value,weight,value_se\n"
            + "R1,discovery,AE,outcome,,40,1,2,0.3\n");
    JsonNode item = run(file, Optional.of(AS_OF), Optional.empty()).at("/estimates/0/evidence/0");

    assertThat(item.path("evidence_id").asText()).isEqualTo("row 1");
    near(item.path("loo_sd"), Math.sqrt(0.81 * 0.85 + 0.64 / 2 + 0.09));
  }

  @Test
  void aTargetAddsVerdicts() throws IOException {
    JsonNode low = golden(Optional.of(AS_OF), Optional.of(-2.0)).path("estimates").path(0);
    JsonNode high = golden(Optional.of(AS_OF), Optional.of(3.0)).path("estimates").path(0);

    assertThat(low.path("verdict").asText()).isEqualTo("HAS");
    assertThat(high.path("verdict").asText()).isEqualTo("LACKS");
    assertThat(low.at("/by_source/manager/verdict").asText()).isEqualTo("HAS");
    assertThat(golden().has("verdict")).isFalse();
  }

  @Test
  void aRaterWhoIsNotKnownIsNamed() throws IOException {
    Path file = folder.resolve("rater.csv");
    Files.writeString(
        file,
        "rep_id,skill_id,job_family,source_type,rater_id,t_week,value\n"
            + "R1,discovery,AE,peer,P9,40,1\n");

    assertThat(run(file, Optional.of(AS_OF), Optional.empty()).at("/warnings/0").asText())
        .isEqualTo("rater 'peer|P9' is not in the parameters: counted without severity");
  }

  @Test
  void parametersMustBeComplete() throws IOException {
    Path file = folder.resolve("params.json");
    Files.writeString(file, "{\"tau2\": 0.5, \"kappa2\": 0.1}");

    assertThatThrownBy(() -> SkillParametersJson.read(file))
        .isInstanceOf(UserException.class)
        .hasMessage(
            "Cannot read parameters from params.json: ell_weeks is missing or no number. Give it.");
  }

  private static JsonNode golden() throws IOException {
    return golden(Optional.of(AS_OF), Optional.empty()).path("estimates").path(0);
  }

  private static ObjectNode golden(Optional<Double> asOf, Optional<Double> target)
      throws IOException {
    return run(EVIDENCE, asOf, target);
  }

  private static ObjectNode run(Path file, Optional<Double> asOf, Optional<Double> target) {
    return SkillsEstimate.of(
        InputTable.read(file),
        new SkillsOptions(
            SkillsOptions.Columns.standard(),
            Optional.of(SkillParametersJson.read(PARAMETERS)),
            asOf,
            target,
            SkillsOptions.Values.plain(),
            FitOptions.standard(1)));
  }

  private static void near(JsonNode found, double wanted) {
    assertThat(found.asDouble()).isCloseTo(wanted, within(1e-10));
  }

  /** Level and its deviation at week 40 from the rows that are kept. */
  private static double[] level(Predicate<List<String>> kept) throws IOException {
    JsonNode given = new ObjectMapper().readTree(PARAMETERS.toFile());
    List<List<String>> rows = new ArrayList<>(InputTable.read(EVIDENCE).rows());
    rows.removeIf(kept.negate());
    int n = rows.size();
    DMatrixRMaj covariance = new DMatrixRMaj(n, n);
    DMatrixRMaj surprise = new DMatrixRMaj(n, 1);
    DMatrixRMaj towards = new DMatrixRMaj(n, 1);
    for (int i = 0; i < n; i++) {
      String source = rows.get(i).get(4);
      String rater = rows.get(i).get(5);
      double loading = given.at("/source_loading/" + source).asDouble();
      double time = Double.parseDouble(rows.get(i).get(6));
      surprise.set(
          i,
          0,
          Double.parseDouble(rows.get(i).get(7))
              - given.at("/source_bias/" + source).asDouble()
              - given.at("/rater_effect/" + rater + "/mean").asDouble(0)
              - loading * 0.1);
      towards.set(i, 0, loading * kernel(time - AS_OF));
      for (int j = 0; j < n; j++) {
        String other = rows.get(j).get(4);
        double value =
            loading
                * given.at("/source_loading/" + other).asDouble()
                * kernel(time - Double.parseDouble(rows.get(j).get(6)));
        if (!rater.isEmpty() && rater.equals(rows.get(j).get(5)) && source.equals(other)) {
          value +=
              given.at("/pair_var/" + source).asDouble()
                  + given.at("/rater_effect/" + rater + "/var").asDouble();
        }
        covariance.set(
            i, j, value + (i == j ? Math.pow(given.at("/source_sd/" + source).asDouble(), 2) : 0));
      }
    }
    DMatrixRMaj weights = new DMatrixRMaj(n, 1);
    CommonOps_DDRM.solve(covariance, towards, weights);
    return new double[] {
      0.1 + CommonOps_DDRM.dot(weights, surprise),
      Math.sqrt(0.85 - CommonOps_DDRM.dot(weights, towards))
    };
  }

  private static double kernel(double gap) {
    double r = Math.sqrt(3) * Math.abs(gap) / 16;
    return 0.5 + 0.35 * (1 + r) * Math.exp(-r);
  }
}
