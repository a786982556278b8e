package org.evenhand.stats.did;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * Averages of group-time effects (Callaway and Sant'Anna 2021, section 3), over the cells that are
 * known. With cohort sizes W<sub>g</sub>: &theta; = &sum; W<sub>g</sub> ATT<sub>k</sub>/&sum;
 * W<sub>g</sub>; because the sizes are estimated too, a cluster also contributes &sum;<sub>k</sub>
 * (ATT<sub>k</sub> &minus; &theta;) W<sub>c,g</sub>/&sum; W<sub>g</sub>. Plain means have no such
 * term.
 *
 * @param simple all cells from treatment on
 * @param group by cohort, plain mean over its treated periods; overall weighted by cohort: the
 *     headline
 * @param dynamic by event time; overall the plain mean from 0 on
 * @param calendar by time; overall the plain mean
 */
public record Aggregates(Summary simple, Summary group, Summary dynamic, Summary calendar) {

  /**
   * @param overall empty when no treated cell is known
   */
  public record Summary(Optional<Effect> overall, List<Part> by) {
    public Summary {
      by = List.copyOf(by);
    }
  }

  /**
   * @param at the cohort, event time or period
   */
  public record Part(int at, Effect effect) {}

  public static Aggregates of(GroupTime cells) {
    return of(cells, OptionalInt.empty());
  }

  /**
   * @param balance event time up to which every cohort in the dynamic average must be observed
   */
  public static Aggregates of(GroupTime cells, OptionalInt balance) {
    return new Averaging(cells).all(balance);
  }

  private record Averaging(GroupTime of) {

    Aggregates all(OptionalInt balance) {
      return new Aggregates(simple(), group(), dynamic(balance), calendar(Cell::post));
    }

    private Summary simple() {
      List<CellEffect> post = known(Cell::post);
      return new Summary(
          post.isEmpty() ? Optional.empty() : Optional.of(weighted(post)), List.of());
    }

    private Summary group() {
      List<Part> parts = new ArrayList<>();
      split(known(Cell::post), Cell::group)
          .forEach((group, cells) -> parts.add(new Part(group, Effect.mean(effects(cells)))));
      return new Summary(
          parts.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  weighted(
                      parts.stream().map(Part::effect).toList(),
                      parts.stream().map(Part::at).toList())),
          parts);
    }

    private Summary dynamic(OptionalInt balance) {
      return summary(
          split(known(cell -> balanced(cell, balance)), Cell::eventTime), cell -> cell.at() >= 0);
    }

    private Summary calendar(Predicate<Cell> chosen) {
      return summary(split(known(chosen), Cell::time), part -> true);
    }

    private boolean balanced(Cell cell, OptionalInt balance) {
      if (balance.isEmpty()) {
        return true;
      }
      List<Integer> periods = of.plan().periods();
      int last = periods.get(periods.size() - 1);
      int most = balance.getAsInt();
      return last - cell.group() >= most
          && cell.eventTime() <= most
          && cell.eventTime() >= most - (last - periods.get(0));
    }

    private Summary summary(Map<Integer, List<CellEffect>> split, Predicate<Part> overall) {
      List<Part> parts = new ArrayList<>();
      split.forEach((at, cells) -> parts.add(new Part(at, weighted(cells))));
      List<Effect> averaged = parts.stream().filter(overall).map(Part::effect).toList();
      return new Summary(
          averaged.isEmpty() ? Optional.empty() : Optional.of(Effect.mean(averaged)), parts);
    }

    private List<CellEffect> known(Predicate<Cell> chosen) {
      return of.cells().stream()
          .filter(found -> found.effect().isPresent() && chosen.test(found.cell()))
          .toList();
    }

    private Effect weighted(List<CellEffect> cells) {
      return weighted(effects(cells), cells.stream().map(found -> found.cell().group()).toList());
    }

    private Effect weighted(List<Effect> effects, List<Integer> groups) {
      CohortWeights sizes = of.weights();
      double total = groups.stream().mapToDouble(sizes::total).sum();
      double[] shares = groups.stream().mapToDouble(g -> sizes.total(g) / total).toArray();
      Effect fixed = Effect.combination(effects, shares);
      double[] influence = new double[fixed.clusters()];
      for (int c = 0; c < influence.length; c++) {
        influence[c] = fixed.influence(c);
        for (int k = 0; k < shares.length; k++) {
          influence[c] +=
              (effects.get(k).value() - fixed.value()) * sizes.of(groups.get(k), c) / total;
        }
      }
      return fixed.withInfluence(influence);
    }

    private static Map<Integer, List<CellEffect>> split(
        List<CellEffect> cells, ToIntFunction<Cell> by) {
      Map<Integer, List<CellEffect>> parts = new TreeMap<>();
      for (CellEffect found : cells) {
        parts.computeIfAbsent(by.applyAsInt(found.cell()), at -> new ArrayList<>()).add(found);
      }
      return parts;
    }

    private static List<Effect> effects(List<CellEffect> cells) {
      return cells.stream().flatMap(found -> found.effect().stream()).toList();
    }
  }
}
