package org.evenhand.stats.skills;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Parameters of skill inference from a whole table: restricted maximum likelihood by {@link
 * EmRound}, rounds mixed by {@link Mixing}, after a search of the kernel among 27. The assessment's
 * offset is 0 and its loading 1; without assessments the source that speaks of most persons and
 * skills takes its place. A source whose raters never speak twice of one person has no variance of
 * rater and person (its noise holds it), one with a single rater none of severity (its offset holds
 * it), one with fewer than 30 items loads with 1.
 */
public final class GlobalFit {
  private static final double SETTLED = 5e-6;
  private static final int ROUNDS_BEFORE_SEARCH = 3;
  private static final double STRAYED = 2;
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
   * Starts from parameters of another time, without a search of the kernel: the same maximum in
   * fewer rounds.
   */
  public static SkillFit of(List<Evidence> evidence, FitOptions options, SkillParameters earlier) {
    return new GlobalFit(data(evidence), options).from(earlier);
  }

  /**
   * @throws IllegalArgumentException with fewer than two pairs of person and skill, or values all
   *     equal
   */
  public static SkillFit of(List<Evidence> evidence, FitOptions options) {
    GlobalFit fit = new GlobalFit(data(evidence), options);
    return fit.result(fit.settled(fit.searched()));
  }

  private static FitData data(List<Evidence> evidence) {
    FitData data = FitData.of(evidence);
    if (data.pairs().size() < 2 || !(data.variance() > 0)) {
      throw new IllegalArgumentException(
          "Cannot fit parameters to %d pieces of evidence of %d persons and skills: at least two pairs with values that differ are needed. Give parameters with --params."
              .formatted(evidence.size(), data.pairs().size()));
    }
    return data;
  }

  private SkillFit from(SkillParameters earlier) {
    FitState start = new FitStart(data).of(earlier);
    return result(settled(start));
  }

  private FitState searched() {
    FitState state = new FitStart(data).standard();
    for (int i = 0; i < ROUNDS_BEFORE_SEARCH; i++) {
      state = round(state);
    }
    return KernelSearch.of(solve(state));
  }

  /** Starts anew from a plain round where the way strays. */
  private Solution settled(FitState start) {
    FitState state = start;
    Mixing mixing = new Mixing();
    double before = Double.POSITIVE_INFINITY;
    while (rounds < options.rounds() && moved > SETTLED) {
      FitState next = round(state);
      moved = distance(state, next);
      if (!(moved <= STRAYED * before)) {
        mixing = new Mixing();
      }
      before = moved;
      state = moved <= SETTLED ? next : mixed(mixing, state, next);
    }
    return solve(state);
  }

  private FitState mixed(Mixing mixing, FitState from, FitState to) {
    double[] plain = to.row();
    double[] next = mixing.next(from.row(), plain, weights(plain));
    for (int i = 0; i < next.length; i++) {
      double farthest = i < data.sources().size() ? FARTHEST_LOADING : FARTHEST;
      next[i] = plain[i] + Math.max(-farthest, Math.min(farthest, next[i] - plain[i]));
    }
    int last = next.length - 1;
    next[last] = Math.log(data.held(Math.exp(next[last])));
    return FitState.of(next);
  }

  /** Of each position of a row, so that all count as in {@link #distance}. */
  private double[] weights(double[] row) {
    double[] weights = new double[row.length];
    for (int i = 0; i < row.length; i++) {
      weights[i] =
          i < data.sources().size() ? 0.1 : Math.min(1, Math.exp(row[i]) / data.variance());
    }
    weights[row.length - 1] = 0.01;
    return weights;
  }

  private Solution solve(FitState state) {
    return new Solution(data, state, options);
  }

  private FitState round(FitState state) {
    rounds++;
    return EmRound.of(solve(state), options.tails());
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
