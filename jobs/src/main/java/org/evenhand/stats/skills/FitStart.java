package org.evenhand.stats.skills;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Where a fit starts. A variance that cannot be told from others starts, and so stays, at 0: of
 * rater and person where no rater speaks twice of one person (the noise holds it), of severity
 * where a source has a single rater (its offset holds it).
 */
final class FitStart {
  private static final double SMALL = 0.1;

  /** From 0 no round leads away. */
  private static final double LEAST = 1e-3;

  private final FitData data;
  private final double variance;

  FitStart(FitData data) {
    this.data = data;
    this.variance = data.variance();
  }

  /** Fixed parts of the values' variance, a length of a sixth of the weeks. */
  FitState standard() {
    int sources = data.sources().size();
    double[] loading = new double[sources];
    double[] noise = new double[sources];
    double[] pairs = new double[sources];
    double[] severities = new double[sources];
    Arrays.fill(loading, 1);
    Arrays.fill(noise, 0.4 * variance);
    Arrays.fill(pairs, SMALL * variance);
    Arrays.fill(severities, SMALL * variance);
    double span = data.span();
    double length = data.held(Math.min(26, span / 6));
    Kernel kernel = new Kernel(0.25 * variance, span > 0 ? 0.2 * variance : 0, length);
    return separable(new FitState(kernel, loading, noise, pairs, severities));
  }

  /** What was fitted before, the standard start for a source that is new. */
  FitState of(SkillParameters earlier) {
    FitState state = standard();
    for (int s = 0; s < data.sources().size(); s++) {
      String name = data.sources().get(s);
      if (earlier.sources().containsKey(name)) {
        SkillParameters.Source source = earlier.source(name);
        state.loading[s] = s == data.anchor() ? 1 : source.loading();
        state.noise[s] = source.deviation() * source.deviation();
        state.pairVariance[s] = Math.max(LEAST * variance, source.pairVariance());
        state.severityVariance[s] = Math.max(LEAST * variance, source.severityVariance());
      }
    }
    Kernel kernel =
        new Kernel(
            Math.max(LEAST * variance, earlier.kernel().lasting()),
            data.span() > 0 ? Math.max(LEAST * variance, earlier.kernel().moving()) : 0,
            data.held(earlier.kernel().length()));
    return separable(
        new FitState(
            kernel, state.loading, state.noise, state.pairVariance, state.severityVariance));
  }

  private FitState separable(FitState state) {
    for (int s = 0; s < data.sources().size(); s++) {
      state.pairVariance[s] = hasRepeats(s) ? state.pairVariance[s] : 0;
      state.severityVariance[s] = raters(s) > 1 ? state.severityVariance[s] : 0;
    }
    return state;
  }

  private boolean hasRepeats(int source) {
    return data.pairs().stream()
        .anyMatch(
            pair ->
                IntStream.range(0, pair.size())
                    .filter(i -> pair.source[i] == source)
                    .filter(i -> pair.rater[i] != Pair.NOBODY)
                    .anyMatch(i -> pair.items[i] > 1 || pair.isLater(i)));
  }

  private long raters(int source) {
    return IntStream.range(0, data.raters().size())
        .filter(rater -> data.raterSource(rater) == source)
        .count();
  }
}
