package org.evenhand.stats.statespace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.hipparchus.analysis.solvers.BrentSolver;

/**
 * One break of a mean by least squares: the position k that minimises the squares about the two
 * means (Bai 1994), each part at least 15 % of the values; sup F (Andrews 1993); Bayesian
 * information criteria of no to two breaks, each break a parameter; and the 95 % interval of the
 * position from the law of the argmax of a two-sided Brownian motion with drift, whose scale
 * differs between the parts (Bai 1997, appendix B). Values are taken as equally spaced and
 * independent about the means, which a wandering level is not: read it beside the auxiliary
 * residuals.
 *
 * @param after values before the break
 * @param low fewest values before the break, 95 %; empty when the interval does not close
 */
public record MeanBreak(
    int after,
    double meanBefore,
    double meanAfter,
    double squares,
    double supF,
    Optional<Integer> low,
    Optional<Integer> high,
    List<Double> criteria) {
  private static final double TRIM = 0.15;
  private static final double TAIL = 0.025;
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  public MeanBreak {
    criteria = List.copyOf(criteria);
  }

  /** Empty with too few values for two breaks, or when a part's values are all equal. */
  public static Optional<MeanBreak> of(List<Double> values) {
    Squares squares = new Squares(values);
    int n = values.size();
    int shortest = (int) Math.floor(TRIM * n);
    if (shortest < 2) {
      return Optional.empty();
    }
    int after = best(squares, 0, n, shortest);
    double split = squares.of(0, after) + squares.of(after, n);
    if (squares.of(0, after) <= 0 || squares.of(after, n) <= 0) {
      return Optional.empty();
    }
    double two = Double.POSITIVE_INFINITY;
    for (int second = 2 * shortest; second <= n - shortest; second++) {
      int first = best(squares, 0, second, shortest);
      two = Math.min(two, squares.of(0, first) + squares.of(first, second) + squares.of(second, n));
    }
    List<Double> criteria = new ArrayList<>();
    for (double left : new double[] {squares.of(0, n), split, two}) {
      criteria.add(criterion(left, n, criteria.size()));
    }
    Interval interval = Interval.of(squares, after, n);
    return Optional.of(
        new MeanBreak(
            after,
            squares.mean(0, after),
            squares.mean(after, n),
            split,
            (squares.of(0, n) - split) / (split / (n - 2)),
            interval.low,
            interval.high,
            criteria));
  }

  private static int best(Squares squares, int from, int to, int shortest) {
    int best = from + shortest;
    double least = Double.POSITIVE_INFINITY;
    for (int k = from + shortest; k <= to - shortest; k++) {
      double sum = squares.of(from, k) + squares.of(k, to);
      if (sum < least) {
        least = sum;
        best = k;
      }
    }
    return best;
  }

  /** Means, breaks and one variance are counted as parameters. */
  private static double criterion(double squares, int n, int breaks) {
    return n * (Math.log(squares / n) + 1 + Math.log(2 * Math.PI))
        + Math.log(n) * (2.0 * breaks + 2);
  }

  /** Sums of squares about the mean of any stretch, from running sums about the first value. */
  private static final class Squares {
    private final double[] sums;
    private final double[] products;
    private final double origin;

    Squares(List<Double> values) {
      origin = values.isEmpty() ? 0 : values.get(0);
      sums = new double[values.size() + 1];
      products = new double[values.size() + 1];
      for (int i = 0; i < values.size(); i++) {
        double value = values.get(i) - origin;
        sums[i + 1] = sums[i] + value;
        products[i + 1] = products[i] + value * value;
      }
    }

    double mean(int from, int to) {
      return origin + (sums[to] - sums[from]) / (to - from);
    }

    double of(int from, int to) {
      double sum = sums[to] - sums[from];
      return products[to] - products[from] - sum * sum / (to - from);
    }
  }

  /** Quantiles of the argmax, scaled back to observations. */
  private record Interval(Optional<Integer> low, Optional<Integer> high) {
    static Interval of(Squares squares, int after, int n) {
      double before = squares.of(0, after) / after;
      double later = squares.of(after, n) / (n - after);
      double change = squares.mean(after, n) - squares.mean(0, after);
      double scale = before / (change * change);
      double ratio = later / before;
      return new Interval(
          quantile(1 - TAIL, ratio).map(x -> after - (int) Math.ceil(x * scale)),
          quantile(TAIL, ratio).map(x -> after + (int) Math.ceil(-x * scale)));
    }

    private static Optional<Double> quantile(double p, double ratio) {
      double centre = below(0, ratio);
      if (centre <= TAIL || centre >= 1 - TAIL) {
        return Optional.empty();
      }
      double far = p < centre ? -1 : 1;
      while (far < 0 ? below(far, ratio) > p : below(far, ratio) < p) {
        far *= 2;
      }
      double low = Math.min(0, far);
      double high = Math.max(0, far);
      return Optional.of(new BrentSolver(1e-10).solve(500, x -> below(x, ratio) - p, low, high));
    }

    /**
     * P(argmax &le; x) of W(x) &minus; |x|/2 before 0 and of &radic;&phi; W(x) &minus; x/2 after
     * it.
     */
    private static double below(double x, double phi) {
      return x < 0 ? tail(-x, phi) : 1 - tail(x / phi, 1 / phi);
    }

    /** P(argmax lies more than x away) on the side of unit variance, the other side's being phi. */
    private static double tail(double x, double phi) {
      double root = Math.sqrt(x);
      double own = 1 / phi;
      return -Math.sqrt(x / (2 * Math.PI)) * Math.exp(-x / 8)
          - phi
              * (phi + 2)
              / (phi + 1)
              * Math.exp(own * (1 + own) * x / 2 + logNormal(-(0.5 + own) * root))
          + (x / 2 - 2 + Math.pow(phi + 2, 2) / (phi + 1)) * Math.exp(logNormal(-root / 2));
    }

    private static double logNormal(double z) {
      return z > -37
          ? Math.log(NORMAL.cumulativeProbability(z))
          : -z * z / 2 - Math.log(-z) - Math.log(2 * Math.PI) / 2;
    }
  }
}
