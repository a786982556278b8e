package org.evenhand.structure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.evenhand.job.Known;
import org.evenhand.job.RunContext;
import org.evenhand.table.Column;
import org.evenhand.table.columns.SilverAssignment;
import org.evenhand.table.columns.SilverTerritoryAssignment;

/** Who was a rep where, and which territory somebody held, by day. */
final class Places {
  private static final Set<String> FAMILIES = Set.of("SDR", "AE", "CSM", "SUPPORT");

  private final Map<Long, List<Span>> places = new TreeMap<>();
  private final Map<Long, List<Span>> territories = new HashMap<>();
  private final Map<String, String> tiers = new TreeMap<>();

  /** Team and role, or territory, on days from first to last. */
  record Span(LocalDate first, LocalDate last, Optional<String> where, Optional<String> role) {
    boolean holds(LocalDate day) {
      return !day.isBefore(first) && !day.isAfter(last);
    }

    boolean meets(Series.Days days) {
      return !first.isAfter(days.last()) && !last.isBefore(days.first());
    }
  }

  static Places of(RunContext context) {
    return of(
        Known.onDriver(context, SilverAssignment.TABLE),
        Known.onDriver(context, SilverTerritoryAssignment.TABLE));
  }

  /**
   * @param assignments rows of silver.assignment as known
   * @param territories rows of silver.territory_assignment as known
   */
  static Places of(List<Row> assignments, List<Row> territories) {
    Places places = new Places();
    for (Row row : assignments) {
      if (Boolean.TRUE.equals(SilverAssignment.EMPLOYED.value(row))) {
        places.add(
            places.places,
            SilverAssignment.REP_KEY.whole(row),
            new Span(
                SilverAssignment.FROM_DATE.date(row),
                last(row, SilverAssignment.TO_DATE),
                text(row, SilverAssignment.TEAM_ID),
                text(row, SilverAssignment.ROLE)));
      }
    }
    List<Row> held = new ArrayList<>(territories);
    held.sort(
        Comparator.comparing(SilverTerritoryAssignment.FROM_DATE::date)
            .thenComparing(SilverTerritoryAssignment.REP_KEY::whole));
    for (Row row : held) {
      String territory = SilverTerritoryAssignment.TERRITORY_ID.text(row);
      places.add(
          places.territories,
          SilverTerritoryAssignment.REP_KEY.whole(row),
          new Span(
              SilverTerritoryAssignment.FROM_DATE.date(row),
              last(row, SilverTerritoryAssignment.TO_DATE),
              Optional.of(territory),
              Optional.empty()));
      text(row, SilverTerritoryAssignment.TERRITORY_TIER)
          .ifPresent(tier -> places.tiers.put(territory, tier));
    }
    return places;
  }

  private void add(Map<Long, List<Span>> to, long rep, Span span) {
    to.computeIfAbsent(rep, key -> new ArrayList<>()).add(span);
  }

  private static LocalDate last(Row row, Column to) {
    return to.isNull(row) ? LocalDate.MAX : to.date(row);
  }

  private static Optional<String> text(Row row, Column column) {
    return column.isNull(row) ? Optional.empty() : Optional.of(column.text(row));
  }

  /** Reps of a quarter with the place held last in it. */
  Map<Long, Span> reps(Series.Days quarter) {
    Map<Long, Span> reps = new TreeMap<>();
    places.forEach(
        (rep, spans) ->
            spans.stream()
                .filter(span -> span.meets(quarter))
                .max(Comparator.comparing(Span::first))
                .filter(span -> span.role().map(FAMILIES::contains).orElse(true))
                .ifPresent(span -> reps.put(rep, span)));
    return reps;
  }

  /** Whether a role is one whose work is measured; unknown roles are. */
  static boolean isRep(String role) {
    return role.equals("UNKNOWN") || FAMILIES.contains(role);
  }

  /** Role on a day; empty when unknown. */
  Optional<String> role(long rep, LocalDate day) {
    return places.getOrDefault(rep, List.of()).stream()
        .filter(span -> span.holds(day))
        .findFirst()
        .flatMap(Span::role);
  }

  /** Territories held on a day, in order of name. */
  List<String> territories(long rep, LocalDate day) {
    return territories.getOrDefault(rep, List.of()).stream()
        .filter(span -> span.holds(day))
        .flatMap(span -> span.where().stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** As named last. */
  Optional<String> tier(String territory) {
    return Optional.ofNullable(tiers.get(territory));
  }
}
