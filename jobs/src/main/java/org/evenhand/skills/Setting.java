package org.evenhand.skills;

import java.io.Serializable;
import java.util.Optional;

/**
 * What every pair is solved with.
 *
 * @param release whether skills may be shown
 */
record Setting(AsOf asOf, InferencePolicy policy, Release release) implements Serializable {

  /**
   * Whether skills may be shown.
   *
   * @param reason why not; empty when they may
   */
  record Release(String reason) implements Serializable {
    static Release of(Optional<String> closed) {
      return new Release(closed.orElse(""));
    }

    boolean isOpen() {
      return reason.isEmpty();
    }
  }
}
