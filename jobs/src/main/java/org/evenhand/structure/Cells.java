package org.evenhand.structure;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the cells of an outcome from the cases of its families.
 *
 * @param known expectations
 * @param unknown why there is none, by whose
 */
record Cells(List<Cell> known, Map<CaseSums.Who, String> unknown) {
  Cells {
    known = List.copyOf(known);
    unknown = Map.copyOf(unknown);
  }

  static Cells of(Outcome outcome, Map<Family, Models> models) {
    List<Cell> known = new ArrayList<>();
    Map<CaseSums.Who, String> unknown = new LinkedHashMap<>();
    for (Family family : outcome.families()) {
      Models model = models.get(family);
      if (model != null) {
        add(outcome, model, known, unknown);
      }
    }
    return new Cells(known, unknown);
  }

  private static void add(
      Outcome outcome, Models models, List<Cell> known, Map<CaseSums.Who, String> unknown) {
    Map<CaseSums.Who, List<Observed>> perWho = new LinkedHashMap<>();
    models.cases().forEach(c -> perWho.computeIfAbsent(c.who(), w -> new ArrayList<>()).add(c));
    Map<String, Double> averages = averages(outcome, models.cases());
    List<Cell> made = new ArrayList<>();
    perWho.forEach(
        (who, cases) -> {
          Models.Learnt learnt = models.without(models.teams(who.rep()), outcome);
          if (learnt instanceof Models.Learnt.Model model) {
            double average = averages.getOrDefault(who.role(), 0.0);
            made.add(new Maker(outcome, models, model.model(), cases).cell(who, average));
          } else {
            unknown.put(who, ((Models.Learnt.Nothing) learnt).reason());
          }
        });
    known.addAll(FromAverage.of(made));
  }

  /** What a case of a role brings on average over all quarters. */
  private static Map<String, Double> averages(Outcome outcome, List<Observed> cases) {
    Map<String, double[]> sums = new TreeMap<>();
    for (Observed one : cases) {
      double[] sum = sums.computeIfAbsent(one.who().role(), role -> new double[2]);
      sum[0] += weight(outcome, one.counts());
      sum[1] += actual(outcome, one.counts()).doubleValue();
    }
    Map<String, Double> averages = new TreeMap<>();
    sums.forEach((role, sum) -> averages.put(role, sum[0] == 0 ? 0 : sum[1] / sum[0]));
    return averages;
  }

  static double weight(Outcome outcome, CaseSums.Counts counts) {
    return outcome == Outcome.AMOUNT ? counts.money().n() : counts.n();
  }

  static BigDecimal actual(Outcome outcome, CaseSums.Counts counts) {
    return outcome == Outcome.AMOUNT ? counts.money().amount() : BigDecimal.valueOf(counts.y());
  }

  /** The cell of one rep, team, role and quarter. */
  private record Maker(Outcome outcome, Models models, TeamModel model, List<Observed> cases) {

    Cell cell(CaseSums.Who who, double average) {
      Design design = models.design();
      double[] shares = Shares.of(design.factors(), this::expected);
      Cell.Amounts amounts =
          new Cell.Amounts(
              cases.stream()
                  .map(one -> actual(outcome, one.counts()))
                  .reduce(BigDecimal.ZERO, BigDecimal::add)
                  .setScale(outcome.decimals(), RoundingMode.HALF_EVEN),
              rounded(average * size()),
              rounded(expected(design.factors())),
              Arrays.stream(shares).mapToObj(this::rounded).toList());
      return new Cell(who, outcome, sizes(), amounts, noise());
    }

    private double size() {
      return cases.stream().mapToDouble(one -> model.cases(one.counts())).sum();
    }

    private double expected(int subset) {
      double sum = 0;
      for (Observed one : cases) {
        sum += model.expected(one.counts(), models.design().only(subset, one.x()));
      }
      return sum;
    }

    private Cell.Size sizes() {
      List<Double> measured =
          Arrays.stream(Factor.values())
              .map(
                  factor ->
                      cases.stream()
                          .mapToDouble(one -> model.cases(one.counts()) * one.completeness(factor))
                          .sum())
              .toList();
      return new Cell.Size(size(), measured, expected(Factor.LEAD_QUALITY.bit()));
    }

    private Cell.Noise noise() {
      double chance = 0;
      double[] gradient = new double[0];
      for (Observed one : cases) {
        chance += model.chance(one.counts(), one.x());
        double[] part = model.gradient(one.counts(), one.x());
        gradient = gradient.length == 0 ? part : Vectors.sum(gradient, part);
      }
      return new Cell.Noise(
          chance, models.teams(cases.get(0).who().rep()), model, Vectors.list(gradient));
    }

    private BigDecimal rounded(double value) {
      return BigDecimal.valueOf(value).setScale(outcome.decimals(), RoundingMode.HALF_EVEN);
    }
  }
}
