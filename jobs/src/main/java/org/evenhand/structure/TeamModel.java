package org.evenhand.structure;

import java.util.List;
import org.evenhand.stats.LogisticRegression;
import org.evenhand.stats.Regression;
import org.evenhand.stats.RidgeRegression;

/** What one outcome was to be expected to be, learnt from the cases of other teams. */
interface TeamModel {

  /** Weight of the cases: how many count for the outcome. */
  double cases(CaseSums.Counts counts);

  /** Expectation of the sum over the cases. */
  double expected(CaseSums.Counts counts, double[] x);

  /** Variance of that sum by how cases fall. */
  double chance(CaseSums.Counts counts, double[] x);

  /** Derivative of the expectation by all coefficients. */
  double[] gradient(CaseSums.Counts counts, double[] x);

  /** Variance of an expectation with this gradient by not knowing the coefficients exactly. */
  double fitVariance(double[] gradient);

  /** Wins: expectation &sum;p, variance &sum;p(1&minus;p). */
  record Wins(Regression.Fitted fit) implements TeamModel {
    double probability(double[] x) {
      return LogisticRegression.probability(fit.predictor(x));
    }

    @Override
    public double cases(CaseSums.Counts counts) {
      return counts.n();
    }

    @Override
    public double expected(CaseSums.Counts counts, double[] x) {
      return counts.n() * probability(x);
    }

    @Override
    public double chance(CaseSums.Counts counts, double[] x) {
      double p = probability(x);
      return counts.n() * p * (1 - p);
    }

    @Override
    public double[] gradient(CaseSums.Counts counts, double[] x) {
      return times(chance(counts, x), x);
    }

    @Override
    public double fitVariance(double[] gradient) {
      return fit.variance(gradient);
    }
  }

  /**
   * Amounts won: a case brings its amount m with probability p. Amounts are log-linear and come
   * back from logarithms by the mean of the others' exp(residual) (Duan 1983), squares likewise.
   *
   * @param smear mean of exp(residual)
   * @param squareSmear mean of exp(2 residual)
   */
  record Amounts(Wins wins, Regression.Fitted logs, double smear, double squareSmear)
      implements TeamModel {

    /** Learns the way back from logarithms. */
    static Amounts of(Wins wins, Regression.Fitted logs, List<Observed> others) {
      double won = 0;
      double sum = 0;
      double squares = 0;
      for (Observed other : others) {
        CaseSums.Money money = other.counts().money();
        double line = logs.predictor(other.x());
        won += money.won();
        sum += money.amount().doubleValue() * Math.exp(-line);
        squares += money.squares() * Math.exp(-2 * line);
      }
      return new Amounts(wins, logs, sum / won, squares / won);
    }

    private double mean(double[] x) {
      return smear * Math.exp(logs.predictor(x));
    }

    @Override
    public double cases(CaseSums.Counts counts) {
      return counts.money().n();
    }

    @Override
    public double expected(CaseSums.Counts counts, double[] x) {
      return counts.money().n() * wins.probability(x) * mean(x);
    }

    @Override
    public double chance(CaseSums.Counts counts, double[] x) {
      double p = wins.probability(x);
      double square = squareSmear * Math.exp(2 * logs.predictor(x));
      return counts.money().n() * (p * square - Math.pow(p * mean(x), 2));
    }

    @Override
    public double[] gradient(CaseSums.Counts counts, double[] x) {
      double expected = expected(counts, x);
      double[] gradient = new double[2 * x.length];
      for (int i = 0; i < x.length; i++) {
        gradient[i] = expected * (1 - wins.probability(x)) * x[i];
        gradient[x.length + i] = expected * x[i];
      }
      return gradient;
    }

    @Override
    public double fitVariance(double[] gradient) {
      int half = gradient.length / 2;
      return wins.fit().variance(java.util.Arrays.copyOf(gradient, half))
          + logs.variance(java.util.Arrays.copyOfRange(gradient, half, gradient.length));
    }
  }

  /**
   * Hours: expectation a week times weeks.
   *
   * @param within variance of a rep's own weeks
   */
  record Hours(Regression.Fitted fit, double within) implements TeamModel {
    @Override
    public double cases(CaseSums.Counts counts) {
      return counts.n();
    }

    @Override
    public double expected(CaseSums.Counts counts, double[] x) {
      return counts.n() * fit.predictor(x);
    }

    @Override
    public double chance(CaseSums.Counts counts, double[] x) {
      return counts.n() * within;
    }

    @Override
    public double[] gradient(CaseSums.Counts counts, double[] x) {
      return times(counts.n(), x);
    }

    @Override
    public double fitVariance(double[] gradient) {
      return fit.variance(gradient);
    }
  }

  /** Sums of a family for linear models; counts of money enter as logarithms. */
  static void add(RidgeRegression.Sums sums, Outcome outcome, Observed of) {
    CaseSums.Counts counts = of.counts();
    if (outcome == Outcome.HOURS) {
      sums.add(of.x(), counts.n(), counts.y(), counts.squares());
    } else {
      sums.add(of.x(), counts.money().won(), counts.money().logs(), counts.money().logSquares());
    }
  }

  private static double[] times(double factor, double[] x) {
    return java.util.Arrays.stream(x).map(value -> factor * value).toArray();
  }
}
