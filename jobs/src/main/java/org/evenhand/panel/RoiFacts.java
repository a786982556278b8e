package org.evenhand.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.evenhand.stats.Figure;
import org.evenhand.table.Column;
import org.evenhand.table.columns.GoldHarmonyLink;
import org.evenhand.table.columns.GoldRoiEffect;
import org.evenhand.table.columns.GoldRoiSummary;

/** Effects of AI rollouts, the chain behind them and their balance, as facts. */
final class RoiFacts {
  private static final String EFFECT = "effect";

  /** Lines of the balance that repeat an effect. */
  private static final Set<String> REPEATED = Set.of("MEASURED_HOURS", "RETENTION");

  private RoiFacts() {}

  // --- effects

  static List<Fact> effects(List<Row> rows) {
    return rows.stream()
        .filter(row -> !GoldRoiEffect.AGGREGATE.text(row).equals("COHORT"))
        .map(RoiFacts::effect)
        .toList();
  }

  private static Fact effect(Row row) {
    String kind = GoldRoiEffect.SCOPE_KIND.text(row);
    String scope = GoldRoiEffect.SCOPE.text(row);
    boolean group = Set.of("COMPANY", "ROLE", "TEAM").contains(kind);
    Fact.Id id =
        new Fact.Id(
            group ? kind : "COMPANY",
            group ? scope : "all",
            GoldRoiEffect.MEASURE.text(row),
            dimension(row, group),
            GoldRoiEffect.AGGREGATE.text(row).equals("QUARTER") ? "effect_quarter" : EFFECT);
    Fact.Reading reading =
        new Fact.Reading(
            GoldRoiEffect.UNIT.text(row),
            "reps",
            Optional.ofNullable((Double) GoldRoiEffect.CONFIDENCE.value(row)),
            text(row, GoldRoiEffect.GRADE),
            text(row, GoldRoiEffect.VERDICT).map(RoiFacts::verdict),
            text(row, GoldRoiEffect.REASON));
    long reps = GoldRoiEffect.REPS.whole(row);
    Figure figure =
        figure(row, GoldRoiEffect.STATE, GoldRoiEffect.VALUE, GoldRoiEffect.REASON, reps);
    return new Fact(id, figure, reps, reading, query(row));
  }

  private static String dimension(Row row, boolean group) {
    if (GoldRoiEffect.AGGREGATE.text(row).equals("EVENT")) {
      return "event %+d".formatted((Integer) GoldRoiEffect.POSITION.value(row));
    }
    return group
        ? ""
        : (GoldRoiEffect.SCOPE_KIND.text(row) + " " + GoldRoiEffect.SCOPE.text(row))
            .toLowerCase(Locale.ROOT);
  }

  /** The words of reports for the rule's verdicts. */
  private static String verdict(String rule) {
    return switch (rule) {
      case "HELPS", "HELPS_MATERIALLY" -> Verdict.IMPROVED.name();
      case "HARMS" -> Verdict.GOT_WORSE.name();
      case "NO_MATERIAL_EFFECT" -> Verdict.NO_CLEAR_CHANGE.name();
      default -> Verdict.CANNOT_TELL.name();
    };
  }

  private static String query(Row row) {
    return "select * from gold.roi_effect where scope_kind = '%s' and scope = '%s' and measure = '%s' and aggregate = '%s' and position = %d"
        .formatted(
            GoldRoiEffect.SCOPE_KIND.text(row),
            GoldRoiEffect.SCOPE.text(row).replace("'", "''"),
            GoldRoiEffect.MEASURE.text(row),
            GoldRoiEffect.AGGREGATE.text(row),
            (Integer) GoldRoiEffect.POSITION.value(row));
  }

  // --- the chain

  /** What passes on to each link, when each first improved, which is the weakest. */
  static List<Fact> links(List<Row> rows) {
    List<Fact> facts = new ArrayList<>();
    for (Row row : rows) {
      String measure = GoldHarmonyLink.MEASURE.text(row);
      if (!GoldHarmonyLink.PASS_KIND.isNull(row)) {
        facts.add(link(row, "pass_through", measure, pass(row)));
      }
      facts.add(link(row, "harmony_onset", measure, onset(row)));
      if ((Boolean) row.get(row.fieldIndex(GoldHarmonyLink.WEAKEST.name()))) {
        Integer number = (Integer) GoldHarmonyLink.LINK.value(row);
        facts.add(
            link(row, "weakest_link", "", Figure.count(number == null ? 0 : number))
                .because(GoldHarmonyLink.NAME.text(row)));
      }
    }
    return facts;
  }

