package org.evenhand.stats.skills;

import java.util.List;
import java.util.Optional;

/**
 * Parameters fitted to a table, and who rates how severely.
 *
 * @param anchor the source all others are measured against
 */
public record SkillFit(
    SkillParameters parameters, List<Rater> raters, Convergence convergence, String anchor) {
  public SkillFit {
    raters = List.copyOf(raters);
  }

  /**
   * @param notSeparable why severity cannot be told from the people rated; empty: it can
   */
  public record Rater(
      String rater,
      String source,
      SkillParameters.Severity severity,
      Optional<String> notSeparable) {}

  /**
   * @param moved largest change in the last round
   * @param iterations of conjugate gradients in the last solve
   * @param exact whether prediction errors came from the inverse, not from probes
   */
  public record Convergence(
      int rounds, boolean settled, double moved, int iterations, boolean exact) {}
}
