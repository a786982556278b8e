package org.evenhand.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.evenhand.structure.CompanyWorld.Plan;
import org.evenhand.table.Table;
import org.junit.jupiter.api.Test;

/** S1-30 to S1-37: six conditions, what is missing, and what can never be one. */
class ConditionsTest {
  private static final long SEED = 20_261_122;
  private static final Plan PLAN = new Plan(4, 6, 12, 1, 0.3);
  private static final String INDICES =
      """
      factor              | indicator        | territory_id | segment | month      | value | unit  | source
      BRAND_EQUITY        | inbound_index    | ALL          | ALL     | 2026-07-01 | 101.0 | index | Planning
      BRAND_EQUITY        | inbound_index    | ALL          | ALL     | 2026-08-01 | 104.0 | index | Planning
      BRAND_EQUITY        | inbound_index    | ALL          | ALL     | 2026-09-01 | 98.0  | index | Planning
      ECONOMIC_CONDITIONS | manager_quality  | ALL          | ALL     | 2026-07-01 | 98.0  | index | Planning
      """;

  @Test
  void sixConditionsOfEveryRepAreAlwaysThere() {
    List<Row> rows = CompanyWorld.of(PLAN, SEED).tables().context();

    assertThat(rows).hasSize(24 * Factor.COUNT);
    assertThat(rows.stream().map(row -> row.getString(5)).collect(Collectors.toSet()))
        .hasSize(Factor.COUNT);
    for (Row row : rows) {
      boolean known = row.getString(13).equals("KNOWN");
      assertThat(row.isNullAt(6)).isEqualTo(!known);
      assertThat(row.isNullAt(14)).isEqualTo(known);
    }
  }

  @Test
  void whatNobodySuppliedIsNotMeasuredAndSaysSo() {
    Row brand = context(CompanyWorld.of(PLAN, SEED), Factor.BRAND_EQUITY);

    assertThat(brand.getString(13)).isEqualTo("NOT_MEASURED");
    assertThat(brand.getString(14))
        .isEqualTo("Nobody supplied brand equity for the territories and months the rep held.");
    assertThat(brand.getDouble(11)).isZero();
  }

  @Test
  void aSuppliedIndexIsAveragedOverTheMonthsHeld() {
    Row brand = context(CompanyWorld.of(PLAN, SEED).given(INDICES), Factor.BRAND_EQUITY);

    assertThat(brand.getDouble(6)).isEqualTo(101.0);
    assertThat(brand.getString(8)).isEqualTo("inbound_index");
    assertThat(brand.getDouble(11)).isEqualTo(1.0);
  }

  private static Row context(CompanyWorld world, Factor factor) {
    return world.tables().context().stream()
        .filter(row -> row.getString(5).equals(factor.name()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aMissingConditionIsNamedAndWidensTheInterval() {
    Expectation without = company(CompanyWorld.of(PLAN, SEED));
    Expectation with = company(CompanyWorld.of(PLAN, SEED).given(INDICES));

    assertThat(without.size().missing())
        .containsExactlyInAnyOrder(
            Factor.PRICING_SHIFT, Factor.BRAND_EQUITY, Factor.ECONOMIC_CONDITIONS);
    assertThat(with.size().missing()).doesNotContain(Factor.BRAND_EQUITY);
    assertThat(without.noise().unmeasured()).isGreaterThan(with.noise().unmeasured());
    assertThat(Words.verdict(without)).contains("pricing shift, brand equity, economic conditions");
  }

  private static Expectation company(CompanyWorld world) {
    return world.expectations(Outcome.WIN).stream()
        .filter(row -> row.key().subject().equals(Subject.COMPANY))
        .filter(row -> row.key().quarter().equals("2026Q3"))
        .findFirst()
        .orElseThrow();
  }

  /** The one list of what tells cases apart; a longer one needs a decision, not a commit. */
  @Test
  void activityAiUseTenureAndManagerAreNeverCovariates() {
    assertThat(CaseFrames.TRAITS)
        .containsExactly("lead_source", "segment", "product", "deal_kind", "grade");
    assertThat(new Structure().reads().stream().map(Table::toString))
        .containsExactlyInAnyOrder(
            "silver.calendar",
            "silver.assignment",
            "silver.territory_assignment",
            "silver.structural_input",
            "silver.opportunity",
            "silver.opportunity_credit",
            "silver.lead",
            "gold.rep_week");
  }

  @Test
  void anIndicatorOfWhatPeopleDoIsRefused() {
    assertThat(CompanyWorld.POLICY.refuses("manager_quality")).isTrue();
    assertThat(CompanyWorld.POLICY.refuses("AI usage")).isTrue();
    assertThat(CompanyWorld.POLICY.refuses("rep-tenure")).isTrue();
    assertThat(CompanyWorld.POLICY.refuses("inbound_index")).isFalse();
    assertThat(
            context(CompanyWorld.of(PLAN, SEED).given(INDICES), Factor.ECONOMIC_CONDITIONS)
                .getString(13))
        .isEqualTo("NOT_MEASURED");
  }

  @Test
  void covariatesAreOnlyTraitsTierQuarterAndIndices() {
    CompanyWorld world = CompanyWorld.of(PLAN, SEED).given(INDICES);
    List<CaseSums> deals =
        world.cases().stream().filter(one -> one.who().family() == Family.DEAL).toList();
    Set<String> names =
        Design.build(deals, world.circumstances()).design().columns().stream()
            .map(column -> column.condition().name())
            .collect(Collectors.toSet());

    assertThat(names).containsExactlyInAnyOrder("tier", "segment", "quarter", "inbound_index");
  }

  @Test
  void oneTeamHasNobodyToLearnFrom() {
    CompanyWorld world = CompanyWorld.of(new Plan(1, 6, 12, 1, 0), SEED);

    assertThat(reasons(world))
        .contains("Nothing was to be expected: there is no other team to learn from.");
  }

  @Test
  void dealsThatAllEndAlikeTeachNothing() {
    CompanyWorld world = CompanyWorld.of(PLAN, SEED);
    List<CaseSums> lost = new ArrayList<>();
    for (CaseSums one : world.cases()) {
      boolean deal = one.who().family() == Family.DEAL;
      CaseSums.Counts none = CompanyWorld.counts(false, java.math.BigDecimal.ZERO);
      lost.add(deal ? new CaseSums(one.who(), one.situation(), none) : one);
    }

    assertThat(reasons(world.with(lost)))
        .contains("Nothing was to be expected: all 648 cases to learn from ended alike.");
  }

  @Test
  void fewCasesCarryNoExpectation() {
    assertThat(reasons(CompanyWorld.of(new Plan(4, 6, 3, 1, 0), SEED)))
        .contains("3 cases are too few to say what was to be expected: 5 are needed.");
  }

  @Test
  void aCompanyWithoutCasesHasReasonsOnly() {
    CompanyWorld world = CompanyWorld.of(PLAN, SEED);
    List<CaseSums> weeks =
        world.cases().stream().filter(one -> one.who().family() == Family.WEEK).toList();

    assertThat(reasons(world.with(weeks))).contains("No deal or lead was decided in the quarter.");
  }

  /** Reasons of the rows of reps that have no numbers. */
  private static Set<String> reasons(CompanyWorld world) {
    return world.tables().expected().stream()
        .filter(row -> !row.isNullAt(row.length() - 1))
        .map(row -> row.getString(row.length() - 1))
        .collect(Collectors.toSet());
  }
}
