package org.evenhand.skills;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.evenhand.stats.Figure;
import org.evenhand.table.Edition;
import org.evenhand.table.RowBuilder;
import org.evenhand.table.columns.GoldSkillFigure;

/** Collects rows of gold.skill_figure. */
final class FigureRows {
  static final String POINTS = "points";
  static final String ITEMS = "items";

  private final Edition edition;
  private final List<Row> rows = new ArrayList<>();

  FigureRows(Edition edition) {
    this.edition = edition;
  }

  /** Whom a figure is about. */
  record Subject(String kind, String id, long reps) {
    static Subject rep(long key) {
      return new Subject("REP", Long.toString(key), 1);
    }

    static Subject company(long reps) {
      return new Subject("COMPANY", "all", reps);
    }
  }

  /**
   * What is measured.
   *
   * @param dimension parts separated by a bar
   */
  record What(String measure, String dimension) {
    static What of(String measure, Object... parts) {
      List<String> texts = new ArrayList<>();
      for (Object part : parts) {
        texts.add(String.valueOf(part));
      }
      return new What(measure, String.join("|", texts));
    }
  }

  /** How it reads. */
  record Reading(
      String unit,
      String nUnit,
      Optional<Double> confidence,
      Optional<String> verdict,
      Optional<String> reason) {
    /** Something counted: no interval. */
    static Reading count(String unit) {
      return new Reading(unit, unit, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A level or change with its interval. */
    static Reading points(double confidence) {
      return new Reading(
          POINTS, ITEMS, Optional.of(confidence), Optional.empty(), Optional.empty());
    }

    Reading plain() {
      return new Reading(unit, nUnit, Optional.empty(), verdict, reason);
    }

    Reading per(String newUnit) {
      return new Reading(newUnit, nUnit, confidence, verdict, reason);
    }

    Reading saying(String word) {
      return new Reading(unit, nUnit, confidence, Optional.of(word), reason);
    }

    Reading because(Optional<String> text) {
      return new Reading(unit, nUnit, confidence, verdict, text);
    }
  }

  void add(Subject subject, What what, Figure figure, Reading reading) {
    RowBuilder row =
        new RowBuilder(GoldSkillFigure.TABLE, edition)
            .set(GoldSkillFigure.SUBJECT_KIND, subject.kind())
            .set(GoldSkillFigure.SUBJECT, subject.id())
            .set(GoldSkillFigure.MEASURE, what.measure())
            .set(GoldSkillFigure.DIMENSION, what.dimension())
            .set(GoldSkillFigure.PERIOD, "now")
            .set(GoldSkillFigure.REPS, subject.reps())
            .set(GoldSkillFigure.UNIT, reading.unit())
            .set(GoldSkillFigure.N_UNIT, reading.nUnit())
            .set(GoldSkillFigure.STATE, figure.state())
            .maybe(GoldSkillFigure.REASON, figure.why().or(reading::reason));
    if (figure instanceof Figure.Known known) {
      row.set(GoldSkillFigure.VALUE, known.value())
          .set(GoldSkillFigure.LOW, known.low())
          .set(GoldSkillFigure.HIGH, known.high())
          .set(GoldSkillFigure.N, known.n())
          .maybe(GoldSkillFigure.CONFIDENCE, reading.confidence())
          .maybe(GoldSkillFigure.VERDICT, reading.verdict());
    }
    rows.add(row.build());
  }

  List<Row> all() {
    return List.copyOf(rows);
  }
}
