package org.evenhand.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.evenhand.errors.UserException;

/**
 * The rows of a table a regression can use, as numbers, and why the others cannot be used. A column
 * without a single number is a category: one column of 0 and 1 for each of its texts but the first
 * in sorted order. TRUE and FALSE are 1 and 0.
 *
 * @param outcome one per row
 * @param labels text of the label column, one per row; empty texts when there is none
 * @param terms the predictors, in the order asked for
 * @param excluded rows left out, by reason
 */
record ModelRows(
    List<Double> outcome, List<String> labels, List<Term> terms, Map<String, Integer> excluded) {
  private static final Set<String> MISSING = Set.of("", "NA", "NaN", "nan", "null", ".");

  ModelRows {
    outcome = List.copyOf(outcome);
    labels = List.copyOf(labels);
    terms = List.copyOf(terms);
  }

  /**
   * A predictor as one or several columns of numbers.
   *
   * @param base the text that is all zeros, when it is a category
   * @param columns one for each name, each as long as there are rows
   */
  record Term(String name, Optional<String> base, List<String> names, List<List<Double>> columns) {
    Term {
      names = List.copyOf(names);
      columns = List.copyOf(columns);
    }

    /** Whether it only says yes or no. */
    boolean indicates() {
      return columns.size() == 1
          && columns.get(0).stream().allMatch(value -> value == 0 || value == 1);
    }
  }

  /**
   * @param label column that parts the rows, not a number
   * @throws UserException when a column is missing or no row can be used
   */
  static ModelRows of(
      InputTable table, String outcome, Optional<String> label, List<String> predictors) {
    if (predictors.isEmpty()) {
      throw UserException.usage(
          "Cannot fit '%s': no predictor is named. Name columns, separated by commas."
              .formatted(outcome));
    }
    Set<String> twice = new java.util.TreeSet<>();
    Set<String> seen = new java.util.TreeSet<>(List.of(outcome));
    label.ifPresent(seen::add);
    predictors.stream().filter(name -> !seen.add(name)).forEach(twice::add);
    if (!twice.isEmpty()) {
      throw UserException.usage(
          "Cannot fit '%s': %s is named twice among outcome, group and predictors. Name each once."
              .formatted(outcome, String.join(", ", twice)));
    }
    return new Reader(table, outcome, label, predictors).read();
  }

  /** All predictors' columns, row by row, after a column of ones. */
  double[][] matrix() {
    List<List<Double>> columns = terms.stream().flatMap(term -> term.columns().stream()).toList();
    double[][] matrix = new double[outcome.size()][columns.size() + 1];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i][0] = 1;
      for (int j = 0; j < columns.size(); j++) {
        matrix[i][j + 1] = columns.get(j).get(i);
      }
    }
    return matrix;
  }

  /** Names of the columns of the matrix. */
  List<String> names() {
    List<String> names = new ArrayList<>(List.of("(Intercept)"));
    terms.forEach(term -> names.addAll(term.names()));
    return names;
  }

  /** Of a column in the matrix. */
  int position(String name) {
    return names().indexOf(name);
  }

  /** Leaves predictors out. */
  ModelRows without(List<String> names) {
    return new ModelRows(
        outcome,
        labels,
        terms.stream().filter(term -> !names.contains(term.name())).toList(),
        excluded);
  }

  double[] outcomes() {
    return outcome.stream().mapToDouble(Double::doubleValue).toArray();
  }

  static boolean missing(String text) {
    return MISSING.contains(text);
  }

  private static final class Reader {
    private final InputTable table;
    private final String outcome;
    private final Optional<String> label;
    private final List<String> predictors;
    private final Map<String, Integer> excluded = new TreeMap<>();

    Reader(InputTable table, String outcome, Optional<String> label, List<String> predictors) {
      this.table = table;
      this.outcome = outcome;
      this.label = label;
      this.predictors = predictors;
    }

    ModelRows read() {
      List<String> numeric = new ArrayList<>(List.of(outcome));
      List<String> texts = new ArrayList<>(label.stream().toList());
      predictors.forEach(name -> (category(name) ? texts : numeric).add(name));
      List<List<String>> rows =
          table.rows().stream().filter(row -> usable(row, numeric, texts)).toList();
      if (rows.isEmpty()) {
        throw UserException.usage(
            "Cannot fit '%s': none of the %d rows can be used (%s). Correct the columns."
                .formatted(outcome, table.rows().size(), excluded));
      }
      return new ModelRows(
          numbers(rows, outcome),
          rows.stream()
              .map(row -> label.map(name -> row.get(table.column(name))).orElse(""))
              .toList(),
          predictors.stream().map(name -> term(rows, name, texts.contains(name))).toList(),
          excluded);
    }

    private boolean usable(List<String> row, List<String> numeric, List<String> texts) {
      for (String name : numeric) {
        String text = row.get(table.column(name));
        if (number(text).isEmpty()) {
          exclude(name + (missing(text) ? " is missing" : " is no number"));
          return false;
        }
      }
      for (String name : texts) {
        if (missing(row.get(table.column(name)))) {
          exclude(name + " is missing");
          return false;
        }
      }
      return true;
    }

    private void exclude(String reason) {
      excluded.merge(reason, 1, Integer::sum);
    }

    private boolean category(String name) {
      int column = table.column(name);
      List<String> said =
          table.rows().stream().map(row -> row.get(column)).filter(text -> !missing(text)).toList();
      return !said.isEmpty() && said.stream().allMatch(text -> number(text).isEmpty());
    }

    private Term term(List<List<String>> rows, String name, boolean category) {
      if (!category) {
        return new Term(name, Optional.empty(), List.of(name), List.of(numbers(rows, name)));
      }
      int column = table.column(name);
      List<String> texts = rows.stream().map(row -> row.get(column)).toList();
      List<String> levels = texts.stream().distinct().sorted().toList();
      if (levels.size() > 1 + rows.size() / 2) {
        throw UserException.usage(
            "Cannot use predictor '%s': its %d rows hold %d different texts. Name a column that repeats."
                .formatted(name, rows.size(), levels.size()));
      }
      List<String> shown = levels.subList(1, levels.size());
      return new Term(
          name,
          Optional.of(levels.get(0)),
          shown.stream().map(level -> name + "=" + level).toList(),
          shown.stream()
              .map(level -> texts.stream().map(text -> text.equals(level) ? 1.0 : 0.0).toList())
              .toList());
    }

    private List<Double> numbers(List<List<String>> rows, String name) {
      int column = table.column(name);
      return rows.stream().map(row -> number(row.get(column)).orElseThrow()).toList();
    }

    private static Optional<Double> number(String text) {
      return switch (text) {
        case "TRUE", "True", "true" -> Optional.of(1.0);
        case "FALSE", "False", "false" -> Optional.of(0.0);
        default -> Json.number(text);
      };
    }
  }
}
