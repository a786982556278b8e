package org.evenhand.stats.skills;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Parameters of skill inference from a whole table: restricted maximum likelihood by {@link
 * EmRound}, three rounds at a time extrapolated (Varadhan and Roland 2008), after a search of the
 * kernel among 27. The assessment's offset is 0 and its loading 1; without assessments the source
 * with most items takes its place. A source whose raters never speak twice of one person has no
 * variance of rater and person (its noise holds it), one with a single rater none of severity (its
 * offset holds it), one with fewer than 30 items loads with 1.
 */
public final class GlobalFit {
  private static final double SETTLED = 5e-6;
  private static final int ROUNDS_BEFORE_SEARCH = 3;
  private static final double STRAYED = 10;
  private static final double FARTHEST = 3;
  private static final double FARTHEST_LOADING = 0.2;

  private final FitData data;
  private final FitOptions options;
  private int rounds;
  private double moved = Double.POSITIVE_INFINITY;

  private GlobalFit(FitData data, FitOptions options) {
    this.data = data;
    this.options = options;
  }

  /**
   * @throws IllegalArgumentException with fewer than two pairs of person and skill, or values all
   *     equal
   */
  public static SkillFit of(List<Evidence> evidence, FitOptions options) {
    FitData data = FitData.of(evidence);
    if (data.pairs().size() < 2 || !(data.variance() > 0)) {
      throw new IllegalArgumentException(
          "Cannot fit parameters to %d pieces of evidence of %d persons and skills: at least two pairs with values that differ are needed. Give parameters with --params."
              .formatted(evidence.size(), data.pairs().size()));
    }
    GlobalFit fit = new GlobalFit(data, options);
    Solution solution = fit.run();
    return fit.result(solution);
  }

  private Solution run() {
    FitState state = start();
    for (int i = 0; i < ROUNDS_BEFORE_SEARCH; i++) {
      state = round(state);
    }
    state = KernelSearch.of(solve(state));
    while (rounds < options.rounds() && moved > SETTLED) {
      state = cycle(state);
    }
    return solve(state);
  }

  private Solution solve(FitState state) {
    return new Solution(data, state, options);
  }

  private FitState round(FitState state) {
    rounds++;
    return EmRound.of(solve(state), options.tails());
  }

  /** Two rounds, an extrapolation along them, and a third that steadies it. */
  private FitState cycle(FitState state) {
    FitState one = round(state);
    FitState two = round(one);
    moved = distance(one, two);
    if (moved <= SETTLED) {
      return two;
    }
    FitState far = extrapolated(state.row(), one.row(), two.row());
    FitState steadied = round(far);
    boolean strayed = !(distance(far, steadied) <= STRAYED * distance(state, one));
    return strayed ? two : steadied;
  }

  private FitState extrapolated(double[] from, double[] one, double[] two) {
    double step = 0;
    double bend = 0;
    for (int i = 0; i < from.length; i++) {
      step += Math.pow(one[i] - from[i], 2);
      bend += Math.pow(two[i] - 2 * one[i] + from[i], 2);
    }
    double length = bend > 0 ? Math.max(1, Math.min(20, Math.sqrt(step / bend))) : 1;
    double[] next = new double[from.length];
    for (int i = 0; i < next.length; i++) {
      double first = one[i] - from[i];
      double second = two[i] - 2 * one[i] + from[i];
      double move = 2 * length * first + length * length * second;
      double farthest = i < data.sources().size() ? FARTHEST_LOADING : FARTHEST;
      next[i] = from[i] + Math.max(-farthest, Math.min(farthest, move));
    }
    int last = next.length - 1;
    next[last] = Math.log(data.held(Math.exp(next[last])));
    return FitState.of(next);
  }

  /**
   * Largest change of a variance, in variances of the values, of a loading or the length's
   * logarithm.
   */
  private double distance(FitState one, FitState other) {
    double most =
        Math.max(
            change(one.kernel.lasting(), other.kernel.lasting()),
            change(one.kernel.moving(), other.kernel.moving()));
    most = Math.max(most, 0.01 * Math.abs(Math.log(one.kernel.length() / other.kernel.length())));
    for (int s = 0; s < one.noise.length; s++) {
      most = Math.max(most, change(one.noise[s], other.noise[s]));
      most = Math.max(most, change(one.pairVariance[s], other.pairVariance[s]));
      most = Math.max(most, change(one.severityVariance[s], other.severityVariance[s]));
      most = Math.max(most, 0.1 * Math.abs(one.loading[s] - other.loading[s]));
    }
    return most;
  }

  private double change(double one, double other) {
    return Math.abs(one - other) / data.variance();
  }

  private FitState start() {
    int sources = data.sources().size();
    double variance = data.variance();
    double[] loading = new double[sources];
    double[] noise = new double[sources];
    double[] pairs = new double[sources];
    double[] severities = new double[sources];
    for (int s = 0; s < sources; s++) {
      loading[s] = 1;
      noise[s] = 0.4 * variance;
      pairs[s] = hasRepeats(s) ? 0.1 * variance : 0;
      severities[s] = raters(s) > 1 ? 0.1 * variance : 0;
    }
    double span = data.span();
    double length = data.held(Math.min(26, span / 6));
    return new FitState(
        new Kernel(0.25 * variance, span > 0 ? 0.2 * variance : 0, length),
        loading,
        noise,
        pairs,
        severities);
  }

  private boolean hasRepeats(int source) {
    return data.pairs().stream()
        .anyMatch(
            pair ->
                IntStream.range(0, pair.size())
                    .filter(i -> pair.source[i] == source)
                    .anyMatch(
                        i ->
                            IntStream.range(0, i)
                                .anyMatch(j -> PairBlock.sharesParty(pair, i, j))));
  }

  private long raters(int source) {
    return IntStream.range(0, data.raters().size())
        .filter(rater -> data.raterSource(rater) == source)
        .count();
  }

  private SkillFit result(Solution solution) {
    Map<String, Double> means = new TreeMap<>();
    for (int m = 0; m < data.means().size(); m++) {
      means.put(data.means().get(m), solution.unknowns[data.unknownOfMean(m)]);
    }
    Map<String, SkillParameters.Source> sources = new TreeMap<>();
    FitState state = solution.state;
    for (int s = 0; s < data.sources().size(); s++) {
      sources.put(
          data.sources().get(s),
          new SkillParameters.Source(
              s == data.anchor() ? 0 : solution.unknowns[s],
              state.loading[s],
              Math.sqrt(state.noise[s]),
              state.pairVariance[s],
              state.severityVariance[s]));
    }
    List<SkillFit.Rater> raters = new RaterViews(solution).all();
    return new SkillFit(
        new SkillParameters(state.kernel, means, sources, severities(raters), options.tails()),
        raters,
        new SkillFit.Convergence(
            rounds, moved <= SETTLED, moved, solution.equations.iterations(), isExact()),
        data.sources().get(data.anchor()));
  }

  private boolean isExact() {
    return data.unknowns() <= options.exactUpTo();
  }

  /** By rater, or by source and rater where one rates in several sources. */
  private static Map<String, SkillParameters.Severity> severities(List<SkillFit.Rater> raters) {
    List<String> names = new ArrayList<>();
    raters.forEach(rater -> names.add(rater.rater()));
    Map<String, SkillParameters.Severity> severities = new TreeMap<>();
    for (SkillFit.Rater rater : raters) {
      boolean alone = names.indexOf(rater.rater()) == names.lastIndexOf(rater.rater());
      severities.put(
          alone ? rater.rater() : rater.source() + "|" + rater.rater(), rater.severity());
    }
    return severities;
  }
}
