package org.evenhand.stats;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Random effects of one factor, y = &mu; + b + e, by restricted maximum likelihood (Patterson and
 * Thompson 1971) or by full. With &lambda; = var(b)/var(e) and w = n/(1 + &lambda;n) per group,
 * mean and residual variance have closed forms, so the criterion is minimised over &lambda; alone.
 * Effects are best linear unbiased predictions (Robinson 1991): a group's difference from the mean
 * times &lambda;w.
 *
 * @param mean &mu;
 * @param meanError its standard error
 * @param between variance of the groups; 0 when the data ask for none
 * @param within variance inside groups
 * @param criterion minus twice the log-likelihood, restricted or full
 * @param effects one per group, in the order given
 */
public record OneWay(
    double mean,
    double meanError,
    double between,
    double within,
    double criterion,
    List<Effect> effects) {
  private static final int GRID = 200;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  public OneWay {
    effects = List.copyOf(effects);
  }

  /**
   * @param raw the group's mean
   * @param shrunken &mu; and the predicted effect
   * @param error conditional standard deviation of the effect, the variances taken as known
   */
  public record Effect(int n, double raw, double shrunken, double error) {}

  /** A group as sums: size, mean and squared deviations from its mean. */
  private record Group(int n, double mean, double squares) {
    static Group of(List<Double> values) {
      double mean = values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
      return new Group(
          values.size(),
          mean,
          values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum());
    }

    double weight(double ratio) {
      return n / (1 + ratio * n);
    }
  }

  /**
   * @param groups at least two, none empty, one with two values at least
   * @throws IllegalArgumentException otherwise, or when no value differs within its group
   */
  public static OneWay of(List<List<Double>> groups) {
    return of(groups, Likelihood.RESTRICTED);
  }

  /** By either likelihood; see {@link #of(List)}. */
  public static OneWay of(List<List<Double>> groups, Likelihood likelihood) {
    if (groups.size() < 2 || groups.stream().noneMatch(values -> values.size() > 1)) {
      throw new IllegalArgumentException(
          "Cannot part variance of %d groups: at least two are needed, one of them with two values. Use another grouping."
              .formatted(groups.size()));
    }
    List<Group> sums = groups.stream().map(Group::of).toList();
    if (sums.stream().mapToDouble(Group::squares).sum() == 0) {
      throw new IllegalArgumentException(
          "Cannot part variance: no value differs within its group. Use single observations, not"
              + " means.");
    }
    double root = minimum(theta -> criterion(sums, theta * theta, likelihood));
    return at(sums, root * root, likelihood);
  }

  private static OneWay at(List<Group> groups, double ratio, Likelihood likelihood) {
    double mean = mean(groups, ratio);
    double within = residual(groups, ratio, mean, likelihood);
    double precision = groups.stream().mapToDouble(group -> group.weight(ratio)).sum();
    return new OneWay(
        mean,
        Math.sqrt(within / precision),
        ratio * within,
        within,
        criterion(groups, ratio, likelihood),
        groups.stream().map(group -> effect(group, ratio, mean, within)).toList());
  }

  private static Effect effect(Group group, double ratio, double mean, double within) {
    double shrunken = mean + ratio * group.weight(ratio) * (group.mean - mean);
    double variance = ratio * within / (1 + ratio * group.n);
    return new Effect(group.n, group.mean, shrunken, Math.sqrt(variance));
  }

  private static double criterion(List<Group> groups, double ratio, Likelihood likelihood) {
    double within = residual(groups, ratio, mean(groups, ratio), likelihood);
    double determinant = groups.stream().mapToDouble(group -> Math.log1p(ratio * group.n)).sum();
    double ofMean =
        likelihood == Likelihood.RESTRICTED
            ? Math.log(groups.stream().mapToDouble(group -> group.weight(ratio)).sum())
            : 0;
    return freedom(groups, likelihood) * (Math.log(2 * Math.PI * within) + 1)
        + determinant
        + ofMean;
  }

  private static double freedom(List<Group> groups, Likelihood likelihood) {
    return likelihood.freedom(groups.stream().mapToInt(Group::n).sum());
  }

  private static double mean(List<Group> groups, double ratio) {
    double weights = groups.stream().mapToDouble(group -> group.weight(ratio)).sum();
    return groups.stream().mapToDouble(group -> group.weight(ratio) * group.mean).sum() / weights;
  }

  private static double residual(
      List<Group> groups, double ratio, double mean, Likelihood likelihood) {
    return groups.stream()
            .mapToDouble(
                group -> group.squares + group.weight(ratio) * Math.pow(group.mean - mean, 2))
            .sum()
        / freedom(groups, likelihood);
  }

  /** Smallest value on [0, infinity): a grid of t/(1 - t), then golden sections around its best. */
  private static double minimum(DoubleUnaryOperator of) {
    int best = 0;
    for (int i = 1; i < GRID; i++) {
      best = of.applyAsDouble(point(i)) < of.applyAsDouble(point(best)) ? i : best;
    }
    double low = point(Math.max(0, best - 1));
    double high = point(best + 1);
    while (high - low > 1e-12 * (1 + high)) {
      double left = high - GOLDEN * (high - low);
      double right = low + GOLDEN * (high - low);
      if (of.applyAsDouble(left) <= of.applyAsDouble(right)) {
        high = right;
      } else {
        low = left;
      }
    }
    double inside = (low + high) / 2;
    return of.applyAsDouble(0) <= of.applyAsDouble(inside) ? 0 : inside;
  }

  private static double point(int i) {
    double share = i / (GRID + 1.0);
    return share / (1 - share);
  }
}
