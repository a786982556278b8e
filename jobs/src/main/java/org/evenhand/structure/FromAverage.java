package org.evenhand.structure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a factor brings, as a difference from what it brings a case of the role on average: so that
 * a factor is a gain to some and a loss to others of a role, and nothing over all quarters.
 */
final class FromAverage {
  private FromAverage() {}

  static List<Cell> of(List<Cell> cells) {
    Map<String, double[]> sums = new TreeMap<>();
    for (Cell cell : cells) {
      double[] sum = sums.computeIfAbsent(cell.who().role(), role -> new double[Factor.COUNT + 1]);
      sum[Factor.COUNT] += cell.size().cases();
      for (Factor factor : Factor.values()) {
        sum[factor.place()] += cell.amounts().factors().get(factor.place()).doubleValue();
      }
    }
    List<Cell> apart = new ArrayList<>();
    for (Cell cell : cells) {
      apart.add(apart(cell, sums.getOrDefault(cell.who().role(), new double[Factor.COUNT + 1])));
    }
    return apart;
  }

  private static Cell apart(Cell cell, double[] sums) {
    Cell.Amounts amounts = cell.amounts();
    double share = sums[Factor.COUNT] == 0 ? 0 : cell.size().cases() / sums[Factor.COUNT];
    List<BigDecimal> factors = new ArrayList<>();
    for (Factor factor : Factor.values()) {
      BigDecimal average = BigDecimal.valueOf(sums[factor.place()] * share);
      factors.add(
          amounts
              .factors()
              .get(factor.place())
              .subtract(average)
              .setScale(cell.outcome().decimals(), RoundingMode.HALF_EVEN));
    }
    return new Cell(
        cell.who(),
        cell.outcome(),
        cell.size(),
        new Cell.Amounts(amounts.actual(), amounts.mean(), amounts.expected(), factors),
        cell.noise());
  }
}
