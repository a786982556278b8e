package org.evenhand.structure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.evenhand.stats.CrossProducts;
import org.evenhand.stats.Figure;
import org.evenhand.stats.ShapleyShares;

/** How much of the differences in success between deals the six conditions explain (S1-29). */
final class Explained {
  private static final String MEASURE = "structure_share";

  private Explained() {}

  static void add(Models deals, Figures figures) {
    List<ShapleyShares.Factor> factors =
        Arrays.stream(Factor.values())
            .filter(factor -> !deals.design().positions(factor).isEmpty())
            .map(factor -> new ShapleyShares.Factor(factor.key(), deals.design().positions(factor)))
            .toList();
    double won = deals.cases().stream().mapToDouble(one -> one.counts().y()).sum();
    double cases = deals.cases().stream().mapToDouble(one -> one.counts().n()).sum();
    long reps = deals.cases().stream().map(one -> one.who().rep()).distinct().count();
    if (factors.isEmpty() || won == 0 || won == cases) {
      figure(
          "all",
          new Figure.Undefined("All deals ended alike, or no condition differs."),
          reps,
          figures);
      return;
    }
    ShapleyShares shares = ShapleyShares.of(products(deals), deals.design().size(), factors);
    figure("all", known(shares.r2(), cases), reps, figures);
    for (Factor factor : Factor.values()) {
      Figure share =
          shares.shares().stream()
              .filter(one -> one.name().equals(factor.key()))
              .map(one -> known(one.share(), cases))
              .findFirst()
              .orElseGet(
                  () ->
                      new Figure.NotMeasured(
                          "Nobody measured %s, or it was the same for all."
                              .formatted(factor.words())));
      figure(factor.key(), share, reps, figures);
    }
  }

  private static Figure known(double share, double cases) {
    return new Figure.Known(share, share, share, Math.round(cases));
  }

  private static void figure(String dimension, Figure figure, long reps, Figures figures) {
    figures.add(
        new Figures.About(Subject.COMPANY, MEASURE, dimension, reps),
        figure,
        Figures.Reading.plain("share", "cases"));
  }

  /** Of covariates and success, which stands last. */
  private static CrossProducts products(Models deals) {
    int size = deals.design().size() + 1;
    double[] sums = new double[size];
    double[] squares = new double[size * size];
    double weight = 0;
    for (Observed one : deals.cases()) {
      double n = one.counts().n();
      double y = one.counts().y();
      double[] z = Arrays.copyOf(one.x(), size);
      weight += n;
      IntStream.range(0, size - 1).forEach(i -> sums[i] += n * z[i]);
      sums[size - 1] += y;
      for (int i = 0; i < size - 1; i++) {
        for (int j = 0; j < size - 1; j++) {
          squares[i * size + j] += n * z[i] * z[j];
        }
        squares[i * size + size - 1] += y * z[i];
        squares[(size - 1) * size + i] += y * z[i];
      }
      squares[size * size - 1] += y;
    }
    return CrossProducts.ofSums(weight, sums, squares);
  }
}
