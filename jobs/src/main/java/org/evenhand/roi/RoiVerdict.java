package org.evenhand.roi;

import java.util.Optional;

/**
 * What may be said of an effect, fixed by rule. Good is up. A claim needs the band over all
 * measures to leave 0 out, the test by lot (where there are few teams) to agree, and the slopes
 * before the start to have been steadier than what would break it. "No material effect" is said
 * only when the whole band is smaller than what matters; it is that, not a missing claim, which
 * asks for a redesign.
 */
enum RoiVerdict {
  HELPS_MATERIALLY,
  HELPS,
  HARMS,
  NO_MATERIAL_EFFECT,
  UNDERPOWERED,
  DESIGN_NOT_CREDIBLE,
  INDETERMINATE;

  static RoiVerdict of(Judged judged, RoiPolicy policy) {
    String measure = judged.found().measure().key();
    double sign = policy.goodIsUp(measure) ? 1 : -1;
    double matters = policy.smallestWorthwhile(measure);
    Optional<Judged.Interval> band = judged.band(policy.confidence()).map(b -> b.times(sign));
    boolean synthetic = judged.against().errorKind().equals("PLACEBO");
    if (band.isEmpty() || synthetic) {
      return INDETERMINATE;
    }
    boolean claim = !band.get().holds(0) && agrees(judged, policy);
    if (claim) {
      return credible(judged) ? claimed(band.get(), matters) : DESIGN_NOT_CREDIBLE;
    }
    boolean small = band.get().low() > -matters && band.get().high() < matters;
    if (small) {
      return NO_MATERIAL_EFFECT;
    }
    return judged.detectable() > matters ? UNDERPOWERED : INDETERMINATE;
  }

  private static RoiVerdict claimed(Judged.Interval band, double matters) {
    if (band.high() < 0) {
      return HARMS;
    }
    return band.low() > matters ? HELPS_MATERIALLY : HELPS;
  }

  private static boolean agrees(Judged judged, RoiPolicy policy) {
    return !judged.against().errorKind().equals("RANDOMISATION")
        || judged.against().p().filter(p -> p > 1 - policy.confidence()).isEmpty();
  }

  private static boolean credible(Judged judged) {
    Sensitivity sensitivity = judged.against().sensitivity();
    return sensitivity.breakdown().isEmpty()
        || sensitivity.largestBefore().isEmpty()
        || sensitivity.breakdown().get() >= sensitivity.largestBefore().get();
  }
}
