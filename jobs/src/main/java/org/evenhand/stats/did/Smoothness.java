package org.evenhand.stats.did;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * How far an effect leans on parallel trends (Rambachan and Roth 2023, section 2.4 and the fixed
 * length intervals of section 4.1): the groups' difference may follow any trend whose slope changes
 * by at most M from one period to the next. Period &minus;1 is the reference with value 0; with
 * &beta;&#8331;&#8342; the estimate k periods before it and &theta; = l'&beta; after it, the
 * interval is &theta; + &sum; v&#8342; &beta;&#8331;&#8342; &plusmn; cv(bias/sd) sd, cv the
 * quantile of |N(bias/sd, 1)|. &sum; k v&#8342; = &sum; t l&#8348; removes every straight line;
 * what is left is at most M [&sum; over j &ge; 0 of |&sum; over t above j of l&#8348; (t &minus;
 * j)| + &sum; over j &ge; 1 of |&sum; over k above j of v&#8342; (k &minus; j)|], which for the
 * first period alone is M &sum; over j = 0..K&minus;1 of |&sum; over k above j of v&#8342; (k
 * &minus; j)|. v makes the interval shortest (Nelder-Mead from 12 starts). With one pre-period
 * nothing is free: v is fixed. Any v gives a valid interval, so a search that stops early is wide,
 * not wrong (relative 1e-6 at 12 pre-periods). M = 0 extends a straight line fitted by generalised
 * least squares. Assumes estimates that are jointly normal with this covariance. Units of M are
 * those of the outcome a period.
 *
 * @param intervals one per M, in the order asked; empty when there is a reason for none
 * @param breakdown smallest M at which the interval reaches 0; empty when it does so at M = 0, or
 *     when there are no intervals
 * @param reason why there is no breakdown value; empty when there is one
 */
public record Smoothness(
    List<Interval> intervals, Optional<Double> breakdown, Optional<String> reason) {
  public Smoothness {
    intervals = List.copyOf(intervals);
  }

  /** What holds when slopes change by at most {@code bound} a period. */
  public record Interval(double bound, double low, double high) {}

  /**
   * @param estimates by event time: &minus;K to &minus;2, then 0 to T; &minus;1 may be there as 0
   *     with no covariance of its own, and is left out
   * @param covariance in the order of the estimates
   * @param weights l of the periods from 0 on
   * @param bounds values of M, none negative
   */
  public static Smoothness of(
      SortedMap<Integer, Double> estimates,
      double[][] covariance,
      double[] weights,
      List<Double> bounds,
      double confidence) {
    if (covariance.length != estimates.size() || bounds.stream().anyMatch(bound -> !(bound >= 0))) {
      throw new IllegalArgumentException(
          "Cannot judge smoothness: %d estimates, %d rows of covariance, M of %s. Give a row for each estimate and no negative M."
              .formatted(estimates.size(), covariance.length, bounds));
    }
    List<Integer> times = List.copyOf(estimates.keySet());
    Optional<String> gap = gap(times, weights.length);
    if (gap.isPresent()) {
      return without(gap.get());
    }
    FixedLength problem =
        problem(List.copyOf(estimates.values()), times, covariance, weights, confidence);
    if (problem.isSingular()) {
      return without(
          "the covariance matrix of the estimates is singular: there are too few teams for so many"
              + " periods");
    }
    List<Interval> intervals = bounds.stream().map(bound -> interval(problem, bound)).toList();
    Interval straight = interval(problem, 0);
    return straight.low() <= 0 && straight.high() >= 0
        ? new Smoothness(
            intervals, Optional.empty(), Optional.of("the interval includes 0 at M = 0 already"))
        : new Smoothness(intervals, Optional.of(breakdown(problem)), Optional.empty());
  }

  private static Smoothness without(String reason) {
    return new Smoothness(List.of(), Optional.empty(), Optional.of(reason));
  }

  private static Interval interval(FixedLength problem, double bound) {
    FixedLength.Shortest shortest = problem.at(bound);
    return new Interval(bound, shortest.low(), shortest.high());
  }

  private static Optional<String> gap(List<Integer> times, int after) {
    List<Integer> before = times.stream().filter(time -> time < -1).toList();
    List<Integer> since = times.stream().filter(time -> time >= 0).toList();
    if (before.isEmpty()) {
      return Optional.of("there is no estimate before the reference period");
    }
    if (after == 0 || since.size() != after) {
      return Optional.of(
          "there are %d estimates from treatment on and %d weights".formatted(since.size(), after));
    }
    boolean whole = before.get(0) == -1 - before.size() && since.get(after - 1) == after - 1;
    return whole
        ? Optional.empty()
        : Optional.of("event times %s are not consecutive".formatted(times));
  }

  /** The pre-periods, nearest first, and the effect, with their covariance. */
  private static FixedLength problem(
      List<Double> values,
      List<Integer> times,
      double[][] covariance,
      double[] weights,
      double confidence) {
    int before = (int) times.stream().filter(time -> time < -1).count();
    int first = times.indexOf(0);
    double[][] rows = new double[before + 1][values.size()];
    for (int k = 0; k < before; k++) {
      rows[k][before - 1 - k] = 1;
    }
    for (int t = 0; t < weights.length; t++) {
      rows[before][first + t] = weights[t];
    }
    double[] estimates = new double[before + 1];
    double[][] joint = new double[before + 1][before + 1];
    for (int i = 0; i <= before; i++) {
      for (int p = 0; p < values.size(); p++) {
        estimates[i] += rows[i][p] * values.get(p);
        for (int j = 0; j <= before; j++) {
          for (int q = 0; q < values.size(); q++) {
            joint[i][j] += rows[i][p] * covariance[p][q] * rows[j][q];
          }
        }
      }
    }
    double beyond =
        IntStream.range(0, weights.length).mapToDouble(j -> Math.abs(reach(weights, j))).sum();
    return new FixedLength(estimates, joint, reach(weights, 0), beyond, confidence);
  }

  /** &sum; over t above j of l (t &minus; j), t = 1 the first period. */
  private static double reach(double[] weights, int j) {
    return IntStream.range(j, weights.length).mapToDouble(t -> weights[t] * (t + 1 - j)).sum();
  }

  /** Doubles M until the bound nearest 0 has crossed it, then halves the bracket. */
  private static double breakdown(FixedLength problem) {
    double sign = Math.signum(problem.at(0).centre());
    double high = problem.at(0).half();
    while (nearest(problem, high, sign) > 0) {
      high *= 2;
    }
    double low = 0;
    double atLow = nearest(problem, 0, sign);
    double atHigh = nearest(problem, high, sign);
    for (int i = 0; i < 60 && high - low > 1e-10 * high; i++) {
      double middle = i % 3 == 2 ? (low + high) / 2 : low + (high - low) * atLow / (atLow - atHigh);
      double value = nearest(problem, middle, sign);
      if (value > 0) {
        low = middle;
        atLow = value;
      } else {
        high = middle;
        atHigh = value;
      }
    }
    return (low + high) / 2;
  }

  /** Distance of the interval from 0, negative once it holds 0. */
  private static double nearest(FixedLength problem, double bound, double sign) {
    FixedLength.Shortest shortest = problem.at(bound);
    return sign * shortest.centre() - shortest.half();
  }
}
