package org.evenhand.structure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.evenhand.stats.Figure;
import org.evenhand.stats.Quantiles;
import org.evenhand.table.Edition;
import org.evenhand.table.RowBuilder;
import org.evenhand.table.columns.GoldStructureFigure;

/** Rows of gold.structure_figure: what reports print of structure, for the reported quarter. */
final class Figures {
  private final Edition edition;
  private final StructurePolicy policy;
  private final List<Row> rows = new ArrayList<>();

  Figures(Edition edition, StructurePolicy policy) {
    this.edition = edition;
    this.policy = policy;
  }

  /**
   * What a figure is about.
   *
   * @param reps reps it rests on
   */
  record About(Subject subject, String measure, String dimension, long reps) {}

  /**
   * How it reads.
   *
   * @param interval whether low and high are an interval at the policy's confidence
   */
  record Reading(String unit, String nUnit, Interval interval, Optional<String> reason) {
    static Reading plain(String unit, String nUnit) {
      return new Reading(unit, nUnit, Interval.NONE, Optional.empty());
    }

    Reading because(String text) {
      return new Reading(unit, nUnit, interval, Optional.of(text));
    }
  }

  /** At which level low and high hold. */
  record Interval(Optional<Double> confidence) {
    static final Interval NONE = new Interval(Optional.empty());

    static Interval at(double level) {
      return new Interval(Optional.of(level));
    }
  }

  List<Row> rows() {
    return List.copyOf(rows);
  }

  /** The expectation of a subject and its parts. */
  void add(Expectation row) {
    Expectation.Parts parts = row.parts();
    part(row, "actual", parts.actual());
    part(row, "mean", parts.mean());
    part(row, "expected", parts.expected());
    part(row, "structural", parts.structural());
    part(row, "rep", parts.rep());
    part(row, "chance", parts.chance());
    for (Factor factor : Factor.values()) {
      if (row.size().missing().contains(factor)
          && parts.factors().get(factor.place()).signum() == 0) {
        none(row, factor.key(), "Nobody measured %s.".formatted(factor.words()));
      } else {
        part(row, factor.key(), parts.factors().get(factor.place()));
      }
    }
    part(row, "other", parts.other());
    residual(row);
  }

  private void residual(Expectation row) {
    double difference = row.parts().difference().doubleValue();
    double margin = Quantiles.normal(policy.confidence()) * Math.sqrt(row.noise().variance());
    Reading reading =
        new Reading(
            row.key().outcome().unit(policy.currency()),
            row.key().outcome().caseUnit(),
            Interval.at(policy.confidence()),
            Optional.of(Words.verdict(row)));
    add(
        about(row, "residual"),
        new Figure.Known(
            difference, difference - margin, difference + margin, Math.round(row.size().cases())),
        reading);
  }

  private void part(Expectation row, String dimension, BigDecimal amount) {
    double value = amount.doubleValue();
    add(
        about(row, dimension),
        new Figure.Known(value, value, value, Math.round(row.size().cases())),
        plain(row.key().outcome()));
  }

  private void none(Expectation row, String dimension, String reason) {
    add(about(row, dimension), new Figure.NotMeasured(reason), plain(row.key().outcome()));
  }

  private static About about(Expectation row, String dimension) {
    return new About(
        row.key().subject(), measure(row.key().outcome()), dimension, row.size().reps());
  }

  private Reading plain(Outcome outcome) {
    return Reading.plain(outcome.unit(policy.currency()), outcome.caseUnit());
  }

  static String measure(Outcome outcome) {
    return "structure_" + outcome.key();
  }

  /** Somebody without an expectation. */
  void undefined(Subject subject, Outcome outcome, String reason) {
    for (String dimension : List.of("actual", "expected", "residual")) {
      add(
          new About(subject, measure(outcome), dimension, 1),
          new Figure.Undefined(reason),
          plain(outcome));
    }
  }

  void add(About about, Figure figure, Reading reading) {
    RowBuilder row =
        new RowBuilder(GoldStructureFigure.TABLE, edition)
            .set(GoldStructureFigure.SUBJECT_KIND, about.subject().kind())
            .set(GoldStructureFigure.SUBJECT, about.subject().id())
            .set(GoldStructureFigure.MEASURE, about.measure())
            .set(GoldStructureFigure.DIMENSION, about.dimension())
            .set(GoldStructureFigure.PERIOD, "now")
            .set(GoldStructureFigure.REPS, about.reps())
            .set(GoldStructureFigure.UNIT, reading.unit())
            .set(GoldStructureFigure.N_UNIT, reading.nUnit())
            .set(GoldStructureFigure.STATE, figure.state())
            .maybe(GoldStructureFigure.REASON, figure.why().or(reading::reason));
    if (figure instanceof Figure.Known known) {
      row.set(GoldStructureFigure.VALUE, known.value())
          .set(GoldStructureFigure.LOW, known.low())
          .set(GoldStructureFigure.HIGH, known.high())
          .set(GoldStructureFigure.N, known.n())
          .maybe(GoldStructureFigure.CONFIDENCE, reading.interval().confidence());
    }
    rows.add(row.build());
  }
}
