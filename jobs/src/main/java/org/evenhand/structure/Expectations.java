package org.evenhand.structure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.evenhand.stats.Holm;
import org.evenhand.stats.NormalShrinkage;

/**
 * Cells to rows of reps, teams, roles and the company. A rep's difference from expectation is
 * shrunken by B = &tau;&sup2;/(&tau;&sup2; + v), &tau;&sup2; estimated on differences per case over
 * all quarters of the role, so that reps with many and with few cases compare. Other subjects add
 * up the parts of their reps.
 */
final class Expectations {
  private final Outcome outcome;
  private final StructurePolicy policy;
  private final Uncertainty uncertainty;
  private final Map<List<Object>, Expectation.Kept> kept = new HashMap<>();
  private final List<Expectation> rows = new ArrayList<>();

  private Expectations(Outcome outcome, List<Cell> cells, StructurePolicy policy) {
    this.outcome = outcome;
    this.policy = policy;
    this.uncertainty = Uncertainty.of(cells, policy.unmeasuredShare());
  }

  /** Rows of reps, then teams, roles and the company, all quarters. */
  static List<Expectation> of(Outcome outcome, Cells cells, StructurePolicy policy) {
    Expectations all = new Expectations(outcome, cells.known(), policy);
    all.reps(cells.known());
    all.groups(cells.known(), cell -> team(cell));
    all.groups(cells.known(), cell -> Optional.of(Subject.group("ROLE", cell.who().role())));
    all.groups(cells.known(), cell -> Optional.of(Subject.COMPANY));
    return List.copyOf(all.rows);
  }

  private static Optional<Subject> team(Cell cell) {
    return cell.who().hasTeam()
        ? Optional.of(Subject.group(Subject.TEAM, cell.who().team()))
        : Optional.empty();
  }

  private static List<Object> whose(Cell cell) {
    return List.of(cell.who().rep(), cell.who().quarter());
  }

  private void reps(List<Cell> cells) {
    Map<List<Object>, List<Cell>> perRep = new LinkedHashMap<>();
    cells.forEach(cell -> perRep.computeIfAbsent(whose(cell), key -> new ArrayList<>()).add(cell));
    perRep.values().removeIf(own -> Uncertainty.cases(own) == 0);
    Map<String, List<List<Cell>>> perRole = new TreeMap<>();
    perRep
        .values()
        .forEach(
            own ->
                perRole
                    .computeIfAbsent(largest(own).who().role(), role -> new ArrayList<>())
                    .add(own));
    perRole.values().forEach(this::shrink);
    List<Expectation> found = perRep.values().stream().map(this::rep).toList();
    List<Expectation> judged = found.stream().filter(this::enough).toList();
    rows.addAll(tested(judged, row -> row.key().subject().team().orElse(row.key().subject().id())));
    found.stream().filter(row -> !enough(row)).forEach(rows::add);
  }

  private boolean enough(Expectation row) {
    return row.size().cases() >= policy.minimumCases();
  }

  private void shrink(List<List<Cell>> reps) {
    List<List<Cell>> judged =
        reps.stream().filter(own -> uncertainty.noise(own).variance() > 0).toList();
    NormalShrinkage shrinkage =
        NormalShrinkage.of(
            judged.stream().mapToDouble(own -> difference(own) / Uncertainty.cases(own)).toArray(),
            judged.stream().mapToDouble(own -> variancePerCase(own)).toArray());
    for (List<Cell> own : reps) {
      double share = shrinkage.kept(variancePerCase(own));
      kept.put(whose(own.get(0)), new Expectation.Kept(shrinkage.tau2(), share));
    }
  }

  private double variancePerCase(List<Cell> own) {
    return uncertainty.noise(own).variance() / (Uncertainty.cases(own) * Uncertainty.cases(own));
  }

  private static double difference(List<Cell> cells) {
    return cells.stream().mapToDouble(cell -> cell.amounts().difference().doubleValue()).sum();
  }

  private static Cell largest(List<Cell> own) {
    return own.stream()
        .max(
            Comparator.<Cell>comparingDouble(cell -> cell.size().cases())
                .thenComparing(cell -> cell.who().team())
                .thenComparing(cell -> cell.who().role()))
        .orElseThrow();
  }

