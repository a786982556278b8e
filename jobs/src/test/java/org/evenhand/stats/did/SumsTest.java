package org.evenhand.stats.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import org.evenhand.stats.did.Counties.County;
import org.junit.jupiter.api.Test;

final class SumsTest {
  private static final List<County> COUNTIES = Counties.all();
  private static final Design NEVER = new Design(Design.Control.NEVER, Design.Base.VARYING, 0);

  @Test
  void sumsOfUnitsReproduceEveryCellAndItsError() {
    cells(
        Counties.expected().at("/oracle/callaway_santanna/no_covariates_nevertreated/att_gt"),
        estimate(County::id, county -> "all"),
        "se_analytic_iid");
  }

  @Test
  void sumsOfStatesReproduceTheClusteredErrors() {
    cells(
        Counties.expected().at("/oracle/callaway_santanna/no_covariates_nevertreated/att_gt"),
        estimate(County::state, county -> "all"),
        "se_cluster_state");
  }

  @Test
  void sumsOfStrataReproduceTheSaturatedEstimate() {
    JsonNode oracle =
        Counties.expected().at("/oracle/callaway_santanna_saturated_strata_sql_only/att_gt");
    cells(oracle, estimate(County::id, County::stratum), "se");
    cells(oracle, estimate(County::state, County::stratum), "se_cluster_state");
  }

  private static void cells(JsonNode oracle, Estimated found, String error) {
    assertThat(found.cells().cells()).hasSameSizeAs(oracle);
    for (int k = 0; k < oracle.size(); k++) {
      CellEffect cell = found.cells().cells().get(k);
      Effect effect = cell.effect().orElseThrow();
      assertThat(cell.cell().group()).isEqualTo(oracle.get(k).path("g").asInt());
      assertThat(cell.cell().time()).isEqualTo(oracle.get(k).path("t").asInt());
      near(effect.value(), oracle.get(k).path("att"));
      near(effect.standardError(), oracle.get(k).path(error));
    }
  }

  private static void near(double found, JsonNode wanted) {
    assertThat(found).isCloseTo(wanted.asDouble(), within(1e-10));
  }

  private static Estimated estimate(
      Function<County, String> cluster, Function<County, String> stratum) {
    Plan plan = Counties.plan(NEVER, COUNTIES);
    return Estimated.analytic(Counties.sums(plan, COUNTIES, cluster, stratum), OptionalInt.empty());
  }
}
