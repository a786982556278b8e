package org.evenhand.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Effect of a treatment given at random, freed of what was there before (CUPED: Deng, Xu, Kohavi
 * and Walker 2013, eq. 5): Y' = Y &minus; &theta;(X &minus; mean X), X the outcome before the
 * treatment, &theta; = Cov(Y, X)/Var(X) within the two arms, so that the effect itself does not
 * enter; the effect is the difference of the arms' means of Y', which equals the regression of Y on
 * arm and X. Variance: per arm C/(C&minus;1) &sum; S&sup2; over its C clusters, S the cluster's sum
 * of Y' &minus; the arm's mean, over the arm's size; each case is its own cluster when none is
 * named, which gives s&sup2;/n. Degrees of freedom after Welch with C &minus; 1 per arm. Assumes
 * random assignment, of whole clusters where there are some, and takes &theta; as known. X that is
 * the same for all takes nothing away. An arm without two clusters has no interval: undefined.
 * Units are those of the outcome.
 *
 * @param effect treated less others, with its interval
 * @param error its standard error; empty when the effect is undefined
 * @param slope &theta;
 * @param variance what is left of the outcome's variance within arms, 1 when X explains nothing
 */
public record Cuped(Figure effect, Optional<Double> error, double slope, double variance) {

  /** In which arm a case is. */
  public enum Arm {
    TREATED,
    CONTROL
  }

  /**
   * One case.
   *
   * @param cluster what was assigned together
   * @param before X, known before assignment
   */
  public record Case(String cluster, Arm arm, double outcome, double before) {}

  private record Adjusted(String cluster, double value) {}

  /** One arm's mean with its variance. */
  private record Side(int n, double mean, int clusters, double variance) {
    static Side of(List<Adjusted> cases) {
      double mean = cases.stream().mapToDouble(Adjusted::value).sum() / cases.size();
      Map<String, Double> sums = new TreeMap<>();
      cases.forEach(c -> sums.merge(c.cluster, (c.value - mean) / cases.size(), Double::sum));
      double clusters = sums.size();
      double squares = sums.values().stream().mapToDouble(sum -> sum * sum).sum();
      return new Side(cases.size(), mean, sums.size(), clusters / (clusters - 1) * squares);
    }
  }

  /** Each case assigned on its own. */
  public static Cuped ofCases(List<Case> cases, double confidence) {
    List<Case> apart = new ArrayList<>();
    for (Case one : cases) {
      apart.add(new Case("case " + apart.size(), one.arm, one.outcome, one.before));
    }
    return ofClusters(apart, confidence);
  }

  /** Whole clusters assigned. */
  public static Cuped ofClusters(List<Case> cases, double confidence) {
    List<Case> treated = cases.stream().filter(c -> c.arm == Arm.TREATED).toList();
    List<Case> others = cases.stream().filter(c -> c.arm == Arm.CONTROL).toList();
    double within = products(treated, Of.BEFORE) + products(others, Of.BEFORE);
    double shared = products(treated, Of.BOTH) + products(others, Of.BOTH);
    double total = products(treated, Of.OUTCOME) + products(others, Of.OUTCOME);
    double slope = within > 0 ? shared / within : 0;
    double left = total > 0 ? Math.max(0, 1 - slope * shared / total) : 1;
    if (clusters(treated) < 2 || clusters(others) < 2) {
      return new Cuped(
          new Figure.Undefined(
              "two assigned apart are needed on each side: there are %d treated and %d others"
                  .formatted(clusters(treated), clusters(others))),
          Optional.empty(),
          slope,
          left);
    }
    double centre = cases.stream().mapToDouble(Case::before).sum() / cases.size();
    Side one = Side.of(adjusted(treated, slope, centre));
    Side other = Side.of(adjusted(others, slope, centre));
    double change = one.mean - other.mean;
    double error = Math.sqrt(one.variance + other.variance);
    Figure effect =
        error == 0
            ? new Figure.Known(change, change, change, cases.size())
            : Means.around(change, error, freedom(one, other), confidence, cases.size());
    return new Cuped(effect, Optional.of(error), slope, left);
  }

  private static double freedom(Side one, Side other) {
    double sum = one.variance + other.variance;
    return sum
        * sum
        / (one.variance * one.variance / (one.clusters - 1)
            + other.variance * other.variance / (other.clusters - 1));
  }

  private static long clusters(List<Case> cases) {
    return cases.stream().map(Case::cluster).distinct().count();
  }

  private static List<Adjusted> adjusted(List<Case> cases, double slope, double centre) {
    return cases.stream()
        .map(c -> new Adjusted(c.cluster, c.outcome - slope * (c.before - centre)))
        .toList();
  }

  private enum Of {
    BEFORE,
    OUTCOME,
    BOTH
  }

  /** Sum of squared or crossed deviations from the arm's means. */
  private static double products(List<Case> cases, Of what) {
    double x = cases.stream().mapToDouble(Case::before).average().orElse(0);
    double y = cases.stream().mapToDouble(Case::outcome).average().orElse(0);
    return cases.stream()
        .mapToDouble(
            c ->
                switch (what) {
                  case BEFORE -> (c.before - x) * (c.before - x);
                  case OUTCOME -> (c.outcome - y) * (c.outcome - y);
                  case BOTH -> (c.before - x) * (c.outcome - y);
                })
        .sum();
  }
}
