package org.evenhand.stats.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.evenhand.stats.did.Counties.County;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two ways to the same figure, and what must not matter. */
final class DidLawsTest {
  private static final double SAME = 1e-10;
  private static final List<County> COUNTIES = Counties.all();
  private static final Design STANDARD = Design.standard();

  @ParameterizedTest
  @EnumSource(Adjustment.class)
  void withoutCovariatesEveryAdjustmentEqualsTheSums(Adjustment adjustment) {
    Plan plan = Counties.plan(STANDARD, COUNTIES);
    Units units = Units.of(plan, adjustment, units(County::state, county -> List.of()));

    same(analytic(units), analytic(Counties.sums(plan, COUNTIES, County::state, county -> "all")));
  }

  @ParameterizedTest
  @EnumSource(Adjustment.class)
  void strataEqualSaturatedDummies(Adjustment adjustment) {
    Plan plan = Counties.plan(STANDARD, COUNTIES);
    Units units = Units.of(plan, adjustment, units(County::id, DidLawsTest::dummies));

    same(analytic(units), analytic(Counties.sums(plan, COUNTIES, County::id, County::stratum)));
  }

  @Test
  void theJackknifeIsARefitWithoutEachCluster() {
    List<County> counties = COUNTIES.stream().filter(c -> !c.state().equals("8")).toList();
    Plan plan = Counties.plan(STANDARD, counties);
    Estimated jackknife =
        Estimated.jackknife(
            Counties.sums(plan, counties, County::state, County::stratum), OptionalInt.empty());
    List<String> states = counties.stream().map(County::state).distinct().toList();
    List<Double> refits = new ArrayList<>();
    for (String state : states) {
      List<County> rest = counties.stream().filter(c -> !c.state().equals(state)).toList();
      refits.add(
          group(analytic(Counties.sums(plan, rest, County::state, County::stratum))).value());
    }

    assertThat(group(jackknife).standardError()).isCloseTo(jackknife(refits), within(SAME));
  }

  @Test
  void theJackknifeOfARegressionIsARefitWithoutEachCluster() {
    List<County> counties = COUNTIES.stream().filter(c -> !c.state().equals("8")).toList();
    Plan plan = Counties.plan(STANDARD, counties);
    Function<County, List<Double>> size = county -> List.of(county.population());
    Estimated jackknife =
        Estimated.jackknife(
            Units.of(plan, Adjustment.DR, units(counties, County::state, size)),
            OptionalInt.empty());
    List<Double> refits = new ArrayList<>();
    for (String state : counties.stream().map(County::state).distinct().toList()) {
      List<County> rest = counties.stream().filter(c -> !c.state().equals(state)).toList();
      refits.add(
          group(analytic(Units.of(plan, Adjustment.DR, units(rest, County::state, size)))).value());
    }

    assertThat(group(jackknife).standardError()).isCloseTo(jackknife(refits), within(SAME));
  }

  @Test
  void shiftsCancelAndScalesScale() {
    Estimated found = estimate(COUNTIES);
    Estimated shifted = estimate(changed(outcome -> outcome + 7));
    Estimated scaled = estimate(changed(outcome -> -3 * outcome));

    assertThat(group(shifted).value()).isCloseTo(group(found).value(), within(SAME));
    assertThat(group(scaled).value()).isCloseTo(-3 * group(found).value(), within(SAME));
    assertThat(group(scaled).standardError())
        .isCloseTo(3 * group(found).standardError(), within(SAME));
    assertThat(((Wald.Tested) Wald.of(scaled.cells().pre())).statistic())
        .isCloseTo(((Wald.Tested) Wald.of(found.cells().pre())).statistic(), within(1e-7));
  }

  @Test
  void orderAndNamesDoNotMatter() {
    List<County> shuffled = new ArrayList<>(COUNTIES);
    Collections.shuffle(shuffled, new Random(3));
    Plan plan = Counties.plan(STANDARD, COUNTIES);
    Estimated renamed =
        analytic(
            Counties.sums(
                plan,
                shuffled,
                county -> new StringBuilder(county.state()).reverse().toString() + "x",
                County::stratum));

    same(renamed, analytic(Counties.sums(plan, COUNTIES, County::state, County::stratum)));
  }

