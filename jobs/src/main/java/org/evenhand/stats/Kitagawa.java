package org.evenhand.stats;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Difference of two overall rates R = &sum;mr, mix m the categories' shares and r their rates, as a
 * part of mix and a part of rates (Kitagawa 1955, JASA 50). Symmetrical:
 * &sum;&Delta;m&middot;r&#772; + &sum;m&#772;&middot;&Delta;r with means of both sides. Against the
 * first side: &sum;&Delta;m r&#8321; + &sum;m&#8321;&Delta;r and an interaction
 * &sum;&Delta;m&Delta;r. Both add up exactly, up to rounding. A category's part of mix is shown
 * against the mean of the two overall rates, so that growth of a category with a rate below it
 * counts against the whole; summed over categories that changes nothing, for shares add up to 1.
 *
 * <p>A category without cases on one side has no rate there; its rate on the other side is taken
 * for both, so that it is a matter of mix alone. Sides without cases are refused.
 *
 * @param first overall rate of the first side
 * @param second overall rate of the second side
 * @param mix part of the difference second minus first due to mix, symmetrical
 * @param rate part due to rates, symmetrical
 * @param interaction of the form against the first side: mix &minus; interaction/2 is its part of
 *     mix, rate &minus; interaction/2 that of rates
 * @param categories in order of their names
 */
public record Kitagawa(
    double first,
    double second,
    double mix,
    double rate,
    double interaction,
    List<Category> categories) {
  public Kitagawa {
    categories = List.copyOf(categories);
  }

  /** Cases of a category and the sum of their outcomes: successes, or amounts. */
  public record Cell(double cases, double outcomes) {}

  /** What a category adds; the two parts of all categories make the whole difference. */
  public record Category(String name, double mix, double rate, double interaction) {}

  /** Difference second minus first. */
  public double difference() {
    return second - first;
  }

  /**
   * @throws IllegalArgumentException when a side has no cases
   */
  public static Kitagawa of(Map<String, Cell> first, Map<String, Cell> second) {
    Side before = new Side(first);
    Side after = new Side(second);
    double level = (before.overall() + after.overall()) / 2;
    Set<String> names = new TreeSet<>(first.keySet());
    names.addAll(second.keySet());
    List<Category> categories =
        names.stream()
            .filter(name -> before.cases(name) + after.cases(name) > 0)
            .map(name -> category(name, before, after, level))
            .toList();
    return new Kitagawa(
        before.overall(),
        after.overall(),
        categories.stream().mapToDouble(Category::mix).sum(),
        categories.stream().mapToDouble(Category::rate).sum(),
        categories.stream().mapToDouble(Category::interaction).sum(),
        categories);
  }

  private static Category category(String name, Side before, Side after, double level) {
    double share = before.cases(name) / before.total();
    double shareAfter = after.cases(name) / after.total();
    double rate = before.rate(name, after);
    double rateAfter = after.rate(name, before);
    return new Category(
        name,
        (shareAfter - share) * ((rate + rateAfter) / 2 - level),
        (share + shareAfter) / 2 * (rateAfter - rate),
        (shareAfter - share) * (rateAfter - rate));
  }

  private record Side(Map<String, Cell> cells) {
    private static final Cell NONE = new Cell(0, 0);

    Side {
      cells = new TreeMap<>(cells);
      if (!(cells.values().stream().mapToDouble(Cell::cases).sum() > 0)) {
        throw new IllegalArgumentException(
            "Cannot compare rates: one side has no cases. Name sides with cases.");
      }
    }

    double cases(String name) {
      return cells.getOrDefault(name, NONE).cases();
    }

    double total() {
      return cells.values().stream().mapToDouble(Cell::cases).sum();
    }

    double overall() {
      return cells.values().stream().mapToDouble(Cell::outcomes).sum() / total();
    }

    double rate(String name, Side other) {
      Cell own = cells.getOrDefault(name, NONE);
      Cell used = own.cases() > 0 ? own : other.cells.getOrDefault(name, NONE);
      return used.outcomes() / used.cases();
    }
  }
}
