package org.evenhand.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.evenhand.errors.UserException;
import org.evenhand.stats.did.BlockPanel;

/**
 * A balanced panel in which some units become treated together and stay so.
 *
 * @param times in order, as numbers when all are, else as text
 * @param excluded rows left out, by reason
 */
record SynthInput(
    List<String> controls,
    List<String> treated,
    List<String> times,
    int before,
    BlockPanel panel,
    Map<String, Integer> excluded) {
  private static final int NAMED = 5;

  private record Cell(double outcome, int treated) {}

  /**
   * @throws UserException when the panel is not balanced or treatment does not begin at one time
   */
  static SynthInput of(InputTable table, SynthOptions.Columns columns) {
    return new Reader(table, columns).read();
  }

  private static final class Reader {
    private final InputTable table;
    private final SynthOptions.Columns columns;
    private final Map<String, Map<String, Cell>> units = new TreeMap<>();
    private final Map<String, Integer> excluded = new TreeMap<>();
    private List<String> times = List.of();

    Reader(InputTable table, SynthOptions.Columns columns) {
      this.table = table;
      this.columns = columns;
    }

    SynthInput read() {
      int unit = table.column(columns.unit());
      int time = table.column(columns.time());
      int outcome = table.column(columns.outcome());
      int treated = table.column(columns.treated());
      for (List<String> row : table.rows()) {
        add(row.get(unit), row.get(time), row.get(outcome), row.get(treated));
      }
      times = ordered();
      complete();
      Map<String, Integer> first = new TreeMap<>();
      units.forEach((name, cells) -> first.put(name, first(name, cells)));
      int before = together(first);
      List<String> controls = named(first, times.size());
      List<String> treatedUnits = named(first, before);
      return new SynthInput(
          controls,
          treatedUnits,
          times,
          before,
          BlockPanel.of(rows(controls), rows(treatedUnits), before),
          excluded);
    }

    private void add(String unit, String time, String outcome, String treated) {
      Optional<Double> value = Json.number(outcome);
      if (unit.isEmpty() || time.isEmpty()) {
        excluded.merge("unit or time is missing", 1, Integer::sum);
      } else if (value.isEmpty()) {
        excluded.merge("outcome is no number", 1, Integer::sum);
      } else if (!Set.of("0", "1").contains(treated)) {
        excluded.merge("treated is neither 0 nor 1", 1, Integer::sum);
      } else if (units.computeIfAbsent(unit, name -> new TreeMap<>()).containsKey(time)) {
        throw UserException.usage(
            "Cannot estimate: unit '%s' has two rows at time %s. Leave one row a unit and time."
                .formatted(unit, time));
      } else {
        units
            .getOrDefault(unit, new TreeMap<>())
            .put(time, new Cell(value.get(), Integer.parseInt(treated)));
      }
    }

    private List<String> ordered() {
      Set<String> said =
          units.values().stream()
              .flatMap(cells -> cells.keySet().stream())
              .collect(Collectors.toCollection(TreeSet::new));
      boolean numbers = said.stream().allMatch(time -> Json.number(time).isPresent());
      return numbers
          ? said.stream().sorted(Comparator.comparingDouble(Double::parseDouble)).toList()
          : List.copyOf(said);
    }

    private void complete() {
      List<String> missing = new ArrayList<>();
      units.forEach(
          (name, cells) ->
              times.stream()
                  .filter(time -> !cells.containsKey(time))
                  .forEach(time -> missing.add(name + " at " + time)));
      if (!missing.isEmpty()) {
        throw UserException.usage(
            "Cannot estimate: the panel lacks %d of %d cells with a usable row: %s%s. Complete it or leave these units or times out."
                .formatted(
                    missing.size(),
                    units.size() * times.size(),
                    String.join(", ", missing.subList(0, Math.min(NAMED, missing.size()))),
                    missing.size() > NAMED ? " and others" : ""));
      }
    }

    /** Position of a unit's first treated time; the number of times when it is never treated. */
    private int first(String name, Map<String, Cell> cells) {
      List<Integer> flags =
          times.stream().map(time -> cells.getOrDefault(time, new Cell(0, 0)).treated()).toList();
      int first = flags.contains(1) ? flags.indexOf(1) : flags.size();
      if (flags.subList(first, flags.size()).contains(0)) {
        throw UserException.usage(
            "Cannot estimate: unit '%s' is treated at %s and untreated again at %s. Leave it out, or end the panel before."
                .formatted(
                    name,
                    times.get(first),
                    times.get(first + flags.subList(first, flags.size()).indexOf(0))));
      }
      return first;
    }

    private int together(Map<String, Integer> first) {
      List<Integer> begins =
          first.values().stream().filter(at -> at < times.size()).distinct().sorted().toList();
      if (begins.isEmpty() || !first.containsValue(times.size())) {
        throw UserException.usage(
            "Cannot estimate: %s. Both treated units and units never treated are needed."
                .formatted(
                    begins.isEmpty() ? "no unit is ever treated" : "no unit is never treated"));
      }
      if (begins.size() > 1) {
        throw UserException.usage(
            "Cannot estimate: treatment begins at %s, one time for all is needed. Use estimate did, or a file for each time."
                .formatted(begins.stream().map(times::get).collect(Collectors.joining(", "))));
      }
      if (begins.get(0) == 0) {
        throw UserException.usage(
            "Cannot estimate: treatment begins at %s, the first time there is. Add periods before it."
                .formatted(times.get(0)));
      }
      return begins.get(0);
    }

    private static List<String> named(Map<String, Integer> first, int at) {
      return first.entrySet().stream()
          .filter(entry -> entry.getValue() == at)
          .map(Map.Entry::getKey)
          .toList();
    }

    private List<List<Double>> rows(List<String> names) {
      return names.stream()
          .map(name -> units.getOrDefault(name, Map.of()))
          .map(cells -> times.stream().map(time -> outcome(cells, time)).toList())
          .toList();
    }

    private static Double outcome(Map<String, Cell> cells, String time) {
      return cells.getOrDefault(time, new Cell(0, 0)).outcome();
    }
  }
}
