package org.evenhand.consolidate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.SilverAssignment;
import org.jspecify.annotations.Nullable;

/**
 * Where a person stood between two instants, as once believed. The spans of a person cover all of
 * time without gap or overlap at every state of knowledge, so that a join on the instant finds
 * exactly one for each; days without an assignment have spans without a team.
 */
record Span(Who who, Instant from, Instant to, Instant knownFrom, Instant knownTo) {
  static final Instant BEGINNING = Instant.parse("0001-01-02T00:00:00Z");
  static final Instant END = Instant.parse("9999-12-30T00:00:00Z");

  /** What a span says of its person. */
  record Who(
      long repKey,
      @Nullable String team,
      @Nullable Long manager,
      @Nullable String role,
      @Nullable String jobFamily,
      ZoneId zone) {}

  private record Piece(Who who, Instant from, Instant to) {}

  /**
   * @param assignments rows of silver.assignment
   * @param fallback zone of days without any assignment of the person
   */
  static List<Span> of(List<Row> assignments, ZoneId fallback) {
    Map<Long, List<Row>> byPerson = new HashMap<>();
    for (Row row : assignments) {
      byPerson
          .computeIfAbsent(SilverAssignment.REP_KEY.whole(row), key -> new ArrayList<>())
          .add(row);
    }
    List<Span> spans = new ArrayList<>();
    byPerson.forEach((person, rows) -> spans.addAll(ofOne(person, rows, fallback)));
    return spans;
  }

  private static List<Span> ofOne(long person, List<Row> rows, ZoneId fallback) {
    List<Knowledge.Known<Piece>> pieces =
        rows.stream()
            .map(
                row ->
                    new Knowledge.Known<>(
                        piece(person, row, fallback),
                        SilverAssignment.KNOWN_FROM.instant(row),
                        SilverAssignment.KNOWN_TO.isNull(row)
                            ? null
                            : SilverAssignment.KNOWN_TO.instant(row)))
            .toList();
    Instant first =
        pieces.stream().map(Knowledge.Known::from).min(Comparator.naturalOrder()).orElseThrow();
    Who nowhere = new Who(person, null, null, null, null, pieces.get(0).value().who().zone());
    return Knowledge.derive(pieces, alive -> covering(alive, nowhere)).stream()
        .map(known -> span(known, first))
        .toList();
  }

  private static Span span(Knowledge.Known<Piece> known, Instant first) {
    Instant to = known.to();
    return new Span(
        known.value().who(),
        known.value().from(),
        known.value().to(),
        known.from().equals(first) ? BEGINNING : known.from(),
        to == null ? END : to);
  }

  private static List<Piece> covering(List<Piece> alive, Who nowhere) {
    List<Piece> pieces = new ArrayList<>();
    Instant reached = BEGINNING;
    for (Piece piece : alive.stream().sorted(Comparator.comparing(Piece::from)).toList()) {
      if (piece.from().isAfter(reached)) {
        pieces.add(new Piece(nowhere, reached, piece.from()));
      }
      Instant from = piece.from().isBefore(reached) ? reached : piece.from();
      if (piece.to().isAfter(from)) {
        pieces.add(new Piece(piece.who(), from, piece.to()));
        reached = piece.to();
      }
    }
    if (reached.isBefore(END)) {
      pieces.add(new Piece(nowhere, reached, END));
    }
    return pieces;
  }

  private static Piece piece(long person, Row row, ZoneId fallback) {
    String zone = (String) SilverAssignment.TIME_ZONE.value(row);
    Who who =
        new Who(
            person,
            employed(row) ? (String) SilverAssignment.TEAM_ID.value(row) : null,
            employed(row) ? (Long) SilverAssignment.MANAGER_REP_KEY.value(row) : null,
            employed(row) ? (String) SilverAssignment.ROLE.value(row) : null,
            employed(row) ? (String) SilverAssignment.JOB_FAMILY.value(row) : null,
            zone == null ? fallback : ZoneId.of(zone));
    return new Piece(
        who,
        SilverAssignment.VALID_FROM.instant(row),
        SilverAssignment.VALID_TO.isNull(row) ? END : SilverAssignment.VALID_TO.instant(row));
  }

  private static boolean employed(Row row) {
    return (Boolean) row.get(row.fieldIndex(SilverAssignment.EMPLOYED.name()));
  }

  /** Start of a day in a zone. */
  static Instant start(LocalDate day, ZoneId zone) {
    return day.atStartOfDay(zone).toInstant();
  }
}
