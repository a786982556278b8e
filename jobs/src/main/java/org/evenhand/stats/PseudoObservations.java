package org.evenhand.stats;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * One number per case in place of an outcome that censoring hides: n &theta; &minus; (n&minus;1)
 * &theta;&#8331;&#7522;, with &theta;&#8331;&#7522; the estimate without the case (Andersen, Klein
 * and Rosth&oslash;j 2003, eq. 2.2). They enter averages, regressions and differences in
 * differences as if every case had been watched to its end: without censoring they are the outcomes
 * themselves. Values below 0 or above the largest possible are normal. Assumes censoring that does
 * not depend on the outcome and cases watched from the beginning; a horizon beyond the longest time
 * carries the curve on as it ends. No cases: none; one case: the estimate itself. Cases alike in
 * time and cause have the same value.
 */
public final class PseudoObservations {
  private PseudoObservations() {}

  /** Of surviving a time, cause 1 or more as the event: 1 or 0 without censoring. */
  public static List<Double> survival(List<Spell> spells, double time) {
    return of(anyCause(spells), table -> KaplanMeier.of(table, 0).at(time).survival());
  }

  /** Of the time lived up to a horizon, in its unit: min(time, horizon) without censoring. */
  public static List<Double> restrictedMean(List<Spell> spells, double horizon) {
    return of(
        anyCause(spells), table -> RestrictedMean.of(KaplanMeier.of(table, 0), horizon).estimate());
  }

  /** Of cause 1 by a time, other causes competing: 1 or 0 without censoring. */
  public static List<Double> incidence(List<Spell> spells, double time) {
    return of(spells, table -> AalenJohansen.incidence(table, time));
  }

  private static List<Double> of(List<Spell> spells, ToDoubleFunction<RiskTable> estimate) {
    if (spells.stream().anyMatch(spell -> spell.entry() != Double.NEGATIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "Cannot make pseudo-observations: some cases were not watched from the beginning. Leave"
              + " them out, or use the estimate itself.");
    }
    RiskTable table = RiskTable.of(spells);
    double n = spells.size();
    double all = estimate.applyAsDouble(table);
    Map<Spell, Double> values = new HashMap<>();
    return spells.stream()
        .map(
            spell ->
                values.computeIfAbsent(
                    spell,
                    one ->
                        n == 1
                            ? all
                            : n * all - (n - 1) * estimate.applyAsDouble(table.without(one))))
        .toList();
  }

  private static List<Spell> anyCause(List<Spell> spells) {
    return spells.stream()
        .map(spell -> new Spell(spell.entry(), spell.exit(), Math.min(1, spell.cause())))
        .toList();
  }
}
