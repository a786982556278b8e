package org.evenhand.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What somebody can work out from published figures: every group whose sum is a linear combination
 * of published sums, for example a total minus the rest. Means with their n are sums, so they are
 * no safer. Exact for linear attacks: Gaussian elimination over the pieces groups are made of.
 */
public final class Attacker {
  private static final double ZERO = 1e-9;
  private final List<Equation> basis = new ArrayList<>();

  /** Left side over pieces, and the published cells it was combined from. */
  private record Equation(String pivot, Map<String, Double> left, Map<String, Double> cells) {}

  public Attacker(List<Cell> published) {
    for (Cell cell : published) {
      Map<String, Double> left = indicator(cell.parts());
      Map<String, Double> cells = new TreeMap<>(Map.of(cell.id(), 1.0));
      reduce(left, cells);
      left.entrySet().stream()
          .findFirst()
          .ifPresent(pivot -> basis.add(new Equation(pivot.getKey(), left, cells)));
    }
  }

  /** The published cells that together give away the group; empty when they do not. */
  public Optional<Set<String>> recovers(Set<String> parts) {
    Map<String, Double> left = indicator(parts);
    Map<String, Double> cells = new TreeMap<>();
    reduce(left, cells);
    return left.isEmpty() ? Optional.of(new TreeSet<>(cells.keySet())) : Optional.empty();
  }

  private static Map<String, Double> indicator(Set<String> parts) {
    Map<String, Double> left = new TreeMap<>();
    parts.forEach(part -> left.put(part, 1.0));
    return left;
  }

  private void reduce(Map<String, Double> left, Map<String, Double> cells) {
    for (Equation equation : basis) {
      Double held = left.get(equation.pivot());
      if (held != null) {
        double factor = held / equation.left().getOrDefault(equation.pivot(), 1.0);
        subtract(left, equation.left(), factor);
        subtract(cells, equation.cells(), factor);
      }
    }
  }

  private static void subtract(Map<String, Double> from, Map<String, Double> what, double factor) {
    what.forEach(
        (key, value) -> {
          double rest = from.getOrDefault(key, 0.0) - factor * value;
          if (Math.abs(rest) < ZERO) {
            from.remove(key);
          } else {
            from.put(key, rest);
          }
        });
  }
}
