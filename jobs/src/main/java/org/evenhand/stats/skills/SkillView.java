package org.evenhand.stats.skills;

import java.util.List;
import java.util.Optional;

/**
 * Everything the evidence says of one skill at one time.
 *
 * @param witnesses one each, in the order given
 * @param sources one each source that said something, in order of their positions
 */
public record SkillView(
    Curve curve, double logLikelihood, List<WitnessView> witnesses, List<SourceView> sources) {
  public SkillView {
    witnesses = List.copyOf(witnesses);
    sources = List.copyOf(sources);
  }

  /**
   * The curve at the time.
   *
   * @param prior level nothing is heard of
   * @param slope per week
   * @param change over the {@link LocalSolve#CHANGE_WEEKS} weeks before
   */
  public record Curve(Moments prior, Moments level, Moments slope, Moments change) {}

  /**
   * One piece of evidence.
   *
   * @param weight g: how much the level moves per unit of surprise
   * @param contribution g&#7929; to the level
   * @param changeContribution to the change
   * @param leftOut its surprise given all others, with the variance expected of it
   * @param without level without it
   */
  public record WitnessView(
      double weight,
      double contribution,
      double changeContribution,
      Moments leftOut,
      Moments without) {
    /** N(0, 1) when the model holds. */
    public double z() {
      return leftOut.mean() / leftOut.deviation();
    }
  }

  /**
   * One source.
   *
   * @param offset how far it lies above the others, on the scale of the skill; empty when it does
   *     not load on the skill
   * @param alone level by it alone
   * @param without level without it
   */
  public record SourceView(
      int source,
      int n,
      double contribution,
      Optional<Moments> offset,
      Moments alone,
      Moments without) {
    /** N(0, 1) when the source agrees with the others. */
    public Optional<Double> conflict() {
      return offset.map(moments -> moments.mean() / moments.deviation());
    }
  }
}
