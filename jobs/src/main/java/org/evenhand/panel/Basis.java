package org.evenhand.panel;

/**
 * What "before" is for somebody.
 *
 * @param window window of {@link RepWindow} that holds it
 * @param text what to know about the comparison
 * @param missing why there is none, when there is none
 */
record Basis(String window, String text, String missing) {
  /** Said of time saved when nothing can have saved it. */
  static final String NO_START =
      "No start of a helping AI feature is recorded for the team, so nothing can have been saved by"
          + " it.";

  /** The weeks before the team's first helping AI feature. */
  static final Basis AI_START =
      new Basis(
          RepWindow.BEFORE,
          "Same reps, in the 13 weeks before their team got its first helping AI feature.",
          "Nothing is known of the weeks before the AI start.");

  /** Without an AI start: the quarter before. */
  static Basis previous(String quarter) {
    return new Basis(
        quarter,
        "No AI start is recorded with weeks known before it: compared with " + quarter + ".",
        "Nothing is known of the quarter before to compare with.");
  }
}
