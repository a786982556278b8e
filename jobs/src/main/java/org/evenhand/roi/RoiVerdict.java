package org.evenhand.roi;

import java.util.Optional;
import org.evenhand.stats.did.EffectVerdict;
import org.evenhand.stats.did.EffectVerdict.Desired;

/**
 * The verdict on a headline, by {@link EffectVerdict}. Where the test is by lot over teams, a claim
 * needs it to agree; without a band nothing is said.
 */
final class RoiVerdict {
  private RoiVerdict() {}

  static EffectVerdict of(Judged judged, RoiPolicy policy) {
    Optional<Judged.Interval> band = judged.band(policy.confidence());
    if (band.isEmpty()) {
      return EffectVerdict.INDETERMINATE;
    }
    String measure = judged.found().measure().key();
    return EffectVerdict.of(
        new EffectVerdict.Estimate(
            band.get().low(), band.get().high(), judged.effect().standardError()),
        policy.goodIsUp(measure) ? Desired.UP : Desired.DOWN,
        policy.smallestWorthwhile(measure),
        design(judged, policy),
        judged.found().comparison().support().treatedTeams().size());
  }

  private static EffectVerdict.Design design(Judged judged, RoiPolicy policy) {
    if (!agrees(judged, policy)) {
      return new EffectVerdict.UnjudgedRollout("the test by lot over teams does not agree");
    }
    Sensitivity sensitivity = judged.against().sensitivity();
    return sensitivity.breakdown().isPresent() && sensitivity.largestBefore().isPresent()
        ? new EffectVerdict.ChosenRollout(
            sensitivity.breakdown().get(), sensitivity.largestBefore().get())
        : new EffectVerdict.UnjudgedRollout(
            sensitivity.whyNot().orElse("too few changes are seen before the start"));
  }

  private static boolean agrees(Judged judged, RoiPolicy policy) {
    return !judged.against().errorKind().equals("RANDOMISATION")
        || judged.against().p().filter(p -> p > 1 - policy.confidence()).isEmpty();
  }
}
