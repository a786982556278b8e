package org.evenhand.estimate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.evenhand.errors.UserException;
import org.evenhand.stats.OaxacaBlinder.Categories;
import org.evenhand.stats.OaxacaBlinder.Layout;
import org.evenhand.stats.OaxacaBlinder.Term;

/**
 * The columns of a decomposition: which are categories of one set and what their base is. A set of
 * columns of 0 and 1 that add up to 1 in every row loses its first column, which becomes its base.
 *
 * @param rows with a category's base out
 */
record DecomposeColumns(ModelRows rows, Layout layout) {

  static DecomposeColumns of(InputTable table, DecomposeOptions options) {
    Set<String> predictors = new LinkedHashSet<>(options.predictors());
    options.dummies().forEach(set -> predictors.addAll(set.columns()));
    ModelRows rows =
        ModelRows.of(
            table,
            options.outcome(),
            Optional.of(options.group()),
            options.predictors().size() == predictors.size()
                ? options.predictors()
                : List.copyOf(predictors));
    List<Categories> sets = new ArrayList<>();
    List<String> bases = new ArrayList<>();
    for (Block set : options.dummies()) {
      Optional<String> full = fullFirst(rows, set);
      full.ifPresent(bases::add);
    }
    ModelRows kept = rows.without(bases);
    boolean normalised = options.coding() == DecomposeOptions.Coding.NORMALIZED;
    if (normalised) {
      for (Block set : options.dummies()) {
        sets.addAll(sets(kept, set, bases, options.dummies().size()));
      }
      kept.terms().stream()
          .filter(term -> term.base().isPresent())
          .filter(term -> options.dummies().stream().noneMatch(set -> holds(set, term)))
          .forEach(term -> sets.add(category(kept, term)));
    }
    List<Term> terms =
        kept.terms().stream().map(term -> new Term(term.name(), shown(kept, term, sets))).toList();
    return new DecomposeColumns(kept, new Layout(kept.names(), sets, terms));
  }

  private static boolean holds(Block set, ModelRows.Term term) {
    return set.columns().contains(term.name());
  }

  /** Columns of 0 and 1 are one set; each category column is a set of its own. */
  private static List<Categories> sets(ModelRows rows, Block set, List<String> bases, int howMany) {
    List<Categories> sets = new ArrayList<>();
    List<Integer> indicators = new ArrayList<>();
    for (ModelRows.Term term : rows.terms()) {
      if (!holds(set, term)) {
        continue;
      }
      if (term.base().isPresent()) {
        sets.add(category(rows, term));
      } else if (term.indicates()) {
        indicators.add(rows.position(term.names().get(0)));
      } else {
        throw UserException.usage(
            "Cannot normalize '%s': it holds other numbers than 0 and 1. Leave it out of --dummies."
                .formatted(term.name()));
      }
    }
    if (!indicators.isEmpty()) {
      String unnamed = howMany == 1 ? "(Base)" : "(Base of %s)".formatted(set.name());
      sets.add(
          new Categories(
              set.columns().stream().filter(bases::contains).findFirst().orElse(unnamed),
              indicators));
    }
    return sets;
  }

  private static Categories category(ModelRows rows, ModelRows.Term term) {
    return new Categories(
        term.name() + "=" + term.base().orElseThrow(),
        term.names().stream().map(rows::position).toList());
  }

  private static List<Integer> shown(ModelRows rows, ModelRows.Term term, List<Categories> sets) {
    List<Integer> columns = new ArrayList<>(term.names().stream().map(rows::position).toList());
    IntStream.range(0, sets.size())
        .filter(i -> term.base().isPresent() && sets.get(i).columns().equals(List.copyOf(columns)))
        .findFirst()
        .ifPresent(i -> columns.add(rows.names().size() + i));
    return columns;
  }

  private static Optional<String> fullFirst(ModelRows rows, Block set) {
    List<ModelRows.Term> indicators =
        rows.terms().stream().filter(term -> holds(set, term) && term.indicates()).toList();
    boolean full =
        indicators.size() > 1
            && IntStream.range(0, rows.outcome().size())
                .allMatch(
                    i ->
                        indicators.stream().mapToDouble(term -> term.columns().get(0).get(i)).sum()
                            == 1);
    return full
        ? set.columns().stream()
            .filter(name -> indicators.stream().anyMatch(term -> term.name().equals(name)))
            .findFirst()
        : Optional.empty();
  }
}
