package org.evenhand.roi;

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

  /** Whether the test by lot is made: it costs as many estimates as draws. */
  enum Depth {
    FULL,
    PLAIN
  }

  static Findings of(Scope scope, Estimator estimator, RoiPolicy policy, Depth depth) {
    Map<String, Estimate> estimates = new TreeMap<>();
    RoiMeasure.ALL.parallelStream()
        .map(measure -> estimator.of(measure, scope))
        .toList()
        .forEach(estimate -> estimates.put(estimate.measure().key(), estimate));
    List<Estimate.Found> found =
        estimates.values().stream().flatMap(estimate -> estimate.found().stream()).toList();
    List<Effect> headlines = found.stream().map(Findings::headline).filter(Effect::varies).toList();
    Optional<Boolean> composition = composition(found, policy);
    Map<String, Judged> judged = new TreeMap<>();
    found.parallelStream()
        .map(
            one ->
                one.comparison().support().treatedTeams().size() < policy.syntheticTreated()
                    ? synthetic(one, estimator, policy, composition)
                    : compared(
                        one,
                        critical(headlines, teams(one), policy),
                        estimator,
                        policy,
                        depth,
                        composition))
        .toList()
        .forEach(one -> judged.put(one.found().measure().key(), one));
    return new Findings(scope, estimates, judged);
  }

  Optional<Judged> found(String measure) {
    return Optional.ofNullable(judged.get(measure));
  }

  private static int teams(Estimate.Found found) {
    return found.comparison().support().teams().size();
  }

  static Effect headline(Estimate.Found found) {
    return found.since().aggregates().group().overall().orElseThrow();
  }

  /**
   * Errors a band over effects together is wide, carried over to Student's t with one degree of
   * freedom fewer than teams; 0 when nothing varies.
   */
  static double critical(List<Effect> effects, int teams, RoiPolicy policy) {
    return effects.isEmpty() || teams < 2
        ? 0
        : MultiplierBootstrap.of(effects, policy.draws(), policy.seed())
            .critical(policy.confidence())
            .student(teams - 1)
            .value();
  }

  private static Optional<Boolean> composition(List<Estimate.Found> found, RoiPolicy policy) {
    return found.stream()
        .filter(one -> one.measure().key().equals(RoiMeasure.RETENTION))
        .map(one -> Math.abs(headline(one).value()) > policy.compositionShare())
        .findFirst();
  }

  /** With fewer than three treated teams: a synthetic comparison, and no claim. */
  private static Judged synthetic(
      Estimate.Found found, Estimator estimator, RoiPolicy policy, Optional<Boolean> composition) {
    Effect effect =
        Synthetic.of(found, policy).orElseGet(() -> Effect.of(headline(found).value(), 0));
    Judged.Against against =
        new Judged.Against(
            Optional.empty(),
            "PLACEBO",
            new PreTrend(
                Optional.empty(),
                "The comparison is made to run alike before the start.",
                Optional.empty()),
            Sensitivity.NONE,
            SecondOpinion.of(found, estimator.anticipation()),
            composition);
    return new Judged(found, effect, 0, against);
  }

  private static Judged compared(
      Estimate.Found found,
      double critical,
      Estimator estimator,
      RoiPolicy policy,
      Depth depth,
      Optional<Boolean> composition) {
    int anticipation = estimator.anticipation();
    boolean few = found.comparison().support().few(policy);
    Optional<Double> dealt =
        depth == Depth.FULL && few ? Lot.dealt(found, policy) : Optional.empty();
    int teams = teams(found);
    Judged.Against against =
        new Judged.Against(
            dealt.or(() -> Lot.student(headline(found), teams)),
            dealt.isPresent() ? "RANDOMISATION" : "JACKKNIFE",
            PreTrend.of(found, anticipation),
            Sensitivity.NONE,
            SecondOpinion.of(found, anticipation),
            composition);
    Judged judged = new Judged(found, headline(found), critical, against);
    return judged.band(policy.confidence()).filter(band -> !band.holds(0)).isPresent()
        ? judged.with(Sensitivity.of(found, anticipation, policy.confidence()))
        : judged;
  }
}
