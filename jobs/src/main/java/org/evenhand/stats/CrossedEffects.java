package org.evenhand.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.analysis.MultivariateFunction;
import org.hipparchus.optim.InitialGuess;
import org.hipparchus.optim.MaxEval;
import org.hipparchus.optim.PointValuePair;
import org.hipparchus.optim.SimpleValueChecker;
import org.hipparchus.optim.nonlinear.scalar.GoalType;
import org.hipparchus.optim.nonlinear.scalar.ObjectiveFunction;
import org.hipparchus.optim.nonlinear.scalar.noderiv.NelderMeadSimplex;
import org.hipparchus.optim.nonlinear.scalar.noderiv.SimplexOptimizer;

/**
 * Random effects of two crossed (or nested) factors, y = &mu; + a + b + e, balanced or not, by
 * restricted or full maximum likelihood. Mean and residual variance are profiled out (Bates et al.
 * 2015, eq. 34 and 41): minus twice the log-likelihood is log|V| + f(1 + log(2&pi;r&sup2;/f)), f =
 * n, and for the restricted log|V| + log(1'V&#8315;&sup1;1) + the same with f = n &minus; 1,
 * r&sup2; the generalised residual squares; it is minimised over the two ratios of standard
 * deviations by Nelder and Mead on their logarithms and compared with the edges where a variance is
 * 0. Effects are best linear unbiased predictions, their errors conditional standard deviations,
 * mean and variances taken as known, as lme4's ranef gives them.
 *
 * <p>Refused: a factor with one level, or with a level for every row; factors that part the rows
 * alike; more than 3,000 levels of the shorter factor; values without residual spread. Above 500
 * (restricted only) the ratios are those of {@link CrossedComponents}, thousandths from the
 * minimum.
 *
 * @param meanError standard error of the mean, variances taken as known
 * @param first variance of the first factor
 * @param second variance of the second factor
 * @param residual variance of e
 * @param criterion minus twice the (restricted) log-likelihood
 */
