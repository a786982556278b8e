package org.evenhand.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenhand.stats.Figure;
import org.evenhand.stats.LogisticRegression;
import org.evenhand.stats.Regression;
import org.evenhand.stats.RidgeRegression;
import org.evenhand.structure.CompanyWorld.Plan;
import org.junit.jupiter.api.Test;

/** Design 03 section 4: what a rep does not control is told apart and charged to nobody. */
class ExpectationLawsTest {
  private static final long SEED = 20_261_122;
  private static final Plan EVEN = new Plan(8, 10, 20, 0, 0.3);
  private static final Plan UNEVEN = new Plan(8, 10, 20, 1, 0.3);

  @Test
  void plantedTerritoryAdvantageMovesTheStructuralPartAndNotTheRepPart() {
    List<Expectation> even = rich(EVEN);
    List<Expectation> uneven = rich(UNEVEN);

    assertThat(perCase(even, "structural")).isCloseTo(0, within(0.02));
    assertThat(perCase(uneven, "structural")).isBetween(0.08, 0.14);
    assertThat(perCase(uneven, "rep")).isCloseTo(perCase(even, "rep"), within(0.01));
  }

  /** A rich territory gives half the planted difference between rich and poor above the average. */
  private static List<Expectation> rich(Plan plan) {
    return CompanyWorld.reps(CompanyWorld.of(plan, SEED).expectations(Outcome.WIN)).stream()
        .filter(row -> CompanyWorld.rich(Long.parseLong(row.key().subject().id())))
        .toList();
  }

  private static double perCase(List<Expectation> rows, String part) {
    double sum =
        rows.stream()
            .map(row -> part.equals("rep") ? row.parts().rep() : row.parts().structural())
            .mapToDouble(BigDecimal::doubleValue)
            .sum();
    return sum / rows.stream().mapToDouble(row -> row.size().cases()).sum();
  }

  @Test
  void territoryIsNamedAsWhatBroughtIt() {
    for (Expectation row : rich(UNEVEN)) {
      double territory = row.parts().factors().get(Factor.TERRITORY_QUALITY.place()).doubleValue();
      assertThat(territory).isPositive();
      assertThat(row.parts().factors().get(Factor.BRAND_EQUITY.place())).isZero();
    }
  }

  @Test
  void permutingRepsWithinATerritoryLeavesTheStructuralPartUnchanged() {
    CompanyWorld world = CompanyWorld.of(UNEVEN, SEED);
    CompanyWorld permuted = world.with(permuted(world.cases(), new Random(SEED)));

    Map<List<Object>, Expectation> before = groups(world);
    Map<List<Object>, Expectation> after = groups(permuted);

    assertThat(after.keySet()).isEqualTo(before.keySet());
    before.forEach(
        (key, row) ->
            assertThat(Objects.requireNonNull(after.get(key)).parts().structural().doubleValue())
                .isCloseTo(row.parts().structural().doubleValue(), within(0.01)));
  }

  /** Gives every deal to a rep drawn from those of its territory. */
  private static List<CaseSums> permuted(List<CaseSums> cases, Random random) {
    Map<String, List<Long>> reps =
        cases.stream()
            .filter(one -> one.who().family() == Family.DEAL)
            .collect(
                Collectors.groupingBy(
                    one -> one.situation().territory(),
                    Collectors.mapping(one -> one.who().rep(), Collectors.toList())));
    List<CaseSums> permuted = new ArrayList<>();
    for (CaseSums one : cases) {
      List<Long> mates = reps.getOrDefault(one.situation().territory(), List.of());
      permuted.add(mates.isEmpty() ? one : given(one, mates.get(random.nextInt(mates.size()))));
    }
    return permuted;
  }

  private static CaseSums given(CaseSums one, long rep) {
    CaseSums.Who who = one.who();
    return new CaseSums(
        new CaseSums.Who(who.family(), rep, who.team(), who.role(), who.quarter()),
        one.situation(),
        one.counts());
  }

  private static Map<List<Object>, Expectation> groups(CompanyWorld world) {
    return world.expectations(Outcome.WIN).stream()
        .filter(row -> !row.key().subject().isRep())
        .collect(
            Collectors.toMap(row -> List.of(row.key().subject(), row.key().quarter()), r -> r));
  }

  @Test
  void partsAddUpToTheCent() {
    CompanyWorld world = CompanyWorld.of(UNEVEN, SEED);
    for (Outcome outcome : Outcome.values()) {
      for (Expectation row : world.expectations(outcome)) {
        Expectation.Parts parts = row.parts();
        assertThat(parts.structural().add(parts.rep()).add(parts.chance()))
            .isEqualByComparingTo(parts.actual().subtract(parts.mean()));
        assertThat(parts.factors().stream().reduce(parts.other(), BigDecimal::add))
            .isEqualByComparingTo(parts.structural());
        assertThat(parts.rep().scale()).isEqualTo(outcome == Outcome.AMOUNT ? 2 : 4);
      }
    }
  }

  @Test
  void teamsAddUpToTheCompany() {
    List<Expectation> rows = CompanyWorld.of(UNEVEN, SEED).expectations(Outcome.AMOUNT);
    for (Series.Days quarter : CompanyWorld.SERIES.quarters()) {
      BigDecimal teams = rep(rows, quarter, "TEAM");
      assertThat(teams).isEqualByComparingTo(rep(rows, quarter, "COMPANY"));
      assertThat(teams).isEqualByComparingTo(rep(rows, quarter, "REP"));
    }
  }

