package org.evenhand.stats.skills;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.evenhand.stats.Parallel;

/**
 * One round of expectation and maximisation with offsets, means and severities integrated out: P =
 * C&#8315;&sup1; &minus; H&middot;(errors of the unknowns)&middot;H' within a pair, u = Py, and for
 * each variance the mean of its effect's expected square (Dempster, Laird and Rubin 1977;
 * restricted likelihood, Patterson and Thompson 1971):
 *
 * <ul>
 *   <li>noise (su)&sup2; + s &minus; s&sup2;P<sub>ii</sub>, s = &sigma;&sup2;/w;
 *   <li>rater and person (&omega;&sup2;&Sigma;u)&sup2; + &omega;&sup2; &minus;
 *       &omega;&#8308;&Sigma;P;
 *   <li>severity c&sup2; + its prediction error variance;
 *   <li>what lasts, from &lambda;'u and &lambda;'P&lambda;, and what moves, from the curve's
 *       correlation in their place, a degree of freedom for each different week;
 *   <li>loading by {@link LoadingStep};
 *   <li>length by a step of its score over its average information, at most {@link #STEP} of its
 *       logarithm, held where a curve can be told from noise and from what lasts.
 * </ul>
 */
final class EmRound {
  private static final double STEP = 0.3;

  /** Of the variance of all values: a source that never errs would leave nothing to others. */
  private static final double LEAST_NOISE = 1e-6;

  private final FitData data;
  private final FitState state;
  private final Solution solution;
  private final Tails tails;
  private final double[] noise;
  private final double[] items;
  private final double[] pairs;
  private final double[] parties;
  private final LoadingStep loadings;
  private double lasting;
  private double moving;
  private double times;
  private double lengthScore;
  private double lengthInformation;

  private EmRound(Solution solution, Tails tails) {
    this.data = solution.data;
    this.state = solution.state;
    this.solution = solution;
    this.tails = tails;
    int sources = data.sources().size();
    noise = new double[sources];
    items = new double[sources];
    pairs = new double[sources];
    parties = new double[sources];
    loadings = new LoadingStep(solution);
  }

  /** The next variances; robust weights, when asked for, are set in the data on the way. */
  static FitState of(Solution solution, Tails tails) {
    EmRound round = new EmRound(solution, tails);
    Parallel.map(solution.blocks, block -> new EmRound(solution, tails).of(block))
        .forEach(round::add);
    return round.next();
  }

  private void add(EmRound part) {
    Vectors.add(part.noise, noise);
    Vectors.add(part.items, items);
    Vectors.add(part.pairs, pairs);
    Vectors.add(part.parties, parties);
    loadings.add(part.loadings);
    lasting += part.lasting;
    moving += part.moving;
    times += part.times;
    lengthScore += part.lengthScore;
    lengthInformation += part.lengthInformation;
  }

  private EmRound of(PairBlock block) {
    DMatrixRMaj half = new DMatrixRMaj(block.pair.size(), block.unknowns.length);
    CommonOps_DDRM.mult(block.solved, solution.errors.of(block), half);
    DMatrixRMaj p = block.inverse.copy();
    CommonOps_DDRM.multAddTransB(-1, half, block.solved, p);
    double[] residuals = block.residuals(solution.unknowns);
    double[] u = times(block.inverse, residuals);
    addSkill(block, p, half, u);
    addParties(block, p, u);
    addNoise(block, p, u);
    return this;
  }

  private static double[] times(DMatrixRMaj matrix, double[] vector) {
    DMatrixRMaj product = new DMatrixRMaj(vector.length, 1);
    CommonOps_DDRM.mult(matrix, new DMatrixRMaj(vector.length, 1, true, vector), product);
    return product.data;
  }