  private static Figure pass(Row row) {
    if (!GoldHarmonyLink.PASS_KIND.text(row).equals("BOUNDED")) {
      return new Figure.Undefined(
          "The effect on the link before cannot be told from 0, so nothing can be divided by it.");
    }
    return new Figure.Known(
        GoldHarmonyLink.PASS_THROUGH.real(row),
        GoldHarmonyLink.PASS_LOW.real(row),
        GoldHarmonyLink.PASS_HIGH.real(row),
        0);
  }

  private static Figure onset(Row row) {
    Integer onset = (Integer) GoldHarmonyLink.ONSET.value(row);
    return onset == null
        ? new Figure.Undefined("It has not clearly improved in any period since the start.")
        : Figure.count(onset);
  }

  private static Fact link(Row row, String measure, String dimension, Figure figure) {
    Fact.Id id =
        new Fact.Id(
            GoldHarmonyLink.SCOPE_KIND.text(row),
            GoldHarmonyLink.SCOPE.text(row),
            measure,
            dimension,
            EFFECT);
    Fact.Reading reading =
        Fact.Reading.plain(measure.equals("harmony_onset") ? "periods" : "ratio", "links")
            .because(GoldHarmonyLink.PRECEDENCE.text(row));
    return new Fact(
        id,
        figure,
        Long.MAX_VALUE,
        reading,
        "select * from gold.harmony_link where scope_kind = '%s' and scope = '%s' and link = %d"
            .formatted(id.kind(), id.subject(), (Integer) GoldHarmonyLink.LINK.value(row)));
  }

  // --- the balance

  static List<Fact> summary(List<Row> rows) {
    return rows.stream()
        .filter(row -> !REPEATED.contains(GoldRoiSummary.LINE.text(row)))
        .map(RoiFacts::line)
        .toList();
  }

  private static Fact line(Row row) {
    Fact.Id id =
        new Fact.Id(
            GoldRoiSummary.SCOPE_KIND.text(row),
            GoldRoiSummary.SCOPE.text(row),
            GoldRoiSummary.MEASURE.text(row),
            part(row),
            EFFECT);
    long reps = GoldRoiSummary.N.whole(row);
    Fact.Reading plain =
        new Fact.Reading(
            GoldRoiSummary.UNIT.text(row),
            "reps",
            Optional.empty(),
            text(row, GoldRoiSummary.GRADE),
            Optional.empty(),
            text(row, GoldRoiSummary.REASON));
    return new Fact(
        id,
        figure(row, GoldRoiSummary.STATE, GoldRoiSummary.VALUE, GoldRoiSummary.REASON, reps),
        reps,
        plain,
        "select * from gold.roi_summary where scope_kind = '%s' and scope = '%s' and line = '%s' and basis = '%s'"
            .formatted(
                id.kind(),
                id.subject(),
                GoldRoiSummary.LINE.text(row),
                GoldRoiSummary.BASIS.text(row)));
  }

  private static String part(Row row) {
    return switch (GoldRoiSummary.LINE.text(row)) {
      case "RAMP_WITH_AI" -> "hired after the start";
      case "RAMP_WITHOUT_AI" -> "other hires";
      default -> GoldRoiSummary.BASIS.text(row).equals("LOWER_BOUND") ? "lower bound" : "";
    };
  }

  // --- shared

  /** Low and high have the same names in both tables. */
  private static Figure figure(Row row, Column state, Column value, Column reason, long n) {
    return switch (state.text(row)) {
      case "KNOWN" ->
          new Figure.Known(
              value.real(row),
              end(row, GoldRoiEffect.LOW, Double.NEGATIVE_INFINITY),
              end(row, GoldRoiEffect.HIGH, Double.POSITIVE_INFINITY),
              n);
      case "SUPPRESSED" -> new Figure.Suppressed(reason.text(row));
      case "NOT_MEASURED" -> new Figure.NotMeasured(reason.text(row));
      default -> new Figure.Undefined(reason.text(row));
    };
  }

  private static double end(Row row, Column end, double open) {
    return end.isNull(row) ? open : end.real(row);
  }

  private static Optional<String> text(Row row, Column column) {
    return column.isNull(row) ? Optional.empty() : Optional.of(column.text(row));
  }
}
