package org.evenhand.structure;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How uncertain actual &minus; expected is, over any set of cells of one outcome.
 *
 * @param unmeasured standard deviation per case that a condition nobody measured is taken to have
 */
record Uncertainty(double unmeasured) {

  static Uncertainty of(List<Cell> cells, double least) {
    return new Uncertainty(spread(cells, least));
  }

  static double cases(List<Cell> cells) {
    return cells.stream().mapToDouble(cell -> cell.size().cases()).sum();
  }

  /**
   * Standard deviation between reps of what a measured condition brings per case: what one nobody
   * measured is taken to have. Never below a share of the average per case.
   */
  private static double spread(List<Cell> cells, double least) {
    double cases = cases(cells);
    double reached = cells.stream().mapToDouble(cell -> cell.amounts().mean().doubleValue()).sum();
    double squares = 0;
    int factors = 0;
    for (Factor factor : Factor.values()) {
      double sum = 0;
      for (Cell cell : cells) {
        double share = cell.amounts().factors().get(factor.place()).doubleValue();
        sum += cell.size().cases() == 0 ? 0 : share * share / cell.size().cases();
      }
      squares += sum;
      factors += sum > 0 ? 1 : 0;
    }
    double typical = factors == 0 || cases == 0 ? 0 : Math.sqrt(squares / cases / factors);
    return cases == 0 ? 0 : Math.max(typical, least * Math.abs(reached / cases));
  }

  /** Factors not measured for some of the cases. */
  static Set<Factor> missing(List<Cell> cells) {
    EnumSet<Factor> missing = EnumSet.noneOf(Factor.class);
    for (Factor factor : Factor.values()) {
      if (applies(factor, cells) && unmeasuredCases(factor, cells) > 1e-9 * cases(cells)) {
        missing.add(factor);
      }
    }
    return missing;
  }

  /** Leads of a quality come only with cases: weeks have none. */
  private static boolean applies(Factor factor, List<Cell> cells) {
    return factor != Factor.LEAD_QUALITY || cells.get(0).outcome() != Outcome.HOURS;
  }

  private static double unmeasuredCases(Factor factor, List<Cell> cells) {
    return cells.stream()
        .mapToDouble(cell -> cell.size().cases() - cell.size().measured().get(factor.place()))
        .sum();
  }

  /**
   * How cases fall is independent from case to case; models fitted to the same teams err together;
   * a condition nobody measured is the same for all cases of a row.
   */
  Expectation.Noise noise(List<Cell> cells) {
    Map<List<Object>, List<Cell>> perModel = new LinkedHashMap<>();
    cells.forEach(
        cell ->
            perModel
                .computeIfAbsent(
                    List.of(cell.who().family(), cell.noise().left()), key -> new ArrayList<>())
                .add(cell));
    double fit = perModel.values().stream().mapToDouble(Uncertainty::fit).sum();
    double unknown = 0;
    for (Factor factor : Factor.values()) {
      double without = applies(factor, cells) ? unmeasuredCases(factor, cells) : 0;
      unknown += Math.pow(unmeasured * Math.max(0, without), 2);
    }
    return new Expectation.Noise(
        cells.stream().mapToDouble(cell -> cell.noise().chance()).sum(),
        fit,
        unknown,
        Optional.empty());
  }

  private static double fit(List<Cell> cells) {
    double[] gradient =
        cells.stream()
            .map(cell -> Vectors.array(cell.noise().gradient()))
            .reduce(Vectors::sum)
            .orElseThrow();
    return cells.get(0).noise().model().fitVariance(gradient);
  }
}
