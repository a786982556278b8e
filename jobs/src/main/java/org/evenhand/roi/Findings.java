package org.evenhand.roi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenhand.stats.did.Effect;
import org.evenhand.stats.did.MultiplierBootstrap;

/**
 * All measures of one scope judged together.
 *
 * @param estimates by measure, found or not
 * @param judged the found ones
 */
record Findings(Scope scope, Map<String, Estimate> estimates, Map<String, Judged> judged) {

  /** How much is asked of the checks of a scope: the small ones get the cheap ones. */
  enum Depth {
    FULL,
    PLAIN
  }

  static Findings of(Scope scope, Estimator estimator, RoiPolicy policy, Depth depth) {
    Map<String, Estimate> estimates = new TreeMap<>();
    for (RoiMeasure measure : RoiMeasure.ALL) {
      estimates.put(measure.key(), estimator.of(measure, scope));
    }
    List<Estimate.Found> found =
        estimates.values().stream().flatMap(estimate -> estimate.found().stream()).toList();
    double critical = critical(found, policy);
    Optional<Boolean> composition = composition(found, policy);
    Map<String, Judged> judged = new TreeMap<>();
    for (Estimate.Found one : found) {
      Judged.Against against = against(one, estimator, policy, depth, composition);
      judged.put(one.measure().key(), new Judged(one, headline(one), critical, against));
    }
    return new Findings(scope, estimates, judged);
  }

  Optional<Judged> found(String measure) {
    return Optional.ofNullable(judged.get(measure));
  }

  static Effect headline(Estimate.Found found) {
    return found.since().aggregates().group().overall().orElseThrow();
  }

  private static double critical(List<Estimate.Found> found, RoiPolicy policy) {
    List<Effect> effects = new ArrayList<>();
    found.stream().map(Findings::headline).filter(Effect::varies).forEach(effects::add);
    return effects.isEmpty()
        ? 0
        : MultiplierBootstrap.of(effects, policy.draws(), policy.seed())
            .critical(policy.confidence())
            .value();
  }

  private static Optional<Boolean> composition(List<Estimate.Found> found, RoiPolicy policy) {
    return found.stream()
        .filter(one -> one.measure().key().equals(RoiMeasure.RETENTION))
        .map(one -> Math.abs(headline(one).value()) > policy.compositionShare())
        .findFirst();
  }

  private static Judged.Against against(
      Estimate.Found found,
      Estimator estimator,
      RoiPolicy policy,
      Depth depth,
      Optional<Boolean> composition) {
    boolean full = depth == Depth.FULL;
    int anticipation = estimator.anticipation();
    boolean few = found.comparison().support().few(policy);
    Optional<Double> dealt = full && few ? Lot.dealt(found, policy) : Optional.empty();
    Optional<Double> p =
        dealt.or(() -> Lot.student(headline(found), found.comparison().support().teams().size()));
    return new Judged.Against(
        p,
        dealt.isPresent() ? "RANDOMISATION" : "JACKKNIFE",
        PreTrend.of(found, anticipation),
        full ? Sensitivity.of(found, anticipation, policy.confidence()) : Sensitivity.NONE,
        SecondOpinion.of(found, anticipation),
        composition);
  }
}