  @Test
  void datesMoveWithTheirCohorts() {
    List<County> later =
        COUNTIES.stream()
            .map(
                county -> {
                  Map<Integer, Double> moved = new TreeMap<>();
                  county.outcome().forEach((time, y) -> moved.put(time - 2000, y));
                  int cohort = county.cohort() == 0 ? 0 : county.cohort() - 2000;
                  return new County(county.id(), cohort, county.population(), moved);
                })
            .toList();

    same(estimate(later), estimate(COUNTIES));
  }

  @Test
  void weightsOfTwoAreTwoUnits() {
    Plan plan = Counties.plan(STANDARD, COUNTIES);
    Sums.Builder weighted = Sums.builder(plan, COUNTIES.stream().map(County::state).toList());
    Sums.Builder twice = Sums.builder(plan, COUNTIES.stream().map(County::state).toList());
    for (County county : COUNTIES) {
      double weight = county.stratum().equals("small") ? 2 : 1;
      weighted.units(county.state(), county.cohort(), weight);
      twice.units(county.state(), county.cohort(), weight);
      for (Pair pair : plan.pairs()) {
        double change = county.change(pair);
        weighted.change(
            county.state(), county.cohort(), "", pair, new Change(1, weight, weight * change));
        for (int i = 0; i < weight; i++) {
          twice.change(county.state(), county.cohort(), "", pair, Change.of(change));
        }
      }
    }

    same(analytic(weighted.build()), analytic(twice.build()));
  }

  @Test
  void anticipationMovesTheBaseAndDropsTheFirstCohort() {
    Plan plan = Counties.plan(new Design(Design.Control.NOT_YET, Design.Base.VARYING, 1), COUNTIES);

    assertThat(plan.leftOut()).containsExactly(2004);
    assertThat(plan.cells()).contains(new Cell(2006, 2006, 2004), new Cell(2006, 2005, 2004));
    assertThat(plan.controls(new Cell(2006, 2005, 2004), 2007)).isTrue();
    assertThat(plan.controls(new Cell(2006, 2006, 2004), 2007)).isFalse();
  }

  private static Estimated estimate(List<County> counties) {
    Plan plan = Counties.plan(STANDARD, counties);
    return analytic(Counties.sums(plan, counties, County::state, County::stratum));
  }

  private static Estimated analytic(CellEstimator estimator) {
    return Estimated.analytic(estimator, OptionalInt.empty());
  }

  private static Effect group(Estimated found) {
    return found.aggregates().group().overall().orElseThrow();
  }

  private static void same(Estimated found, Estimated other) {
    assertThat(found.cells().cells()).hasSameSizeAs(other.cells().cells());
    for (int k = 0; k < found.cells().cells().size(); k++) {
      same(
          found.cells().cells().get(k).effect().orElseThrow(),
          other.cells().cells().get(k).effect().orElseThrow());
    }
    same(group(found), group(other));
    same(
        found.aggregates().dynamic().overall().orElseThrow(),
        other.aggregates().dynamic().overall().orElseThrow());
  }

  private static void same(Effect found, Effect other) {
    assertThat(found.value()).isCloseTo(other.value(), within(SAME));
    assertThat(found.standardError()).isCloseTo(other.standardError(), within(SAME));
  }

  private static double jackknife(List<Double> refits) {
    double mean = refits.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    double squares = refits.stream().mapToDouble(own -> (own - mean) * (own - mean)).sum();
    return Math.sqrt((refits.size() - 1.0) / refits.size() * squares);
  }

  private static List<County> changed(UnaryOperator<Double> outcome) {
    return COUNTIES.stream()
        .map(
            county -> {
              Map<Integer, Double> changed = new TreeMap<>(county.outcome());
              changed.replaceAll((time, y) -> outcome.apply(y));
              return new County(county.id(), county.cohort(), county.population(), changed);
            })
        .toList();
  }

  private static List<Double> dummies(County county) {
    return List.of(
        county.stratum().equals("small") ? 1.0 : 0.0, county.stratum().equals("large") ? 1.0 : 0.0);
  }

  private static List<Unit> units(
      Function<County, String> cluster, Function<County, List<Double>> covariates) {
    return units(COUNTIES, cluster, covariates);
  }

  private static List<Unit> units(
      List<County> counties,
      Function<County, String> cluster,
      Function<County, List<Double>> covariates) {
    return counties.stream()
        .map(
            county -> {
              Map<Integer, Seen> seen = new TreeMap<>();
              county
                  .outcome()
                  .forEach((time, y) -> seen.put(time, new Seen(y, covariates.apply(county))));
              return new Unit(cluster.apply(county), county.cohort(), 1, seen);
            })
        .toList();
  }
}
