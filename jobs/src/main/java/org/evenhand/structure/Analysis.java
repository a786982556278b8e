package org.evenhand.structure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.evenhand.stats.Figure;
import org.evenhand.table.Edition;

/** From sums of cases to the rows of the three tables, on the driver. */
final class Analysis {
  private static final Comparator<CaseSums> ORDER =
      Comparator.comparing((CaseSums c) -> c.who().family())
          .thenComparing(c -> c.who().quarter())
          .thenComparing(c -> c.who().team())
          .thenComparing(c -> c.who().rep())
          .thenComparing(c -> c.who().role())
          .thenComparing(c -> c.situation().month())
          .thenComparing(c -> c.situation().territory())
          .thenComparing(c -> new TreeMap<>(c.situation().traits()).toString());

  private final StructurePolicy policy;
  private final Series series;
  private final Places places;
  private final Circumstances circumstances;
  private final Edition edition;

  Analysis(
      StructurePolicy policy,
      Series series,
      Places places,
      Conditions conditions,
      Edition edition) {
    this.policy = policy;
    this.series = series;
    this.places = places;
    this.circumstances = new Circumstances(conditions, places);
    this.edition = edition;
  }

  StructureTables of(List<CaseSums> cases) {
    Map<Family, Models> models = models(cases);
    Map<Long, Subject> reps = reps();
    Figures figures = new Figures(edition, policy);
    List<Row> expected = new ArrayList<>();
    ExpectedRows rows = new ExpectedRows(edition, policy);
    Map<Outcome, Cells> made = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      Cells cells = Cells.of(outcome, models);
      made.put(outcome, cells);
      List<Expectation> found = Expectations.of(outcome, cells, policy);
      found.forEach(row -> expected.add(rows.of(row)));
      tell(outcome, found, figures);
      expected.addAll(missing(outcome, cells, found, reps, figures, rows));
    }
    Models deals = models.get(Family.DEAL);
    if (deals != null) {
      Explained.add(deals, figures);
    }
    List<Cell> wins = Objects.requireNonNull(made.get(Outcome.WIN)).known();
    return new StructureTables(context(wins, reps, figures), expected, figures.rows());
  }

  private Map<Family, Models> models(List<CaseSums> cases) {
    Map<Family, Models> models = new EnumMap<>(Family.class);
    cases.stream()
        .filter(this::concerns)
        .sorted(ORDER)
        .collect(
            Collectors.groupingBy(one -> one.who().family(), TreeMap::new, Collectors.toList()))
        .forEach(
            (family, own) ->
                models.put(family, new Models(Design.build(own, circumstances), policy.ridge())));
    return models;
  }

  /** Reps only; leads only of those whose role is to bring them to a meeting, or is unknown. */
  private boolean concerns(CaseSums one) {
    if (one.who().family() != Family.LEAD) {
      return Places.isRep(one.who().role());
    }
    return places
        .role(one.who().rep(), Circumstances.middle(one.situation().month()))
        .map(one.who().role()::equals)
        .orElse(true);
  }

  private Map<Long, Subject> reps() {
    Map<Long, Subject> reps = new TreeMap<>();
    places
        .reps(series.reported())
        .forEach((rep, span) -> reps.put(rep, Subject.rep(rep, span.where(), span.role())));
    return reps;
  }

  /** Figures of the reported quarter and of all quarters together. */
  private void tell(Outcome outcome, List<Expectation> found, Figures figures) {
    Funnel funnel = new Funnel(figures);
    for (Expectation row : found) {
      boolean now = row.key().quarter().equals(series.reported().quarter());
      if (now && row.noise().variance() > 0 && enough(row)) {
        figures.add(row);
        if (outcome == Outcome.WIN && row.key().subject().kind().equals(Subject.TEAM)) {
          funnel.add(row);
        }
      }
    }
    Calibration.add(
        outcome,
        found.stream().filter(row -> row.key().subject().isRep() && enough(row)).toList(),
        figures,
        policy.confidence());
  }

  private boolean enough(Expectation row) {
    return !row.key().subject().isRep() || row.size().cases() >= policy.minimumCases();
  }

  /** Reps of the reported quarter of whom nothing could be expected. */
  private List<Row> missing(
      Outcome outcome,
      Cells cells,
      List<Expectation> found,
      Map<Long, Subject> reps,
      Figures figures,
      ExpectedRows rows) {
    String quarter = series.reported().quarter();
    Set<String> there = new HashSet<>();
    for (Expectation row : found) {
      if (row.key().quarter().equals(quarter) && row.key().subject().isRep()) {
        there.add(row.key().subject().id());
        if (!enough(row)) {
          figures.undefined(row.key().subject(), outcome, Words.tooFew(row, policy.minimumCases()));
        }
      }
    }
    Map<String, String> reasons = new TreeMap<>();
    cells
        .unknown()
        .forEach(
            (who, reason) -> {
              if (who.quarter().equals(quarter)) {
                reasons.put(Long.toString(who.rep()), reason);
              }
            });
    List<Row> missing = new ArrayList<>();
    for (Subject rep : reps.values()) {
      if (!there.contains(rep.id())) {
        String reason = reasons.getOrDefault(rep.id(), Words.none(outcome, rep.role()));
        figures.undefined(rep, outcome, reason);
        missing.add(
            rows.none(
                new Expectation.Key(rep, outcome, quarter),
                new Expectation.Size(0, 1, Set.of()),
                reason));
      }
    }
    return missing;
  }

  private List<Row> context(List<Cell> cells, Map<Long, Subject> reps, Figures figures) {
    Map<Long, List<Cell>> wins =
        cells.stream()
            .filter(cell -> cell.who().quarter().equals(series.reported().quarter()))
            .collect(Collectors.groupingBy(cell -> cell.who().rep()));
    ContextRows contexts = new ContextRows(edition, series.reported(), places, circumstances, wins);
    List<Row> rows = new ArrayList<>();
    int[] measured = new int[Factor.COUNT];
    reps.forEach(
        (key, rep) -> {
          for (ContextRows.Context context : contexts.of(key)) {
            rows.add(contexts.row(rep, context));
            ContextRows.add(rep, context, figures);
            measured[context.factor().place()] +=
                context.measured().value() instanceof Figure.Known ? 1 : 0;
          }
        });
    for (Factor factor : Factor.values()) {
      measuredFor(factor, measured[factor.place()], reps.size(), figures);
    }
    return rows;
  }

  private static void measuredFor(Factor factor, int measured, int reps, Figures figures) {
    Figure share =
        measured == 0
            ? new Figure.NotMeasured("Nobody measured %s.".formatted(factor.words()))
            : new Figure.Known(
                measured / (double) reps, measured / (double) reps, measured / (double) reps, reps);
    figures.add(
        new Figures.About(Subject.COMPANY, "structural_condition", factor.key(), reps),
        share,
        new Figures.Reading("share", "reps", Figures.Interval.NONE, Optional.empty()));
  }
}
