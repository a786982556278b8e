package org.evenhand.intake.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.evenhand.schema.NearMiss;

/**
 * A header line held against what a mapping wants: names match as {@link NameMatch} says.
 *
 * @param positions column of each slot; -1 where the file has none
 * @param columns for the file ledger
 */
record Header(List<Integer> positions, FileColumns columns) {

  /**
   * @throws UnreadableFile naming every missing required column with its near-miss, and wanted
   *     columns that occur twice
   */
  static Header of(List<String> found, ReadPlan plan) throws UnreadableFile {
    List<String> names = found.stream().map(String::strip).toList();
    List<Integer> positions = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    for (Slot slot : plan.slots()) {
      List<Integer> places = places(slot, names);
      if (places.size() > 1) {
        problems.add(twice(names, places));
      } else if (places.isEmpty() && slot.required()) {
        problems.add(missing(slot, names));
      } else if (places.isEmpty()) {
        absent.add(slot.name());
      }
      positions.add(places.isEmpty() ? -1 : places.get(0));
    }
    if (!problems.isEmpty()) {
      throw new UnreadableFile(String.join(" ", problems) + " Correct the export or the mapping.");
    }
    return new Header(positions, columns(names, positions, plan, absent));
  }

  private static List<Integer> places(Slot slot, List<String> names) {
    for (NameMatch match : NameMatch.values()) {
      for (String wanted : slot.names()) {
        List<Integer> found =
            IntStream.range(0, names.size())
                .filter(i -> match.same(names.get(i), wanted))
                .boxed()
                .toList();
        if (!found.isEmpty()) {
          return found;
        }
      }
    }
    return List.of();
  }

  private static String twice(List<String> names, List<Integer> places) {
    return "Column '%s' stands %d times in the header (columns %s): which one counts is not clear."
        .formatted(
            names.get(places.get(0)),
            places.size(),
            String.join(", ", places.stream().map(p -> String.valueOf(p + 1)).toList()));
  }

  static String missing(Slot slot, List<String> names) {
    Optional<String> near =
        slot.names().stream().flatMap(wanted -> NearMiss.of(wanted, names).stream()).findFirst();
    return "Required column '%s' is missing%s."
        .formatted(
            String.join("' or '", slot.names()), near.map(" (found '%s')"::formatted).orElse(""));
  }

  private static FileColumns columns(
      List<String> names, List<Integer> positions, ReadPlan plan, List<String> absent) {
    Set<Integer> used = new HashSet<>(positions);
    Set<String> added = new TreeSet<>();
    Set<String> dropped = new TreeSet<>();
    for (int i = 0; i < names.size(); i++) {
      if (isDropped(names.get(i), plan)) {
        dropped.add(names.get(i));
      } else if (!used.contains(i)) {
        added.add(names.get(i).isEmpty() ? "column " + (i + 1) : names.get(i));
      }
    }
    return new FileColumns(names, List.copyOf(added), List.copyOf(dropped), absent);
  }

  /** Columns that are not dropped at the door. */
  int[] kept(ReadPlan plan) {
    return IntStream.range(0, columns.header().size())
        .filter(i -> !isDropped(columns.header().get(i), plan))
        .toArray();
  }

  static boolean isDropped(String name, ReadPlan plan) {
    return plan.dropped().stream().anyMatch(name::equalsIgnoreCase);
  }
}
