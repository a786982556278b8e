package org.evenhand.roi;

import java.util.Optional;
import org.evenhand.stats.did.Estimated;

/**
 * The effect on one measure in one scope: effects with their errors over teams, or the reason why
 * there are none.
 */
sealed interface Estimate {

  RoiMeasure measure();

  Scope scope();

  /**
   * @param outcome what was averaged: the measure itself, or its ratio made linear
   * @param comparison whom the treated were compared with
   * @param since effects and averages with errors by leaving one team out
   * @param quarter the same over the quarter's periods only
   */
  record Found(
      RoiMeasure measure,
      Scope scope,
      Linear outcome,
      Comparison comparison,
      Estimated since,
      Estimated quarter)
      implements Estimate {}

  /**
   * @param delivered whether there were records at all: what nobody delivered is not measured
   */
  record None(RoiMeasure measure, Scope scope, Delivered delivered, String reason)
      implements Estimate {}

  /** Whether the source of a measure arrived. */
  enum Delivered {
    YES,
    NO
  }

  default Optional<Found> found() {
    return this instanceof Found known ? Optional.of(known) : Optional.empty();
  }
}
