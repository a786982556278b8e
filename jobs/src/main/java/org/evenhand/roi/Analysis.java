package org.evenhand.roi;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.evenhand.stats.Figure;
import org.evenhand.table.Edition;

/** From sums to rows: every scope judged, the chain and the balance of company and roles. */
final class Analysis {
  private final Input input;
  private final List<Findings> findings;

  private Analysis(Input input, List<Findings> findings) {
    this.input = input;
    this.findings = findings;
  }

  /** Everything an analysis needs, on the driver. */
  record Input(
      RoiPolicy policy,
      Units units,
      Estimator estimator,
      Panel panel,
      People people,
      Outside outside) {}

  /** What other sources say: cost, belief. */
  record Outside(Costs costs, Figure selfReported) {}

  /** Rows of the three tables. */
  record Output(List<Row> effects, List<Row> links, List<Row> summary) {}

  static Analysis of(Input input) {
    List<Findings> findings = new ArrayList<>();
    scopes(input.panel()).forEach(scope -> findings.add(judged(scope, input)));
    return new Analysis(input, List.copyOf(findings));
  }

  /** One scope; the test by lot is made for the company only. */
  static Findings judged(Scope scope, Input input) {
    boolean company = scope.kind() == Scope.Kind.COMPANY;
    Findings.Depth depth = company ? Findings.Depth.FULL : Findings.Depth.PLAIN;
    return Findings.of(scope, input.estimator(), input.policy(), depth);
  }

  private static boolean large(Scope scope) {
    return scope.kind() == Scope.Kind.COMPANY || scope.kind() == Scope.Kind.ROLE;
  }

  private static List<Scope> scopes(Panel panel) {
    List<Scope> scopes = new ArrayList<>();
    scopes.add(Scope.company(panel));
    values(panel, stratum -> stratum.role()).forEach(id -> scopes.add(Scope.role(panel, id)));
    values(panel, stratum -> stratum.priorTercile())
        .forEach(id -> scopes.add(Scope.tercile(panel, id)));
    values(panel, stratum -> stratum.tenureBand()).forEach(id -> scopes.add(Scope.band(panel, id)));
    SortedSet<String> teams = new TreeSet<>();
    panel.sums().stream()
        .map(BlockSum::block)
        .filter(Block::treated)
        .forEach(block -> teams.add(block.team()));
    teams.forEach(team -> scopes.add(Scope.team(panel, team)));
    return scopes;
  }

  private static SortedSet<String> values(Panel panel, Function<Member.Stratum, String> part) {
    SortedSet<String> values = new TreeSet<>();
    panel.sums().forEach(sum -> values.add(part.apply(sum.block().stratum())));
    values.removeIf(value -> value.equalsIgnoreCase("unknown"));
    return values;
  }

  List<Findings> findings() {
    return findings;
  }

  Output output(Edition edition) {
    RoiPolicy policy = input.policy();
    EffectRows effectRows =
        new EffectRows(edition, policy, input.units(), input.people().cohorts());
    HarmonyRows harmonyRows = new HarmonyRows(edition, policy, input.units());
    SummaryRows summaryRows = new SummaryRows(edition, input);
    List<Row> effects = new ArrayList<>();
    List<Row> links = new ArrayList<>();
    List<Row> summary = new ArrayList<>();
    for (Findings one : findings) {
      effects.addAll(effectRows.of(one));
      if (large(one.scope())) {
        links.addAll(harmonyRows.of(one));
        summary.addAll(summaryRows.of(one));
      }
    }
    return new Output(effects, links, summary);
  }
}
