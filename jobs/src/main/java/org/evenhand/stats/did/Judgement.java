package org.evenhand.stats.did;

import java.util.Optional;

/**
 * Whether an effect has an error it can be judged by. A cohort that is a single unit has none: its
 * residual is 0 whatever it did. A cohort of several units in one cluster has one, from the
 * comparison alone: {@link GroupTime#singleClusters()} names it.
 */
final class Judgement {
  private Judgement() {}

  static CellEffect of(Cell cell, Support support, Effect effect) {
    return new CellEffect(cell, support, Optional.of(effect), against(cell, support, effect));
  }

  private static Optional<String> against(Cell cell, Support support, Effect effect) {
    if (effect.clusters() < 2) {
      return Optional.of("one cluster alone has no spread between clusters to judge it by");
    }
    if (support.treated() == 1) {
      return Optional.of(
          "cohort %d is one unit: its own variation cannot be seen".formatted(cell.group()));
    }
    return effect.varies()
        ? Optional.empty()
        : Optional.of("nothing varies among treated or controls: there is no standard error");
  }
}