  private Expectation rep(List<Cell> own) {
    CaseSums.Who who = largest(own).who();
    Optional<String> team = who.hasTeam() ? Optional.of(who.team()) : Optional.empty();
    Optional<String> role = Optional.of(who.role()).filter(name -> !name.equals("UNKNOWN"));
    Expectation.Noise noise = uncertainty.noise(own);
    return row(
        Subject.rep(who.rep(), team, role),
        own,
        new Expectation.Noise(
            noise.chance(),
            noise.fit(),
            noise.unmeasured(),
            Optional.ofNullable(kept.get(whose(own.get(0))))));
  }

  private void groups(List<Cell> cells, Function<Cell, Optional<Subject>> by) {
    Map<List<Object>, List<Cell>> groups = new LinkedHashMap<>();
    for (Cell cell : cells) {
      by.apply(cell)
          .ifPresent(
              subject ->
                  groups
                      .computeIfAbsent(
                          List.of(subject, cell.who().quarter()), key -> new ArrayList<>())
                      .add(cell));
    }
    groups.values().removeIf(group -> Uncertainty.cases(group) == 0);
    List<Expectation> found =
        groups.entrySet().stream()
            .map(
                group ->
                    row(
                        (Subject) group.getKey().get(0),
                        group.getValue(),
                        uncertainty.noise(group.getValue())))
            .toList();
    rows.addAll(tested(found, row -> row.key().subject().kind()));
  }

  private Expectation row(Subject subject, List<Cell> cells, Expectation.Noise noise) {
    double deviation = Math.sqrt(noise.variance());
    Expectation.Parts parts = parts(cells);
    double z = deviation == 0 ? 0 : parts.difference().doubleValue() / deviation;
    return new Expectation(
        new Expectation.Key(subject, outcome, cells.get(0).who().quarter()),
        new Expectation.Size(
            Uncertainty.cases(cells),
            cells.stream().map(cell -> cell.who().rep()).distinct().count(),
            Uncertainty.missing(cells)),
        parts,
        noise,
        new Expectation.Test(z, Holm.pValue(z), Expectation.Verdict.WITHIN_EXPECTATION));
  }

  private Expectation.Parts parts(List<Cell> cells) {
    return new Expectation.Parts(
        sum(cells, cell -> cell.amounts().actual()),
        sum(cells, cell -> cell.amounts().mean()),
        sum(cells, cell -> cell.amounts().expected()),
        Arrays.stream(Factor.values())
            .map(factor -> sum(cells, cell -> cell.amounts().factors().get(factor.place())))
            .toList(),
        sum(cells, this::own));
  }

  /** B times the difference, rounded to the outcome's digits. */
  private BigDecimal own(Cell cell) {
    double share =
        Optional.ofNullable(kept.get(whose(cell))).map(Expectation.Kept::share).orElse(0.0);
    return cell.amounts()
        .difference()
        .multiply(BigDecimal.valueOf(share))
        .setScale(outcome.decimals(), RoundingMode.HALF_EVEN);
  }

  private static BigDecimal sum(List<Cell> cells, Function<Cell, BigDecimal> of) {
    return cells.stream().map(of).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** P-values adjusted among the rows of a quarter that share a group. */
  private List<Expectation> tested(List<Expectation> found, Function<Expectation, String> group) {
    Map<List<String>, List<Expectation>> groups = new LinkedHashMap<>();
    for (Expectation row : found) {
      groups
          .computeIfAbsent(List.of(row.key().quarter(), group.apply(row)), key -> new ArrayList<>())
          .add(row);
    }
    List<Expectation> tested = new ArrayList<>();
    for (List<Expectation> together : groups.values()) {
      List<Double> adjusted =
          Holm.adjusted(together.stream().map(row -> row.test().adjusted()).toList());
      for (int i = 0; i < together.size(); i++) {
        tested.add(judged(together.get(i), Objects.requireNonNull(adjusted.get(i))));
      }
    }
    return tested;
  }

  private Expectation judged(Expectation row, double adjusted) {
    double z = row.test().z();
    Expectation.Verdict verdict =
        adjusted >= policy.level()
            ? Expectation.Verdict.WITHIN_EXPECTATION
            : z > 0 ? Expectation.Verdict.ABOVE_EXPECTATION : Expectation.Verdict.BELOW_EXPECTATION;
    return new Expectation(
        row.key(),
        row.size(),
        row.parts(),
        row.noise(),
        new Expectation.Test(z, adjusted, verdict));
  }
}
