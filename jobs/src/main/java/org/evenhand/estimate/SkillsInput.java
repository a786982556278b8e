package org.evenhand.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.evenhand.stats.skills.Evidence;
import org.evenhand.stats.skills.SkillParameters;

/**
 * The evidence of a table by person and skill, what cannot be used counted by reason.
 *
 * @param pairs in order of their names; a pair all of whose evidence was left out keeps an empty
 *     list
 * @param asOf the week asked for, or the last with usable evidence
 */
record SkillsInput(Map<Pair, Own> pairs, double asOf, Map<String, Integer> excluded) {

  /** A person and a skill. */
  record Pair(String rep, String skill) {}

  /**
   * @param subject with the family of the latest usable evidence
   */
  record Own(Evidence.Subject subject, List<Evidence> evidence) {
    Own {
      evidence = List.copyOf(evidence);
    }
  }

  static SkillsInput of(InputTable table, SkillsOptions options) {
    return new Reader(table, options).read();
  }

  List<Evidence> all() {
    return pairs.values().stream().flatMap(own -> own.evidence().stream()).toList();
  }

  private static final class Reader {
    private final InputTable table;
    private final SkillsOptions options;
    private final Map<String, Integer> excluded = new TreeMap<>();
    private final Set<String> ids = new HashSet<>();
    private final List<Evidence> accepted = new ArrayList<>();
    private final List<Evidence.Subject> subjects = new ArrayList<>();

    Reader(InputTable table, SkillsOptions options) {
      this.table = table;
      this.options = options;
    }

    SkillsInput read() {
      SkillsOptions.Columns names = options.columns();
      List<Integer> columns =
          List.of(
                  names.rep(),
                  names.skill(),
                  names.family(),
                  names.source(),
                  names.rater(),
                  names.week(),
                  names.value())
              .stream()
              .map(table::column)
              .toList();
      for (int i = 0; i < table.rows().size(); i++) {
        List<String> row = table.rows().get(i);
        Row cells =
            new Row(row, columns, optional(row, names.extra().id()).orElse("row " + (i + 1)));
        reason(cells).ifPresentOrElse(this::exclude, () -> accept(cells));
      }
      double asOf =
          options
              .asOf()
              .orElseGet(
                  () -> accepted.stream().mapToDouble(one -> one.reading().week()).max().orElse(0));
      return new SkillsInput(byPair(), asOf, excluded);
    }

    private void exclude(String reason) {
      excluded.merge(reason, 1, Integer::sum);
    }

    private record Row(List<String> cells, List<Integer> columns, String id) {
      String at(int position) {
        return cells.get(columns.get(position));
      }

      Evidence.Subject subject() {
        return new Evidence.Subject(at(0), at(1), at(2));
      }

      Optional<Double> week() {
        return Json.number(at(5));
      }

      Optional<Double> value() {
        return Json.number(at(6));
      }
    }

    private Optional<String> optional(List<String> row, String column) {
      int position = table.header().indexOf(column);
      return position < 0 || row.get(position).isEmpty()
          ? Optional.empty()
          : Optional.of(row.get(position));
    }

    /**
     * Why a row cannot be used; the person and skill it names are remembered when it names them.
     */
    private Optional<String> reason(Row row) {
      String[] names = {"rep", "skill", "job family", "source"};
      for (int i = 0; i < names.length; i++) {
        if (row.at(i).isEmpty()) {
          return Optional.of(names[i] + " is blank");
        }
      }
      if (options.parameters().filter(own -> !hasMean(own, row)).isPresent()) {
        return Optional.of("job family and skill are not in the parameters");
      }
      subjects.add(row.subject());
      if (options.parameters().filter(own -> !own.sources().containsKey(row.at(3))).isPresent()) {
        return Optional.of("source is not in the parameters");
      }
      return number("week", row.at(5)).or(() -> number("value", row.at(6))).or(() -> numbers(row));
    }

    private static boolean hasMean(SkillParameters parameters, Row row) {
      return parameters.means().containsKey(row.subject().meanKey());
    }

    private static Optional<String> number(String name, String text) {
      if (text.isEmpty()) {
        return Optional.of(name + " is blank");
      }
      return Json.number(text).isPresent() ? Optional.empty() : Optional.of(name + " is no number");
    }

    private Optional<String> numbers(Row row) {
      if (options.asOf().filter(asOf -> row.week().orElseThrow() > asOf).isPresent()) {
        return Optional.of("week lies after the week asked for");
      }
      if (!scaled(row)) {
        return Optional.of("value lies outside its scale");
      }
      SkillsOptions.Columns.Extra extra = options.columns().extra();
      if (isBad(row, extra.weight(), Double.MIN_VALUE)) {
        return Optional.of("weight is no number above 0");
      }
      if (isBad(row, extra.error(), 0)) {
        return Optional.of("value_se is no number from 0 up");
      }
      return ids.contains(row.id()) ? Optional.of("evidence id came before") : Optional.empty();
    }

    private boolean isBad(Row row, String column, double lowest) {
      return optional(row.cells(), column)
          .filter(text -> Json.number(text).filter(value -> value >= lowest).isEmpty())
          .isPresent();
    }

    private boolean scaled(Row row) {
      double value = row.value().orElseThrow();
      SkillsOptions.Columns.Extra extra = options.columns().extra();
      boolean low =
          optional(row.cells(), extra.low())
              .flatMap(Json::number)
              .filter(end -> value < end)
              .isEmpty();
      boolean high =
          optional(row.cells(), extra.high())
              .flatMap(Json::number)
              .filter(end -> value > end)
              .isEmpty();
      return low && high && options.values().scale().filter(scale -> !scale.holds(value)).isEmpty();
    }

    private void accept(Row row) {
      SkillsOptions.Columns.Extra extra = options.columns().extra();
      double error = optional(row.cells(), extra.error()).flatMap(Json::number).orElse(0.0);
      ids.add(row.id());
      accepted.add(
          new Evidence(
              row.id(),
              row.subject(),
              new Evidence.Origin(row.at(3), row.at(4)),
              new Evidence.Reading(
                  row.week().orElseThrow(),
                  row.value().orElseThrow(),
                  optional(row.cells(), extra.weight()).flatMap(Json::number).orElse(1.0),
                  error * error)));
    }

    /** Pairs sorted by name, evidence as in the file. */
    private Map<Pair, Own> byPair() {
      Map<String, Evidence.Subject> latest = new TreeMap<>();
      subjects.forEach(subject -> latest.putIfAbsent(key(subject), subject));
      Map<String, List<Evidence>> evidence = new TreeMap<>();
      accepted.stream()
          .sorted(Comparator.comparingDouble(one -> one.reading().week()))
          .forEach(one -> latest.put(key(one.subject()), one.subject()));
      for (Evidence one : ScoredEvidence.of(accepted, options.values().ratings())) {
        evidence.computeIfAbsent(key(one.subject()), key -> new ArrayList<>()).add(one);
      }
      Map<Pair, Own> pairs = new LinkedHashMap<>();
      latest.forEach(
          (key, subject) ->
              pairs.put(
                  new Pair(subject.rep(), subject.skill()),
                  new Own(subject, evidence.getOrDefault(key, List.of()))));
      return pairs;
    }

    private static String key(Evidence.Subject subject) {
      return subject.rep() + "\u0000" + subject.skill();
    }
  }
}
