package org.evenhand.structure;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenhand.structure.Conditions.Indicator;
import org.evenhand.structure.Conditions.Supplied;

/** All conditions a set of cases met, each under the factor it belongs to. */
final class Circumstances {
  /** The day of a month that stands for it. */
  private static final int MIDDLE = 14;

  private final Conditions conditions;
  private final Places places;

  Circumstances(Conditions conditions, Places places) {
    this.conditions = conditions;
    this.places = places;
  }

  /**
   * A condition: a trait with a category, or an indicator with a number.
   *
   * @param name trait or indicator
   */
  record Condition(Factor factor, String name) implements Comparable<Condition> {
    @Override
    public int compareTo(Condition other) {
      int byFactor = factor.compareTo(other.factor);
      return byFactor != 0 ? byFactor : name.compareTo(other.name);
    }
  }

  /**
   * What is known of one set of cases.
   *
   * @param categories by condition
   * @param numbers by condition
   */
  record Met(Map<Condition, String> categories, Map<Condition, Supplied> numbers) {

    /** Part of the cases a factor was measured for. */
    double completeness(Factor factor) {
      if (categories.keySet().stream().anyMatch(condition -> condition.factor() == factor)) {
        return 1;
      }
      return numbers.entrySet().stream()
          .filter(entry -> entry.getKey().factor() == factor)
          .mapToDouble(entry -> entry.getValue().completeness())
          .max()
          .orElse(0);
    }
  }

  Met of(CaseSums sums) {
    CaseSums.Situation situation = sums.situation();
    String segment = situation.traits().getOrDefault("segment", "");
    List<String> territories =
        situation.territory().isEmpty()
            ? places.territories(sums.who().rep(), middle(situation.month()))
            : List.of(situation.territory());
    Map<Condition, String> categories = new TreeMap<>();
    situation
        .traits()
        .forEach((name, value) -> categories.put(new Condition(Factor.LEAD_QUALITY, name), value));
    categories.put(new Condition(Factor.MARKET_TIMING, "quarter"), sums.who().quarter());
    territories.stream()
        .findFirst()
        .flatMap(places::tier)
        .ifPresent(tier -> categories.put(new Condition(Factor.TERRITORY_QUALITY, "tier"), tier));
    return new Met(categories, numbers(territories, segment, situation.month()));
  }

  Map<Condition, Supplied> numbers(List<String> territories, String segment, LocalDate month) {
    Map<Condition, Supplied> numbers = new HashMap<>();
    for (Indicator indicator : conditions.indicators()) {
      value(indicator, territories, segment, month)
          .ifPresent(
              value -> numbers.put(new Condition(indicator.factor(), indicator.name()), value));
    }
    return numbers;
  }

  /** Mean over the territories that have one. */
  private Optional<Supplied> value(
      Indicator indicator, List<String> territories, String segment, LocalDate month) {
    List<String> where = territories.isEmpty() ? List.of("") : territories;
    List<Supplied> found =
        where.stream()
            .flatMap(t -> conditions.value(indicator, t, segment, month).stream())
            .toList();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Supplied first = found.get(0);
    double value = found.stream().mapToDouble(Supplied::value).average().orElseThrow();
    double covered = found.stream().mapToDouble(Supplied::completeness).sum() / where.size();
    return Optional.of(new Supplied(value, covered, first.unit(), first.source(), first.method()));
  }

  static LocalDate middle(LocalDate month) {
    return month.plusDays(MIDDLE);
  }
}