  private static BigDecimal rep(List<Expectation> rows, Series.Days quarter, String kind) {
    return rows.stream()
        .filter(row -> row.key().quarter().equals(quarter.quarter()))
        .filter(row -> row.key().subject().kind().equals(kind))
        .map(row -> row.parts().rep())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void expectationsAreCalibrated() {
    CompanyWorld world = CompanyWorld.of(new Plan(20, 10, 25, 1, 0.2), SEED);
    List<Expectation> wins = CompanyWorld.reps(world.expectations(Outcome.WIN));

    assertThat(slope(Calibration.ofTotals(wins, 0.9))).isBetween(0.9, 1.1);
    assertThat(slope(Calibration.ofRates(wins, 0.9))).isBetween(0.9, 1.1);
    assertThat(
            slope(Calibration.ofTotals(CompanyWorld.reps(world.expectations(Outcome.AMOUNT)), 0.9)))
        .isBetween(0.9, 1.1);
  }

  private static double slope(Figure figure) {
    return ((Figure.Known) figure).value();
  }

  /** Outcomes of a team turned round: its own expectations stay, those of others move. */
  @Test
  void nobodysOwnDealsEnterTheirExpectation() {
    CompanyWorld world = CompanyWorld.of(UNEVEN, SEED);
    List<CaseSums> turned =
        world.cases().stream()
            .map(one -> one.who().team().equals("T0") ? turned(one) : one)
            .toList();
    Map<Expectation.Key, BigDecimal> before = expected(world);
    Map<Expectation.Key, BigDecimal> after = expected(world.with(turned));

    before.forEach(
        (key, value) -> {
          boolean own = key.subject().team().equals(java.util.Optional.of("T0"));
          if (own) {
            assertThat(after.get(key)).isEqualByComparingTo(value);
          } else {
            assertThat(after.get(key)).isNotEqualByComparingTo(value);
          }
        });
  }

  private static CaseSums turned(CaseSums one) {
    if (one.who().family() != Family.DEAL) {
      return one;
    }
    boolean won = one.counts().y() == 0;
    BigDecimal amount = won ? new BigDecimal("5000.00") : BigDecimal.ZERO;
    return new CaseSums(one.who(), one.situation(), CompanyWorld.counts(won, amount));
  }

  private static Map<Expectation.Key, BigDecimal> expected(CompanyWorld world) {
    return CompanyWorld.reps(world.expectations(Outcome.WIN)).stream()
        .collect(Collectors.toMap(Expectation::key, row -> row.parts().expected()));
  }

  /** Second way: every model fitted from nothing to the cases of the other teams. */
  @Test
  void leavingTeamsOutEqualsFittingTheOthersAlone() {
    CompanyWorld world = CompanyWorld.of(UNEVEN, SEED);
    List<CaseSums> deals =
        world.cases().stream().filter(one -> one.who().family() == Family.DEAL).toList();
    Design.Built built = Design.build(deals, world.circumstances());
    Models models = new Models(built, CompanyWorld.POLICY.ridge());
    List<Observed> others =
        built.cases().stream().filter(one -> !one.who().team().equals("T3")).toList();
    List<LogisticRegression.Pattern> patterns = new ArrayList<>();
    RidgeRegression.Sums sums = RidgeRegression.Sums.none(built.design().size());
    for (Observed one : others) {
      patterns.add(new LogisticRegression.Pattern(one.x(), one.counts().n(), one.counts().y()));
      CaseSums.Money money = one.counts().money();
      sums.add(one.x(), money.won(), money.logs(), money.logSquares());
    }
    double[] ridge = built.design().ridge(CompanyWorld.POLICY.ridge());
    Regression.Fitted wins = (Regression.Fitted) new LogisticRegression(ridge).fit(patterns);
    Regression.Fitted logs = (Regression.Fitted) new RidgeRegression(ridge).fit(sums);
    TeamModel alone = TeamModel.Amounts.of(new TeamModel.Wins(wins), logs, others);
    TeamModel left = ((Models.Learnt.Model) models.without(Set.of("T3"), Outcome.AMOUNT)).model();

    for (Observed one : built.cases()) {
      double expected = alone.expected(one.counts(), one.x());
      assertThat(left.expected(one.counts(), one.x())).isCloseTo(expected, within(1e-8 * expected));
    }
  }

  @Test
  void orderOfCasesDoesNotMatter() {
    CompanyWorld company = CompanyWorld.of(EVEN, SEED);
    CompanyWorld world = company.with(company.summed());
    List<CaseSums> shuffled = new ArrayList<>(world.cases());
    Collections.shuffle(shuffled, new Random(SEED));

    assertThat(world.with(shuffled).tables().expected()).isEqualTo(world.tables().expected());
  }

  @Test
  void repsWithoutOwnTalentAreAlmostAllWithinExpectation() {
    List<Expectation> reps =
        CompanyWorld.reps(
            CompanyWorld.of(new Plan(20, 10, 20, 1, 0), SEED).expectations(Outcome.WIN));
    long flagged =
        reps.stream()
            .filter(row -> row.test().verdict() != Expectation.Verdict.WITHIN_EXPECTATION)
            .count();

    assertThat(flagged).isLessThan(reps.size() / 100);
  }
}
