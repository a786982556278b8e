package org.evenhand.estimate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.errors.UserException;
import org.evenhand.estimate.DidOptions.Sampling;

/**
 * The usable rows of a panel, in order of unit and time.
 *
 * @param excluded rows that could not be used, by reason
 */
record DidInput(List<DidRow> rows, Map<String, Integer> excluded) {

  /**
   * @throws UserException when a column is missing, no row is usable, or a unit has two rows for a
   *     time
   */
  static DidInput of(InputTable table, DidOptions options) {
    return new Reader(table, options).read();
  }

  private static final class Reader {
    private final InputTable table;
    private final DidOptions.Columns columns;
    private final Sampling sampling;
    private final Map<String, Integer> excluded = new TreeMap<>();

    Reader(InputTable table, DidOptions options) {
      this.table = table;
      this.columns = options.columns();
      this.sampling = options.method().sampling();
    }

    DidInput read() {
      List<DidRow> rows = new ArrayList<>();
      for (int i = 0; i < table.rows().size(); i++) {
        row(table.rows().get(i), i).ifPresent(rows::add);
      }
      List<DidRow> steady =
          steady(
              steady(rows, DidRow::cohort, "cohort differs between rows of the unit"),
              row -> row.traits().cluster(),
              "cluster differs between rows of the unit");
      if (steady.isEmpty()) {
        throw UserException.usage(
            "Cannot estimate effects: none of the %d rows can be used (%s). Correct the columns."
                .formatted(table.rows().size(), excluded));
      }
      refuseDuplicates(steady);
      return new DidInput(
          steady.stream()
              .sorted(java.util.Comparator.comparing(DidRow::unit).thenComparingInt(DidRow::time))
              .toList(),
          excluded);
    }

    private Optional<DidRow> row(List<String> cells, int line) {
      String unit =
          sampling == Sampling.PANEL ? cell(cells, columns.unit()) : Integer.toString(line);
      Optional<Integer> time = whole(cell(cells, columns.time()));
      String started = cell(cells, columns.cohort());
      Optional<Integer> cohort = started.isEmpty() ? Optional.of(0) : whole(started);
      Optional<Double> outcome = Json.number(cell(cells, columns.outcome()));
      Optional<Double> weight =
          columns.weights().map(name -> Json.number(cell(cells, name))).orElse(Optional.of(1.0));
      String cluster = columns.cluster().map(name -> cell(cells, name)).orElse(unit);
      Optional<List<Double>> covariates = covariates(cells);
      List<String> strata = columns.strata().stream().map(name -> cell(cells, name)).toList();
      Optional<String> against =
          firstOf(
              List.of(
                  Map.entry("unit is missing", unit.isEmpty()),
                  Map.entry("time is no whole number", time.isEmpty()),
                  Map.entry("cohort is no whole number", cohort.isEmpty() || cohort.get() < 0),
                  Map.entry("outcome is no number", outcome.isEmpty()),
                  Map.entry("weight is no positive number", weight.isEmpty() || weight.get() <= 0),
                  Map.entry("cluster is missing", cluster.isEmpty()),
                  Map.entry("covariate is no number", covariates.isEmpty()),
                  Map.entry("stratum is missing", strata.contains(""))));
      if (against.isPresent()) {
        excluded.merge(against.get(), 1, Integer::sum);
        return Optional.empty();
      }
      return Optional.of(
          new DidRow(
              unit,
              time.orElseThrow(),
              cohort.orElseThrow(),
              outcome.orElseThrow(),
              weight.orElseThrow(),
              new DidRow.Traits(cluster, String.join(" | ", strata), covariates.orElseThrow())));
    }

    private static Optional<String> firstOf(List<Map.Entry<String, Boolean>> reasons) {
      return reasons.stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).findFirst();
    }

    private Optional<List<Double>> covariates(List<String> cells) {
      List<Double> values =
          columns.covariates().stream()
              .flatMap(name -> Json.number(cell(cells, name)).stream())
              .toList();
      return values.size() == columns.covariates().size() ? Optional.of(values) : Optional.empty();
    }

    private String cell(List<String> cells, String name) {
      return cells.get(table.column(name));
    }

    /** 2004 and 2004.0 alike. */
    private static Optional<Integer> whole(String text) {
      return Json.number(text)
          .filter(value -> value == Math.rint(value) && Math.abs(value) < Integer.MAX_VALUE)
          .map(Double::intValue);
    }

    /** Without the units whose rows contradict each other. */
    private List<DidRow> steady(List<DidRow> rows, Function<DidRow, Object> trait, String reason) {
      Map<String, Object> first = new HashMap<>();
      Set<String> torn = new TreeSet<>();
      for (DidRow row : rows) {
        Object known = first.putIfAbsent(row.unit(), trait.apply(row));
        if (known != null && !known.equals(trait.apply(row))) {
          torn.add(row.unit());
        }
      }
      List<DidRow> kept = rows.stream().filter(row -> !torn.contains(row.unit())).toList();
      if (kept.size() < rows.size()) {
        excluded.merge(reason, rows.size() - kept.size(), Integer::sum);
      }
      return kept;
    }

    private static void refuseDuplicates(List<DidRow> rows) {
      Map<List<Object>, Long> seen =
          rows.stream()
              .collect(
                  Collectors.groupingBy(
                      row -> List.of(row.unit(), row.time()), Collectors.counting()));
      long twice = seen.values().stream().filter(count -> count > 1).count();
      rows.stream()
          .filter(row -> seen.getOrDefault(List.of(row.unit(), row.time()), 0L) > 1)
          .findFirst()
          .ifPresent(
              row -> {
                throw UserException.usage(
                    "Cannot read the panel: unit '%s' has %d rows for time %d (%d such cases in all). Keep one row each, or use --repeated-cross-section."
                        .formatted(
                            row.unit(),
                            seen.getOrDefault(List.of(row.unit(), row.time()), 0L),
                            row.time(),
                            twice));
              });
    }
  }
}
