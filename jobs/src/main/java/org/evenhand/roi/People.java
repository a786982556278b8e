package org.evenhand.roi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.evenhand.stats.Figure;
import org.evenhand.stats.KaplanMeier;
import org.evenhand.stats.Spell;
import org.evenhand.table.columns.GoldRepCohort;
import org.evenhand.table.columns.GoldRepRamp;

/**
 * Reps the comparison says little about: those who stayed or left, came late, moved, or cannot be
 * compared.
 *
 * @param cohorts rows of gold.rep_cohort
 * @param ramps rows of gold.rep_ramp
 */
record People(Movers cohorts, List<Row> ramps, RoiPolicy policy) {
  People {
    ramps = List.copyOf(ramps);
  }

  List<Line> lines(Scope scope, Figure retention) {
    List<Row> treated = cohorts.reps().stream().filter(row -> Movers.in(scope, row)).toList();
    List<Row> late =
        treated.stream().filter(row -> Movers.flag(row, GoldRepCohort.HIRED_AFTER_START)).toList();
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of(Line.Name.RETENTION, retention, treated.size()).graded("A"));
    lines.add(ramp(Line.Name.RAMP_WITH_AI, keys(late)));
    lines.add(ramp(Line.Name.RAMP_WITHOUT_AI, others(scope, keys(late))));
    lines.add(Line.of(Line.Name.LATE_HIRES, Figure.count(late.size()), late.size()));
    lines.add(excluded(treated));
    double share = cohorts.share(scope);
    lines.add(
        Line.of(
            Line.Name.MOVERS_SHARE,
            treated.isEmpty()
                ? new Figure.Undefined("Nobody had the feature.")
                : new Figure.Known(share, share, share, treated.size()),
            treated.size()));
    return lines;
  }

  private static Set<Long> keys(List<Row> rows) {
    Set<Long> keys = new HashSet<>();
    rows.forEach(row -> keys.add(GoldRepCohort.REP_KEY.whole(row)));
    return keys;
  }

  private Set<Long> others(Scope scope, Set<Long> late) {
    Set<Long> keys = new HashSet<>();
    for (Row row : cohorts.reps()) {
      boolean own =
          scope.kind() != Scope.Kind.ROLE || GoldRepCohort.ROLE.text(row).equals(scope.id());
      long key = GoldRepCohort.REP_KEY.whole(row);
      if (own && !late.contains(key)) {
        keys.add(key);
      }
    }
    return keys;
  }

  /** Half of the reps ramped by then; reps still ramping count as not yet. */
  private Line ramp(Line.Name name, Set<Long> reps) {
    List<Spell> spells =
        ramps.stream()
            .filter(row -> reps.contains(GoldRepRamp.REP_KEY.whole(row)))
            .map(People::spell)
            .toList();
    Figure figure =
        spells.size() < policy.minimumReps()
            ? new Figure.Suppressed(
                "Fewer than %d such reps were seen from their first period on."
                    .formatted(policy.minimumReps()))
            : KaplanMeier.of(spells).median(policy.confidence());
    return Line.of(name, figure, spells.size());
  }

  private static Spell spell(Row row) {
    return GoldRepRamp.RAMPED.isNull(row)
        ? Spell.of((double) GoldRepRamp.SEEN.whole(row), 0)
        : Spell.of((double) GoldRepRamp.RAMPED.whole(row), 1);
  }

  private static Line excluded(List<Row> treated) {
    Map<String, Integer> reasons = new TreeMap<>();
    for (Row row : treated) {
      if (!GoldRepCohort.EXCLUDED.isNull(row)) {
        reasons.merge(GoldRepCohort.EXCLUDED.text(row), 1, Integer::sum);
      }
    }
    int count = reasons.values().stream().mapToInt(n -> n).sum();
    Line line = Line.of(Line.Name.EXCLUDED_REPS, Figure.count(count), count);
    return count == 0 ? line : line.noted(words(reasons));
  }

  private static String words(Map<String, Integer> reasons) {
    List<String> parts = new ArrayList<>();
    reasons.forEach(
        (reason, n) ->
            parts.add(n + " " + reason.toLowerCase(java.util.Locale.ROOT).replace('_', ' ')));
    return String.join(", ", parts) + ".";
  }
}
