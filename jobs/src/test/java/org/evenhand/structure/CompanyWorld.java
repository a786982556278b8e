package org.evenhand.structure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.evenhand.schema.Policies;
import org.evenhand.structure.CaseSums.Counts;
import org.evenhand.structure.CaseSums.Money;
import org.evenhand.structure.CaseSums.Situation;
import org.evenhand.structure.CaseSums.Who;
import org.evenhand.table.Edition;
import org.evenhand.table.columns.SilverAssignment;
import org.evenhand.table.columns.SilverStructuralInput;
import org.evenhand.table.columns.SilverTerritoryAssignment;
import org.evenhand.testing.TextTable;

/**
 * Teams of AEs, each with a rich and a poor territory, deciding deals over three quarters. What a
 * rich territory adds to the log odds is planted; so is each rep's own.
 */
final class CompanyWorld {
  static final Series SERIES =
      new Series(List.of(days("2026Q1", 1), days("2026Q2", 4), days("2026Q3", 7)));
  static final Edition EDITION = new Edition("2026Q3", "edition1");
  static final StructurePolicy POLICY =
      new StructurePolicy(
          Policies.bundled().get("structure"), Policies.bundled().get("thresholds"), "USD");

  private final List<CaseSums> cases;
  private String conditions = "";

  private CompanyWorld(List<CaseSums> cases) {
    this.cases = cases;
  }

  /**
   * @param advantage of a rich territory in log odds
   * @param talent standard deviation of the reps' own log odds
   */
  record Plan(int teams, int reps, int deals, double advantage, double talent) {}

  private static Series.Days days(String quarter, int month) {
    LocalDate first = LocalDate.of(2026, month, 1);
    return new Series.Days(quarter, first, first.plusMonths(3).minusDays(1));
  }

  static CompanyWorld of(Plan plan, long seed) {
    Random random = new Random(seed);
    List<CaseSums> cases = new ArrayList<>();
    for (int rep = 0; rep < plan.teams() * plan.reps(); rep++) {
      double talent = plan.talent() * random.nextGaussian();
      for (Series.Days quarter : SERIES.quarters()) {
        for (int deal = 0; deal < plan.deals(); deal++) {
          cases.add(deal(plan, rep, talent, quarter, random));
        }
        cases.add(weeks(plan, rep, quarter, random));
      }
    }
    return new CompanyWorld(cases);
  }

  private static CaseSums deal(
      Plan plan, int rep, double talent, Series.Days quarter, Random random) {
    boolean large = random.nextInt(3) == 0;
    double odds = -0.6 + talent + (rich(rep) ? plan.advantage() : 0) - (large ? 0.5 : 0);
    boolean won = random.nextDouble() < 1 / (1 + Math.exp(-odds));
    double size = Math.exp((large ? 10 : 8.5) + 0.4 * random.nextGaussian());
    BigDecimal amount =
        won ? BigDecimal.valueOf(size).setScale(2, RoundingMode.HALF_UP) : BigDecimal.ZERO;
    return new CaseSums(
        who(Family.DEAL, plan, rep, quarter),
        new Situation(
            quarter.first().plusMonths(random.nextInt(3)),
            territory(plan, rep),
            Map.of("segment", large ? "Enterprise" : "SMB")),
        counts(won, amount));
  }

  static Counts counts(boolean won, BigDecimal amount) {
    double real = amount.doubleValue();
    double log = won ? Math.log(real) : 0;
    double y = won ? 1 : 0;
    return new Counts(1, 1, y, y, new Money(1, y, log, log * log, amount, real * real));
  }

  private static CaseSums weeks(Plan plan, int rep, Series.Days quarter, Random random) {
    double sum = 0;
    double squares = 0;
    for (int week = 0; week < 12; week++) {
      double hours = 20 + random.nextGaussian();
      sum += hours;
      squares += hours * hours;
    }
    return new CaseSums(
        who(Family.WEEK, plan, rep, quarter),
        new Situation(quarter.first(), "", Map.of()),
        new Counts(12, 12, sum, squares, new Money(0, 0, 0, 0, BigDecimal.ZERO, 0)));
  }