  private void addNoise(PairBlock block, DMatrixRMaj p, double[] u) {
    Pair pair = block.pair;
    for (int i = 0; i < pair.value.length; i++) {
      int at = pair.occasion[i];
      int source = pair.source[at];
      double own = block.means.own(i);
      double square = own * own * block.means.excess(i, u[at], p.get(at, at)) + own;
      noise[source] += pair.weight[i] * pair.robust[i] * square;
      items[source]++;
      if (tails.areHeavy()) {
        pair.robust[i] = tails.weight(square * pair.weight[i] / state.noise[source]);
      }
    }
  }

  private void addParties(PairBlock block, DMatrixRMaj p, double[] u) {
    Pair pair = block.pair;
    for (int i = 0; i < u.length; i++) {
      if (pair.rater[i] == Pair.NOBODY || pair.isLater(i)) {
        continue;
      }
      double sum = 0;
      double precision = 0;
      for (int j = i; j < u.length; j++) {
        if (pair.sharesParty(i, j)) {
          sum += u[j];
          for (int k = i; k < u.length; k++) {
            precision += pair.sharesParty(i, k) ? p.get(j, k) : 0;
          }
        }
      }
      double variance = state.pairVariance[pair.source[i]];
      pairs[pair.source[i]] += variance * variance * (sum * sum - precision) + variance;
      parties[pair.source[i]]++;
    }
  }

  private void addSkill(PairBlock block, DMatrixRMaj p, DMatrixRMaj half, double[] u) {
    Pair pair = block.pair;
    int n = u.length;
    double[] skill = new double[n * n];
    double[] turned = new double[n];
    double staying = 0;
    double curve = 0;
    double turning = 0;
    for (int i = 0; i < n; i++) {
      double own = state.loading[pair.source[i]];
      for (int j = 0; j < n; j++) {
        double both = own * state.loading[pair.source[j]];
        double x = state.kernel.rate() * Math.abs(pair.week[i] - pair.week[j]);
        double near = block.correlation[i * n + j];
        double excess = u[i] * u[j] - p.data[i * n + j];
        skill[i * n + j] = own * (state.kernel.lasting() + state.kernel.moving() * near);
        staying += both * excess;
        curve += both * near * excess;
        double derivative = both * state.kernel.moving() * x * x * near / (1 + x);
        turning += derivative * excess;
        turned[i] += derivative * u[j];
      }
    }
    lasting += state.kernel.lasting() * state.kernel.lasting() * staying + state.kernel.lasting();
    int weeks = pair.times();
    moving += state.kernel.moving() * state.kernel.moving() * curve + state.kernel.moving() * weeks;
    times += weeks;
    lengthScore += turning / 2;
    lengthInformation += Vectors.dot(turned, times(p, turned)) / 2;
    loadings.add(new LoadingStep.Projected(block, p, half, u, skill));
  }

  private FitState next() {
    int sources = noise.length;
    double[] nextNoise = new double[sources];
    double[] nextPairs = new double[sources];
    for (int s = 0; s < sources; s++) {
      nextNoise[s] = Math.max(LEAST_NOISE * data.variance(), noise[s] / items[s]);
      nextPairs[s] = parties[s] > 0 ? Math.max(0, pairs[s] / parties[s]) : 0;
    }
    double step = lengthInformation > 0 ? lengthScore / lengthInformation : 0;
    Kernel kernel =
        new Kernel(
            Math.max(0, lasting / data.pairs().size()),
            Math.max(0, moving / times),
            data.held(state.kernel.length() * Math.exp(Math.max(-STEP, Math.min(STEP, step)))));
    return new FitState(kernel, loadings.next(), nextNoise, nextPairs, severities());
  }

  private double[] severities() {
    double[] squares = new double[noise.length];
    int[] raters = new int[noise.length];
    for (int r = 0; r < data.raters().size(); r++) {
      double severity = solution.severity(r);
      squares[data.raterSource(r)] +=
          severity * severity + solution.errors.variance(data.unknownOfRater(r));
      raters[data.raterSource(r)]++;
    }
    for (int s = 0; s < squares.length; s++) {
      squares[s] = raters[s] > 0 && state.severityVariance[s] > 0 ? squares[s] / raters[s] : 0;
    }
    return squares;
  }
}
