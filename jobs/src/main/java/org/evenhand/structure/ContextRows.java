package org.evenhand.structure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.evenhand.stats.Figure;
import org.evenhand.structure.Circumstances.Condition;
import org.evenhand.structure.Conditions.Supplied;
import org.evenhand.table.Edition;
import org.jspecify.annotations.Nullable;

/** The six conditions of every rep of the reported quarter: S1-30 to S1-35, all always there. */
final class ContextRows {
  private final Edition edition;
  private final Series.Days quarter;
  private final Places places;
  private final Circumstances circumstances;
  private final Map<Long, List<Cell>> wins;

  /**
   * @param wins cells of wins of the reported quarter, by rep
   */
  ContextRows(
      Edition edition,
      Series.Days quarter,
      Places places,
      Circumstances circumstances,
      Map<Long, List<Cell>> wins) {
    this.edition = edition;
    this.quarter = quarter;
    this.places = places;
    this.circumstances = circumstances;
    this.wins = Map.copyOf(wins);
  }

  /**
   * A condition of a rep.
   *
   * @param wins what it brought; empty without an expectation
   */
  record Context(Factor factor, Measured measured, Optional<Double> wins) {}

  /**
   * @param value the figure, or why there is none
   * @param unit of the value
   * @param told where it comes from
   */
  record Measured(Figure value, double completeness, Optional<String> unit, Told told) {
    static Measured not(String reason) {
      return new Measured(
          new Figure.NotMeasured(reason),
          0,
          Optional.empty(),
          new Told(Optional.empty(), Optional.empty(), Optional.empty()));
    }
  }

  /**
   * Where a value comes from.
   *
   * @param indicator what is measured
   * @param source who supplied it
   * @param method how
   */
  record Told(Optional<String> indicator, Optional<String> source, Optional<String> method) {}

  /** The six conditions of a rep, in their order. */
  List<Context> of(long rep) {
    List<Context> six = new ArrayList<>();
    for (Factor factor : Factor.values()) {
      Optional<Double> brought = brought(rep, factor);
      Measured measured =
          factor == Factor.LEAD_QUALITY
              ? kinds(rep)
              : supplied(rep, factor).orElseGet(() -> learnt(rep, factor, brought));
      six.add(new Context(factor, measured, brought));
    }
    return six;
  }

  private Optional<Double> brought(long rep, Factor factor) {
    List<Cell> own = wins.getOrDefault(rep, List.of());
    return own.isEmpty()
        ? Optional.empty()
        : Optional.of(
            own.stream()
                .mapToDouble(cell -> cell.amounts().factors().get(factor.place()).doubleValue())
                .sum());
  }

  private Measured kinds(long rep) {
    List<Cell> own = wins.getOrDefault(rep, List.of());
    double cases = own.stream().mapToDouble(cell -> cell.size().cases()).sum();
    double measured = own.stream().mapToDouble(c -> measured(c, Factor.LEAD_QUALITY)).sum();
    if (cases == 0 || measured == 0) {
      return Measured.not(
          cases == 0
              ? "No deal or lead of the quarter says what kind of cases the rep was given."
              : "Nobody recorded source, segment or grade of the rep's cases.");
    }
    double share = own.stream().mapToDouble(cell -> cell.size().byKind()).sum() / cases;
    return new Measured(
        new Figure.Known(share, share, share, Math.round(cases)),
        measured / cases,
        Optional.of("share"),
        new Told(
            Optional.of("expected_success"),
            Optional.of("CRM"),
            Optional.of("success of other teams with cases of the same kind")));
  }

  private static double measured(Cell cell, Factor factor) {
    return cell.size().measured().get(factor.place());
  }

  /** Mean of the first indicator anybody supplied, over the territories and months held. */
  private Optional<Measured> supplied(long rep, Factor factor) {
    double sum = 0;
    double covered = 0;
    int months = 0;
    int found = 0;
    Optional<Map.Entry<Condition, Supplied>> first = Optional.empty();
    for (LocalDate month = quarter.first().withDayOfMonth(1);
        !month.isAfter(quarter.last());
        month = month.plusMonths(1)) {
      months++;
      Optional<Map.Entry<Condition, Supplied>> value = value(rep, factor, month, first);
      if (value.isPresent()) {
        first = first.isPresent() ? first : value;
        sum += value.get().getValue().value();
        covered += value.get().getValue().completeness();
        found++;
      }
    }
    if (first.isEmpty()) {
      return Optional.empty();
    }
    double mean = sum / found;
    Supplied like = first.get().getValue();
    return Optional.of(
        new Measured(
            new Figure.Known(mean, mean, mean, found),
            covered / months,
            like.unit(),
            new Told(Optional.of(first.get().getKey().name()), like.source(), like.method())));
  }

  private Optional<Map.Entry<Condition, Supplied>> value(
      long rep, Factor factor, LocalDate month, Optional<Map.Entry<Condition, Supplied>> like) {
    List<String> held = places.territories(rep, Circumstances.middle(month));
    return circumstances.numbers(held, "", month).entrySet().stream()
        .filter(entry -> entry.getKey().factor() == factor)
        .filter(entry -> like.map(l -> l.getKey().equals(entry.getKey())).orElse(true))
        .min(Map.Entry.comparingByKey());
  }

  /** Without an index: what other teams' cases of the same tier or quarter say. */
  private Measured learnt(long rep, Factor factor, Optional<Double> brought) {
    double measured =
        wins.getOrDefault(rep, List.of()).stream().mapToDouble(c -> measured(c, factor)).sum();
    if (brought.isEmpty() || measured == 0) {
      return Measured.not(
          "Nobody supplied %s for the territories and months the rep held."
              .formatted(factor.words()));
    }
    return new Measured(
        new Figure.Known(brought.get(), brought.get(), brought.get(), 1),
        1,
        Optional.of("wins"),
        new Told(
            Optional.of("effect"),
            Optional.of("CRM"),
            Optional.of(
                factor == Factor.TERRITORY_QUALITY
                    ? "success of other teams in territories of the same tier"
                    : "success of other teams in the same quarter")));
  }

  Row row(Subject rep, Context context) {
    List<@Nullable Object> values = new ArrayList<>();
    Measured measured = context.measured();
    values.add(edition.quarter());
    values.add(edition.id());
    values.add(Long.parseLong(rep.id()));
    values.add(rep.team().orElse(null));
    values.add(rep.role().orElse(null));
    values.add(context.factor().name());
    values.add(measured.value() instanceof Figure.Known known ? known.value() : null);
    values.add(measured.unit().orElse(null));
    values.add(measured.told().indicator().orElse(null));
    values.add(measured.told().source().orElse(null));
    values.add(measured.told().method().orElse(null));
    values.add(Math.max(0, Math.min(1, measured.completeness())));
    values.add(context.wins().orElse(null));
    values.add(measured.value().state());
    values.add(measured.value().why().orElse(null));
    return RowFactory.create(values.toArray());
  }

  /** As a figure of the rep. */
  static void add(Subject rep, Context context, Figures figures) {
    Measured measured = context.measured();
    Figures.Reading plain = Figures.Reading.plain(measured.unit().orElse("index"), "months");
    figures.add(
        new Figures.About(rep, "structural_condition", context.factor().key(), 1),
        measured.value(),
        measured.told().method().map(plain::because).orElse(plain));
  }
}
