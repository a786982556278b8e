package org.evenhand.stats.did;

import java.util.Optional;

/**
 * What was found in a cell.
 *
 * @param effect empty when it cannot be computed
 * @param reason why there is no effect, or none with a standard error; else empty
 */
public record CellEffect(
    Cell cell, Support support, Optional<Effect> effect, Optional<String> reason) {

  static CellEffect known(Cell cell, Support support, Effect effect) {
    return new CellEffect(cell, support, Optional.of(effect), Optional.empty());
  }

  static CellEffect unknown(Cell cell, Support support, String reason) {
    return new CellEffect(cell, support, Optional.empty(), Optional.of(reason));
  }

  /** Whether the effect can be judged: it is there, and so is its error. */
  public boolean judged() {
    return effect.isPresent() && reason.isEmpty();
  }
}