public record CrossedEffects(
    double mean,
    double meanError,
    double first,
    double second,
    double residual,
    double criterion,
    List<OneWay.Effect> firstEffects,
    List<OneWay.Effect> secondEffects) {
  private static final int SEARCHED = 500;
  private static final int MOST = 3000;
  private static final int PROBES = 16;
  private static final long SEED = 1;
  private static final double WIDEST = 1e6;

  public CrossedEffects {
    firstEffects = List.copyOf(firstEffects);
    secondEffects = List.copyOf(secondEffects);
  }

  /** Level of each row, numbered from 0 without gaps. */
  public record Factor(String name, List<Integer> levels) {
    public Factor {
      levels = List.copyOf(levels);
    }

    int count() {
      return (int) levels.stream().distinct().count();
    }

    int[] positions() {
      return levels.stream().mapToInt(Integer::intValue).toArray();
    }
  }

  /**
   * @throws IllegalArgumentException when the factors cannot be told from each other or from noise
   */
  public static CrossedEffects of(
      double[] values, Factor first, Factor second, Likelihood likelihood) {
    return of(values, first, second, likelihood, SEARCHED);
  }

  /**
   * @param searched levels of the shorter factor up to which the minimum is searched exactly
   */
  static CrossedEffects of(
      double[] values, Factor first, Factor second, Likelihood likelihood, int searched) {
    check(values.length, first);
    check(values.length, second);
    if (alike(first, second)) {
      throw new IllegalArgumentException(
          "Cannot part variance: '%s' and '%s' part the rows alike. Use --kind oneway on one of them."
              .formatted(first.name(), second.name()));
    }
    boolean turned = first.count() < second.count();
    Factor longer = turned ? second : first;
    Factor shorter = turned ? first : second;
    int most = likelihood == Likelihood.RESTRICTED ? MOST : searched;
    if (shorter.count() > most) {
      throw new IllegalArgumentException(
          "Cannot part variance: '%s' has %d levels; of the shorter factor at most %d are possible. Join levels."
              .formatted(shorter.name(), shorter.count(), most));
    }
    double centre = Arrays.stream(values).average().orElseThrow();
    double[] centred = Arrays.stream(values).map(value -> value - centre).toArray();
    CrossedSums sums =
        new CrossedSums(
            centred, longer.positions(), longer.count(), shorter.positions(), shorter.count());
    double[] best =
        shorter.count() > searched
            ? components(centred, longer, shorter)
            : minimum(sums, likelihood);
    CrossedSums.At at = sums.at(best[0], best[1]);
    double residual = at.residual() / likelihood.freedom(values.length);
    if (best[0] > WIDEST || best[1] > WIDEST || !(residual > 0)) {
      throw new IllegalArgumentException(
          "Cannot part variance: nothing is left beyond '%s' and '%s'. Use repeated observations."
              .formatted(first.name(), second.name()));
    }
    double mean = centre + at.mean();
    List<List<OneWay.Effect>> effects =
        IntStream.range(0, 2)
            .mapToObj(
                i ->
                    effects(
                        values,
                        i == 0 ? longer : shorter,
                        mean,
                        at.effects().get(i),
                        at.variances().get(i),
                        residual))
            .toList();
    double[] variances = {best[0] * best[0] * residual, best[1] * best[1] * residual};
    return new CrossedEffects(
        mean,
        Math.sqrt(residual / at.ones()),
        variances[turned ? 1 : 0],
        variances[turned ? 0 : 1],
        residual,
        criterion(at, values.length, likelihood),
        effects.get(turned ? 1 : 0),
        effects.get(turned ? 0 : 1));
  }

  /** Ratios of standard deviations where a search would take too long. */
  private static double[] components(double[] values, Factor longer, Factor shorter) {
    CrossedComponents found = CrossedComponents.of(values, List.of(longer, shorter), PROBES, SEED);
    return found.variances().stream().mapToDouble(v -> Math.sqrt(v / found.residual())).toArray();
  }

  static void check(int n, Factor factor) {
    if (factor.count() < 2 || factor.count() >= n) {
      throw new IllegalArgumentException(
          "Cannot part variance: '%s' has %d levels in %d rows; at least two and fewer than rows are needed. Use another grouping."
              .formatted(factor.name(), factor.count(), n));
    }
  }

  private static boolean alike(Factor first, Factor second) {
    long pairs =
        IntStream.range(0, first.levels().size())
            .mapToObj(i -> List.of(first.levels().get(i), second.levels().get(i)))
            .distinct()
            .count();
    return pairs == first.count() && pairs == second.count();
  }

  private static List<OneWay.Effect> effects(
      double[] values,
      Factor factor,
      double mean,
      double[] predicted,
      double[] variances,
      double residual) {
    int[] counts = new int[factor.count()];
    double[] sums = new double[factor.count()];
    for (int i = 0; i < values.length; i++) {
      counts[factor.levels().get(i)]++;
      sums[factor.levels().get(i)] += values[i];
    }
    List<OneWay.Effect> effects = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      effects.add(
          new OneWay.Effect(
              counts[i],
              sums[i] / counts[i],
              mean + predicted[i],
              Math.sqrt(residual * variances[i])));
    }
    return effects;
  }

  private static double criterion(CrossedSums.At at, int n, Likelihood likelihood) {
    double freedom = likelihood.freedom(n);
    double mean = likelihood == Likelihood.RESTRICTED ? Math.log(at.ones()) : 0;
    return at.logDeterminant()
        + mean
        + freedom * (1 + Math.log(2 * Math.PI * at.residual() / freedom));
  }

  /** Over the quarter plane: inside, on both edges, in the corner; an edge wins a tie. */
  private static double[] minimum(CrossedSums sums, Likelihood likelihood) {
    MultivariateFunction of =
        theta -> {
          double value = criterion(sums.at(theta[0], theta[1]), sums.n(), likelihood);
          return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
        };
    double[] inside = search(point -> of.value(exponential(point)), new double[] {0, 0});
    double[] best = exponential(inside);
    double lowest = of.value(best);
    for (double[] edge : List.of(edge(of, best, 0), edge(of, best, 1), new double[] {0, 0})) {
      double value = of.value(edge);
      if (value <= lowest + 1e-9) {
        best = edge;
        lowest = value;
      }
    }
    return best;
  }

  /** Best point with one of the two at 0. */
  private static double[] edge(MultivariateFunction of, double[] near, int zero) {
    double start = Math.log(Math.max(0.1, near[1 - zero]));
    double[] found = search(point -> of.value(at(zero, Math.exp(point[0]))), new double[] {start});
    return at(zero, Math.exp(found[0]));
  }

  private static double[] at(int zero, double other) {
    return zero == 0 ? new double[] {0, other} : new double[] {other, 0};
  }

  private static double[] exponential(double[] point) {
    return Arrays.stream(point).map(Math::exp).toArray();
  }

  /** Begins again where it stopped until nothing is gained. */
  private static double[] search(MultivariateFunction of, double[] start) {
    double[] point = start;
    double value = of.value(point);
    double step = 1;
    for (int i = 0; i < 4; i++) {
      PointValuePair found =
          new SimplexOptimizer(new SimpleValueChecker(1e-14, 1e-12))
              .optimize(
                  new MaxEval(5000),
                  new ObjectiveFunction(of),
                  GoalType.MINIMIZE,
                  new InitialGuess(point),
                  new NelderMeadSimplex(start.length, step));
      point = found.getPoint();
      if (value - found.getValue() < 1e-11 && i > 0) {
        return point;
      }
      value = found.getValue();
      step = Math.max(1e-4, step / 10);
    }
    return point;
  }
}