  private static Who who(Family family, Plan plan, int rep, Series.Days quarter) {
    return new Who(family, rep, "T" + rep / plan.reps(), "AE", quarter.quarter());
  }

  /** Every second rep of a team. */
  static boolean rich(long rep) {
    return rep % 2 == 0;
  }

  private static String territory(Plan plan, int rep) {
    return (rich(rep) ? "rich" : "poor") + rep / plan.reps();
  }

  /** The same company with rows of structural input added. */
  CompanyWorld given(String text) {
    conditions = text;
    return this;
  }

  CompanyWorld with(List<CaseSums> others) {
    return new CompanyWorld(others).given(conditions);
  }

  /** Cases of the same conditions added up, as the job makes them. */
  List<CaseSums> summed() {
    Map<List<Object>, CaseSums> sums = new java.util.LinkedHashMap<>();
    for (CaseSums one : cases) {
      sums.merge(
          List.of(one.who(), one.situation()),
          one,
          (a, b) -> new CaseSums(a.who(), a.situation(), plus(a.counts(), b.counts())));
    }
    return List.copyOf(sums.values());
  }

  private static Counts plus(Counts a, Counts b) {
    Money m = a.money();
    Money n = b.money();
    return new Counts(
        a.n() + b.n(),
        a.rows() + b.rows(),
        a.y() + b.y(),
        a.squares() + b.squares(),
        new Money(
            m.n() + n.n(),
            m.won() + n.won(),
            m.logs() + n.logs(),
            m.logSquares() + n.logSquares(),
            m.amount().add(n.amount()),
            m.squares() + n.squares()));
  }

  List<CaseSums> cases() {
    return cases;
  }

  Circumstances circumstances() {
    return new Circumstances(conditions(), places());
  }

  private Conditions conditions() {
    return Conditions.of(
        conditions.isEmpty() ? List.of() : TextTable.rows(SilverStructuralInput.TABLE, conditions),
        POLICY);
  }

  private Places places() {
    Map<Long, Who> reps =
        cases.stream()
            .map(CaseSums::who)
            .collect(Collectors.toMap(Who::rep, who -> who, (a, b) -> a, java.util.TreeMap::new));
    StringBuilder assignments =
        new StringBuilder("rep_key | from_date | to_date | team_id | role | employed\n");
    StringBuilder held =
        new StringBuilder("rep_key | territory_id | territory_tier | from_date | to_date\n");
    reps.forEach(
        (rep, who) -> {
          assignments.append(
              "%d | 2025-01-01 | NULL | %s | AE | true%n".formatted(rep, who.team()));
          held.append(
              "%d | %s%s | %s | 2025-01-01 | NULL%n"
                  .formatted(
                      rep,
                      rich(rep) ? "rich" : "poor",
                      who.team().substring(1),
                      rich(rep) ? "A" : "C"));
        });
    return Places.of(
        TextTable.rows(SilverAssignment.TABLE, assignments.toString()),
        TextTable.rows(SilverTerritoryAssignment.TABLE, held.toString()));
  }

  StructureTables tables() {
    return new Analysis(POLICY, SERIES, places(), conditions(), EDITION).of(cases);
  }

  /** Expectations of an outcome, all subjects and quarters. */
  List<Expectation> expectations(Outcome outcome) {
    List<CaseSums> own =
        cases.stream().filter(one -> outcome.families().contains(one.who().family())).toList();
    Models models = new Models(Design.build(own, circumstances()), POLICY.ridge());
    return Expectations.of(
        outcome, Cells.of(outcome, Map.of(own.get(0).who().family(), models)), POLICY);
  }

  static List<Expectation> reps(List<Expectation> all) {
    return all.stream().filter(row -> row.key().subject().isRep()).toList();
  }
}
