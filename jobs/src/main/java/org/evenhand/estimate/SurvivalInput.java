package org.evenhand.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenhand.errors.UserException;
import org.evenhand.stats.Spell;

/**
 * The cases of a table by group, in order of the groups' names.
 *
 * @param groups cases of each group; one group "all" when no column says which
 * @param causes names of the causes, cause 1 first; "event" when no column says which
 * @param excluded rows that could not be used, by reason
 * @param eventValue which value of the event column meant an event
 */
record SurvivalInput(
    Map<String, List<Spell>> groups,
    List<String> causes,
    Map<String, Integer> excluded,
    String eventValue) {

  /**
   * @throws UserException when a column is missing or no value of the event column can mean event
   */
  static SurvivalInput of(InputTable table, SurvivalOptions options) {
    return new Reader(table, options).read();
  }

  List<Spell> all() {
    return groups.values().stream().flatMap(List::stream).toList();
  }

  /** The cases with one cause as the event of interest and the others competing. */
  static List<Spell> of(List<Spell> cases, int cause) {
    return cases.stream()
        .map(
            spell ->
                spell.cause() == 0
                    ? spell
                    : new Spell(spell.entry(), spell.exit(), spell.cause() == cause ? 1 : 2))
        .toList();
  }

  private static final class Reader {
    private final InputTable table;
    private final SurvivalOptions options;
    private final int time;
    private final int event;
    private final Map<String, Integer> excluded = new TreeMap<>();
    private final Map<String, List<Spell>> groups = new TreeMap<>();

    Reader(InputTable table, SurvivalOptions options) {
      this.table = table;
      this.options = options;
      this.time = table.column(options.time());
      this.event = table.column(options.event());
    }

    SurvivalInput read() {
      String happened = options.eventValue().orElseGet(this::eventValue);
      List<String> causes =
          options.cause().map(name -> values(table.column(name))).orElse(List.of("event"));
      for (List<String> row : table.rows()) {
        add(row, happened, causes);
      }
      return new SurvivalInput(groups, causes, excluded, happened);
    }

    private void add(List<String> row, String happened, List<String> causes) {
      Optional<Double> exit = Json.number(row.get(time));
      Optional<Double> entry =
          options
              .entry()
              .map(name -> Json.number(row.get(table.column(name))))
              .orElse(Optional.of(Double.NEGATIVE_INFINITY));
      String group = options.group().map(name -> row.get(table.column(name))).orElse("all");
      String said = row.get(event);
      if (exit.isEmpty()) {
        exclude("time is no number");
      } else if (said.isEmpty()) {
        exclude("event is missing");
      } else if (group.isEmpty()) {
        exclude("group is missing");
      } else if (entry.isEmpty()) {
        exclude("entry is no number");
      } else if (exit.get() < 0 || exit.get() <= entry.get()) {
        exclude("time is not after entry");
      } else {
        int cause = said.equals(happened) ? cause(row, causes) : 0;
        groups
            .computeIfAbsent(group, name -> new ArrayList<>())
            .add(new Spell(entry.get(), exit.get(), cause));
      }
    }

    private int cause(List<String> row, List<String> causes) {
      return options.cause().map(name -> causes.indexOf(row.get(table.column(name))) + 1).orElse(1);
    }

    private void exclude(String reason) {
      excluded.merge(reason, 1, Integer::sum);
    }

    /** 0 and 1, or 1 and 2 as R codes them: the larger is the event. */
    private String eventValue() {
      Set<String> said =
          table.rows().stream()
              .map(row -> row.get(event).toLowerCase(java.util.Locale.ROOT))
              .filter(text -> !text.isEmpty())
              .collect(Collectors.toSet());
      for (Set<String> coding : List.of(Set.of("0", "1"), Set.of("1", "2"))) {
        if (coding.containsAll(said) && !said.equals(Set.of("1"))) {
          return coding.contains("2") ? "2" : "1";
        }
      }
      if (said.equals(Set.of("1"))) {
        return "1";
      }
      throw UserException.usage(
          "Cannot tell which value of '%s' is an event: it holds %s. Name it with --event-value."
              .formatted(options.event(), String.join(", ", values(event))));
    }

    private List<String> values(int column) {
      return table.rows().stream()
          .map(row -> row.get(column))
          .filter(text -> !text.isEmpty())
          .distinct()
          .sorted()
          .toList();
    }
  }
}
