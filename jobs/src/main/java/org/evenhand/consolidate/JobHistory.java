package org.evenhand.consolidate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.evenhand.table.columns.BronzeWorkerAssignment;
import org.jspecify.annotations.Nullable;

/**
 * The days on which each row of a person's job history holds: from its first day until the day
 * before the next row, or its own last day where that is earlier. Of several rows of one day the
 * last in sequence holds. Rows may lie in the future or be entered late: both are rows like others.
 */
final class JobHistory {
  private JobHistory() {}

  /**
   * One row of HR's job history.
   *
   * @param to last day where HR says so, inclusive
   * @param text the rest of the row, for output
   */
  record Entry(
      LocalDate from, @Nullable LocalDate to, int sequence, @Nullable String zone, Text text) {
    static Entry of(Row row) {
      return new Entry(
          BronzeWorkerAssignment.EFFECTIVE_FROM.date(row),
          (LocalDate) BronzeWorkerAssignment.EFFECTIVE_TO.value(row),
          row.getInt(row.fieldIndex(BronzeWorkerAssignment.EFFECTIVE_SEQUENCE.name())),
          (String) BronzeWorkerAssignment.TIME_ZONE.value(row),
          Text.of(row));
    }
  }

  /** What the row says, by column name; NULL values are left out. */
  record Text(Map<String, Object> values) {
    Text {
      values = Map.copyOf(values);
    }

    static Text of(Row row) {
      Map<String, Object> values = new TreeMap<>();
      for (String name : row.schema().fieldNames()) {
        Object value = row.get(row.fieldIndex(name));
        if (value != null && BronzeWorkerAssignment.TABLE.contract().column(name).isPresent()) {
          values.put(name, value);
        }
      }
      values.remove(BronzeWorkerAssignment.META_FILE.name());
      values.remove(BronzeWorkerAssignment.META_LINE.name());
      values.remove(BronzeWorkerAssignment.META_BATCH.name());
      values.remove(BronzeWorkerAssignment.KNOWN_FROM.name());
      values.remove(BronzeWorkerAssignment.ENTERED_AT.name());
      return new Text(values);
    }

    @Nullable Object get(org.evenhand.table.Column column) {
      return values.get(column.name());
    }
  }

  /**
   * Days of one assignment.
   *
   * @param to last day, inclusive; null = open end
   * @param begins instant of its first day's start where the person worked
   * @param ends instant at which the next assignment begins, or its last day is over
   */
  record Stint(
      Entry entry,
      LocalDate from,
      @Nullable LocalDate to,
      ZoneId zone,
      Instant begins,
      @Nullable Instant ends) {}

  static List<Stint> stints(List<Entry> entries, ZoneId fallback) {
    List<Entry> inOrder = lastOfEachDay(entries);
    List<Stint> stints = new ArrayList<>();
    for (int i = 0; i < inOrder.size(); i++) {
      Entry entry = inOrder.get(i);
      ZoneId zone = zone(entry, fallback);
      LocalDate to = entry.to();
      Instant ends = to == null ? null : Span.start(to.plusDays(1), zone);
      if (i + 1 < inOrder.size()) {
        Entry next = inOrder.get(i + 1);
        if (to == null || !to.isBefore(next.from().minusDays(1))) {
          to = next.from().minusDays(1);
          ends = Span.start(next.from(), zone(next, fallback));
        }
      }
      stints.add(new Stint(entry, entry.from(), to, zone, Span.start(entry.from(), zone), ends));
    }
    return stints;
  }

  private static List<Entry> lastOfEachDay(List<Entry> entries) {
    Map<LocalDate, Entry> last = new TreeMap<>();
    entries.stream()
        .sorted(Comparator.comparingInt(Entry::sequence))
        .forEach(entry -> last.put(entry.from(), entry));
    return List.copyOf(last.values());
  }

  private static ZoneId zone(Entry entry, ZoneId fallback) {
    String zone = entry.zone();
    return zone == null ? fallback : ZoneId.of(zone);
  }
}
