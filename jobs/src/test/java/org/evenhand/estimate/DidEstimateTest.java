package org.evenhand.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.evenhand.estimate.DidOptions.Errors;
import org.evenhand.stats.did.Adjustment;
import org.evenhand.stats.did.Design;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The reference case did_mpdta: Callaway and Sant'Anna (2021) on county employment. */
final class DidEstimateTest {
  private static final String ORACLE = "/oracle/callaway_santanna/";
  private static final double EXACT = 1e-8;
  private static final double PRINTED = 5.01e-5;
  private static final List<String> CASES =
      List.of(
          "no_covariates_nevertreated",
          "lpop_dr_nevertreated",
          "lpop_dr_notyettreated",
          "lpop_reg_nevertreated",
          "lpop_ipw_nevertreated");

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void reproducesEveryCellAverageAndTest(int position) {
    String name = CASES.get(position);
    JsonNode oracle = DidCase.expected(ORACLE + name);
    ObjectNode result = asked(name).run();

    everything(result, oracle, "se_analytic_iid", "overall_se", "se");
    pretrend(result, oracle.path("wald_pretest"));
    assertThat(result.path("n").asInt()).isEqualTo(500);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void reproducesErrorsClusteredByState(int position) {
    String name = CASES.get(position);
    JsonNode oracle = DidCase.expected(ORACLE + name);
    ObjectNode result = asked(name).cluster("state").run();

    everything(result, oracle, "se_cluster_state", "overall_se_cluster_state", "se_cluster_state");
    pretrend(result, oracle.path("wald_pretest_cluster_state"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void reproducesTheBalancedEventStudy(int position) {
    String name = CASES.get(position);
    summary(
        asked(name).balance(1).run().at("/aggregate/dynamic"),
        DidCase.expected(ORACLE + name + "/aggte_dynamic_balance_e_1"),
        "overall_se",
        "se");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void reproducesSimultaneousCriticalValuesFromAHundredThousandDraws(int position) {
    String name = CASES.get(position);
    JsonNode oracle = DidCase.expected(ORACLE + name);
    ObjectNode result = asked(name).draws(10_000).run();

    assertThat(result.at("/bands/critical").asDouble())
        .isCloseTo(oracle.path("sup_t_crit_95_attgt_B100k").asDouble(), within(0.05));
    assertThat(result.at("/bands/dynamic/critical").asDouble())
        .isCloseTo(oracle.path("sup_t_crit_95_dynamic_B100k").asDouble(), within(0.05));
  }

  @Test
  void withoutNeverTreatedTheLastCohortIsTheComparison() {
    JsonNode oracle = DidCase.expected(ORACLE + "no_never_treated_group_notyettreated");
    ObjectNode result =
        DidCase.counties().only(row -> !row.get(4).equals("0")).design(Design.standard()).run();

    cells(result, oracle.path("att_gt"), "se_analytic_iid");
    near(result.at("/aggregate/simple/estimate"), oracle.at("/simple/att"));
    near(result.at("/aggregate/simple/se"), oracle.at("/simple/se"));
    assertThat(result.path("n").asInt()).isEqualTo(oracle.path("n_units").asInt());
    assertThat(result.path("warnings").toString()).contains("nobody is never treated");
    assertThat(result.at("/excluded/period in which the last cohort is treated").asInt())
        .isEqualTo(191);
  }

  @Test
  void reproducesTheSaturatedStrata() {
    JsonNode oracle = DidCase.expected("/oracle/callaway_santanna_saturated_strata_sql_only");
    DidCase asked = DidCase.counties().adjusting(List.of(), List.of("size"));
    ObjectNode result = asked.run();

    cells(result, oracle.path("att_gt"), "se");
    cells(asked.cluster("state").run(), oracle.path("att_gt"), "se_cluster_state");
    near(result.at("/aggregate/simple/estimate"), oracle.path("simple"));
    near(result.at("/aggregate/simple/se"), oracle.path("simple_se"));
    near(result.at("/aggregate/group/overall/estimate"), oracle.path("group"));
    near(result.at("/aggregate/group/overall/se"), oracle.path("group_se"));
    near(result.at("/pretrend/statistic"), oracle.at("/wald/0"));
    near(result.at("/pretrend/p"), oracle.at("/wald/2"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void reproducesThePublishedCells(int position) {
    List<String> published =
        List.of(
            "att_gt_no_covariates", "att_gt_lpop_dr_nevertreated", "att_gt_lpop_dr_notyettreated");
    JsonNode printed = DidCase.expected("/published/" + published.get(position));
    ObjectNode result = asked(CASES.get(position)).run();
    for (JsonNode cell : result.path("att")) {
      String key = cell.path("group").asText() + "," + cell.path("time").asText();
      assertThat(cell.path("estimate").asDouble())
          .isCloseTo(printed.at("/values").path(key).asDouble(), within(PRINTED));
    }
    assertThat(result.at("/pretrend/p").asDouble())
        .isCloseTo(printed.path("wald_p").asDouble(), within(5.1e-6));
  }

  @Test
  void reproducesThePublishedAverages() {
    JsonNode printed = DidCase.expected("/published/aggte_no_covariates");
    JsonNode aggregate = asked(CASES.get(0)).run().path("aggregate");

    assertThat(aggregate.at("/simple/estimate").asDouble()).isCloseTo(-0.04, within(5e-4));
    for (Map.Entry<String, List<String>> kind :
        Map.of(
                "dynamic", List.of("event_time", "by_e"),
                "group", List.of("group", "by_g"),
                "calendar", List.of("time", "by_t"))
            .entrySet()) {
      JsonNode found = aggregate.path(kind.getKey());
      JsonNode wanted = printed.path(kind.getKey());
      assertThat(found.at("/overall/estimate").asDouble())
          .isCloseTo(wanted.path("overall").asDouble(), within(PRINTED));
      for (JsonNode part : found.path("by")) {
        String key = part.path(kind.getValue().get(0)).asText();
        assertThat(part.path("estimate").asDouble())
            .isCloseTo(wanted.path(kind.getValue().get(1)).path(key).asDouble(), within(PRINTED));
      }
    }
  }

  /** Published errors are one bootstrap's: they differ from run to run. */
  @Test
  void bootstrapErrorsAreThoseOfThePublishedBootstrap() {
    JsonNode printed = DidCase.expected("/published/att_gt_no_covariates/boot_se_README");
    for (JsonNode cell : asked(CASES.get(0)).errors(Errors.BOOTSTRAP).run().path("att")) {
      String key = cell.path("group").asText() + "," + cell.path("time").asText();
      double wanted = printed.path(key).asDouble();
      assertThat(cell.path("se").asDouble()).isCloseTo(wanted, within(0.12 * wanted));
    }
  }

  @Test
  void theSecondOpinionIsImputation() {
    JsonNode oracle = DidCase.expected("/oracle/bjs_imputation_no_covariates");
    ObjectNode result = DidCase.counties().run();

    near(result.at("/second_opinion/overall"), oracle.path("overall"));
    double first =
        (20 * oracle.at("/cells/2004,2004").asDouble()
                + 40 * oracle.at("/cells/2006,2006").asDouble()
                + 131 * oracle.at("/cells/2007,2007").asDouble())
            / 191;
    assertThat(result.at("/second_opinion/by_event_time/0/estimate").asDouble())
        .isCloseTo(first, within(1e-8));
  }

  @Test
  void sensitivityWidensWithM() {
    ObjectNode result = DidCase.counties().run();

    assertThat(result.path("sensitivity").size()).isGreaterThan(2);
    double width = 0;
    for (JsonNode one : result.path("sensitivity")) {
      double own = one.path("high").asDouble() - one.path("low").asDouble();
      assertThat(own).isGreaterThanOrEqualTo(width - 1e-9);
      width = own;
    }
    assertThat(result.has("breakdown_m")).isTrue();
  }

  private static DidCase asked(String name) {
    DidCase asked =
        DidCase.counties()
            .adjusting(name.startsWith("lpop") ? List.of("lpop") : List.of(), List.of())
            .adjustment(
                name.contains("_reg_")
                    ? Adjustment.REG
                    : name.contains("_ipw_") ? Adjustment.IPW : Adjustment.DR);
    return name.endsWith("notyettreated") ? asked.design(Design.standard()) : asked;
  }

  private static void everything(
      ObjectNode result, JsonNode oracle, String cellError, String overallError, String partError) {
    cells(result, oracle.path("att_gt"), cellError);
    near(result.at("/aggregate/simple/estimate"), oracle.at("/aggte_simple/overall_att"));
    near(result.at("/aggregate/simple/se"), oracle.path("aggte_simple").path(overallError));
    for (String kind : List.of("group", "dynamic", "calendar")) {
      summary(
          result.path("aggregate").path(kind),
          oracle.path("aggte_" + kind),
          overallError,
          partError);
    }
  }

  private static void cells(ObjectNode result, JsonNode oracle, String error) {
    assertThat(result.path("att").size()).isEqualTo(oracle.size());
    for (int k = 0; k < oracle.size(); k++) {
      JsonNode found = result.path("att").get(k);
      assertThat(found.path("group")).isEqualTo(oracle.get(k).path("g"));
      assertThat(found.path("time")).isEqualTo(oracle.get(k).path("t"));
      near(found.path("estimate"), oracle.get(k).path("att"));
      near(found.path("se"), oracle.get(k).path(error));
    }
  }

  private static void summary(
      JsonNode found, JsonNode oracle, String overallError, String partError) {
    near(found.at("/overall/estimate"), oracle.path("overall_att"));
    near(found.at("/overall/se"), oracle.path(overallError));
    assertThat(found.path("by").size()).isEqualTo(oracle.path("by").size());
    for (int i = 0; i < oracle.path("by").size(); i++) {
      near(found.at("/by/" + i + "/estimate"), oracle.at("/by/" + i + "/att"));
      near(found.at("/by/" + i + "/se"), oracle.at("/by/" + i).path(partError));
    }
  }

  private static void pretrend(ObjectNode result, JsonNode oracle) {
    assertThat(result.at("/pretrend/statistic").asDouble())
        .isCloseTo(oracle.path("W").asDouble(), within(1e-6));
    assertThat(result.at("/pretrend/df").asInt()).isEqualTo(oracle.path("df").asInt());
    near(result.at("/pretrend/p"), oracle.path("p"));
  }

  private static void near(JsonNode found, JsonNode wanted) {
    assertThat(wanted.isNumber()).isTrue();
    assertThat(found.isNumber()).as("%s for %s", found, wanted).isTrue();
    assertThat(found.asDouble()).isCloseTo(wanted.asDouble(), within(EXACT));
  }
}
