package org.evenhand.panel;

import org.evenhand.stats.Figure;

/** What may be said about a change, fixed by rule. */
enum Verdict {
  IMPROVED,
  NO_CLEAR_CHANGE,
  GOT_WORSE,
  CANNOT_TELL;

  /**
   * The interval lies on the good side of 0: improved; on the bad side: got worse; across 0 and no
   * wider than the smallest worthwhile change to either side: no clear change; else nobody can
   * tell. A measure without a good direction cannot be judged.
   */
  static Verdict of(Measure measure, Figure change) {
    if (!(change instanceof Figure.Known known) || measure.direction() == Measure.Direction.NONE) {
      return CANNOT_TELL;
    }
    boolean up = measure.direction() == Measure.Direction.UP;
    if (known.low() == known.high()) {
      return CANNOT_TELL;
    }
    if (known.low() > 0) {
      return up ? IMPROVED : GOT_WORSE;
    }
    if (known.high() < 0) {
      return up ? GOT_WORSE : IMPROVED;
    }
    double half = (known.high() - known.low()) / 2;
    return half <= measure.smallestWorthwhile() ? NO_CLEAR_CHANGE : CANNOT_TELL;
  }
}
