package org.evenhand.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which figures to withhold so that no figure of fewer than the minimum of people is shown, or can
 * be worked out from those that are. Withholds small cells first, then, while the {@link Attacker}
 * still succeeds, the smallest figure that the attack needs. Deterministic.
 *
 * @param primary groups that are too small themselves
 * @param secondary groups withheld to protect them
 */
public record SuppressionPlan(Set<String> primary, Set<String> secondary) {
  public SuppressionPlan {
    primary = Set.copyOf(primary);
    secondary = Set.copyOf(secondary);
  }

  /** The order of cells does not matter. */
  public static SuppressionPlan of(List<Cell> unordered, int minimum) {
    List<Cell> cells = unordered.stream().sorted(Comparator.comparing(Cell::id)).toList();
    List<Cell> small = cells.stream().filter(cell -> isSmall(cell, minimum)).toList();
    List<Cell> published =
        new ArrayList<>(cells.stream().filter(cell -> !isSmall(cell, minimum)).toList());
    Set<String> secondary = new TreeSet<>();
    Optional<Cell> next = needed(small, published, minimum);
    while (next.isPresent()) {
      published.remove(next.get());
      secondary.add(next.get().id());
      next = needed(small, published, minimum);
    }
    return new SuppressionPlan(new TreeSet<>(small.stream().map(Cell::id).toList()), secondary);
  }

  /** Whether a group may be shown. */
  public boolean shows(String id) {
    return !primary.contains(id) && !secondary.contains(id);
  }

  private static boolean isSmall(Cell cell, int minimum) {
    return cell.people() > 0 && cell.people() < minimum;
  }

  /** The smallest published cell that an attack on a small group needs. */
  private static Optional<Cell> needed(List<Cell> small, List<Cell> published, int minimum) {
    if (small.isEmpty()) {
      return Optional.empty();
    }
    Attacker attacker = new Attacker(published);
    for (Set<String> target : targets(small, minimum)) {
      Optional<Set<String>> means = attacker.recovers(target);
      if (means.isPresent()) {
        return published.stream()
            .filter(cell -> means.get().contains(cell.id()))
            .min(Comparator.comparingLong(Cell::people).thenComparing(Cell::id));
      }
    }
    return Optional.empty();
  }

  /** Every small group, and all of them together when even that is fewer than the minimum. */
  private static List<Set<String>> targets(List<Cell> small, int minimum) {
    List<Set<String>> targets = new ArrayList<>(small.stream().map(Cell::parts).toList());
    Set<String> union = new HashSet<>();
    long people = 0;
    for (Cell cell : small) {
      if (union.addAll(cell.parts())) {
        people += cell.people();
      }
    }
    if (people < minimum) {
      targets.add(union);
    }
    return targets;
  }
}
