package org.evenhand.stats.did;

import java.util.Optional;

/** Whether an effect has an error it can be judged by. */
final class Judgement {
  private Judgement() {}

  static CellEffect of(Cell cell, Support support, Effect effect) {
    return new CellEffect(cell, support, Optional.of(effect), against(cell, support, effect));
  }

  private static Optional<String> against(Cell cell, Support support, Effect effect) {
    if (support.treatedClusters() + support.controlClusters() < 2) {
      return Optional.of("one cluster alone has no spread between clusters to judge it by");
    }
    if (support.treatedClusters() < 2) {
      return Optional.of(
          "cohort %d is one cluster (%d units): its own variation cannot be seen"
              .formatted(cell.group(), support.treated()));
    }
    if (support.controlClusters() < 2) {
      return Optional.of("the comparison is one cluster: its own variation cannot be seen");
    }
    return effect.varies()
        ? Optional.empty()
        : Optional.of("nothing varies among treated or controls: there is no standard error");
  }
}
