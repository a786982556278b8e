package org.evenhand.stats.skills;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.evenhand.stats.skills.WitnessCovariance.Forms;
import org.evenhand.stats.skills.WitnessCovariance.Solved;

/**
 * Level, slope and change of one skill of one person, with everything that follows from the one
 * factorisation: u = C&#8315;&sup1;&#7929;, D = diag C&#8315;&sup1;, k = &Lambda;K(T, t*), g =
 * C&#8315;&sup1;k (Rasmussen and Williams 2006, sections 2.2 and 5.4.2; Gaussian conditioning
 * throughout):
 *
 * <ul>
 *   <li>level m = &mu; + k'u, variance &tau;&sup2; + &kappa;&sup2; &minus; k'g; contribution
 *       g&#7929;, so that &mu; and the contributions sum to the level;
 *   <li>without one: m &minus; gu/D, v + g&sup2;/D; its surprise given the others u/D, variance
 *       1/D;
 *   <li>a source's offset against the others: &lambda;'u / &lambda;'C&#8315;&sup1;&lambda;,
 *       variance 1/&lambda;'C&#8315;&sup1;&lambda;;
 *   <li>log-likelihood &minus;&frac12;(&#7929;'u + log|C| + n log 2&pi;).
 * </ul>
 *
 * Time in weeks, levels in units of the skill. Without evidence everything is the prior. Evidence
 * at one time twice is two witnesses. Sums run in the order given.
 */
public final class LocalSolve {
  /** The span of the change. */
  public static final double CHANGE_WEEKS = 12;

  private final List<Witness> witnesses;
  private final Kernel kernel;
  private final double priorMean;
  private final double asOf;
  private final WitnessCovariance covariance;
  private final Solved surprises;
  private final Solved towards;

  private LocalSolve(
      List<Witness> witnesses,
      Kernel kernel,
      double priorMean,
      double asOf,
      WitnessCovariance covariance) {
    this.witnesses = witnesses;
    this.kernel = kernel;
    this.priorMean = priorMean;
    this.asOf = asOf;
    this.covariance = covariance;
    this.surprises = solved(Witness::surprise);
    this.towards = solved(witness -> witness.loading() * kernel.covariance(witness.time(), asOf));
  }

  /**
   * @param asOf the week the level is asked for; evidence may lie on either side of it
   */
  public static SkillView of(
      List<Witness> witnesses, Kernel kernel, double priorMean, double asOf) {
    return of(witnesses, kernel, priorMean, asOf, WitnessCovariance.of(witnesses, kernel));
  }

  static SkillView of(
      List<Witness> witnesses,
      Kernel kernel,
      double priorMean,
      double asOf,
      WitnessCovariance covariance) {
    return new LocalSolve(witnesses, kernel, priorMean, asOf, covariance).view();
  }

  private Solved solved(ToDoubleFunction<Witness> right) {
    double[] values = new double[witnesses.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = right.applyAsDouble(witnesses.get(i));
    }
    return new Solved(values, covariance.solve(values));
  }

  private SkillView view() {
    Solved slope = solved(one -> one.loading() * kernel.slopeCovariance(one.time(), asOf));
    Solved change =
        solved(
            one ->
                one.loading()
                    * (kernel.covariance(one.time(), asOf)
                        - kernel.covariance(one.time(), asOf - CHANGE_WEEKS)));
    SkillView.Curve curve =
        new SkillView.Curve(
            new Moments(priorMean, kernel.variance()),
            level(new Forms(towards.form(surprises), towards.form(towards))),
            new Moments(slope.form(surprises), kernel.slopeVariance() - slope.form(slope)),
            new Moments(
                change.form(surprises), kernel.changeVariance(CHANGE_WEEKS) - change.form(change)));
    return new SkillView(
        curve, logLikelihood(), witnessViews(curve.level(), change), sourceViews());
  }

  private Moments level(Forms forms) {
    return new Moments(priorMean + forms.mean(), kernel.variance() - forms.variance());
  }

  private double logLikelihood() {
    return -(surprises.form(surprises)
            + covariance.logDeterminant()
            + witnesses.size() * Math.log(2 * Math.PI))
        / 2;
  }

  private List<SkillView.WitnessView> witnessViews(Moments level, Solved change) {
    double[] diagonal = covariance.inverseDiagonal();
    List<SkillView.WitnessView> views = new ArrayList<>();
    for (int i = 0; i < diagonal.length; i++) {
      double g = towards.solution()[i];
      double u = surprises.solution()[i];
      double surprise = surprises.right()[i];
      views.add(
          new SkillView.WitnessView(
              g,
              g * surprise,
              change.solution()[i] * surprise,
              new Moments(u / diagonal[i], 1 / diagonal[i]),
              new Moments(
                  level.mean() - g * u / diagonal[i], level.variance() + g * g / diagonal[i])));
    }
    return views;
  }

  private List<SkillView.SourceView> sourceViews() {
    return witnesses.stream()
        .map(Witness::source)
        .distinct()
        .sorted()
        .map(this::sourceView)
        .toList();
  }

  private SkillView.SourceView sourceView(int source) {
    int[] own =
        IntStream.range(0, witnesses.size())
            .filter(i -> witnesses.get(i).source() == source)
            .toArray();
    double contribution = 0;
    for (int i : own) {
      contribution += towards.solution()[i] * surprises.right()[i];
    }
    return new SkillView.SourceView(
        source,
        own.length,
        contribution,
        offset(source),
        level(covariance.alone(own, surprises, towards)),
        level(covariance.without(own, surprises, towards)));
  }

  private Optional<Moments> offset(int source) {
    Solved loadings = solved(one -> one.source() == source ? one.loading() : 0);
    double precision = loadings.form(loadings);
    return precision > 0
        ? Optional.of(new Moments(loadings.form(surprises) / precision, 1 / precision))
        : Optional.empty();
  }
}
