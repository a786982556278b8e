package org.evenhand.stats.statespace;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.evenhand.stats.statespace.Filter.Step;

/**
 * What all observations say of every time: the fixed-interval smoother with its disturbances
 * (Durbin and Koopman 2012, sections 4.4, 4.5 and, for the diffuse start, 5.3). Backwards from r =
 * 0, N = 0: smoothed state a + Pr, variance P &minus; PNP; auxiliary residuals (section 2.12.2 and
 * 7.5) are the smoothed disturbances over their standard deviations: u/&radic;D for an observation,
 * large where it is an outlier, and for the step to the next time, large where the level breaks.
 */
public final class Smoother {
  private final Filter filter;
  private final List<Smoothed> states = new ArrayList<>();
  private DMatrixRMaj r;
  private DMatrixRMaj diffuseR;
  private DMatrixRMaj n;
  private DMatrixRMaj n1;
  private DMatrixRMaj n2;

  /**
   * Everything said of z'x at one time.
   *
   * @param predicted from what was before; empty while nothing was
   * @param filtered from that and the time's own observation
   * @param smoothed from all
   * @param observationResidual auxiliary, u/&radic;D; empty when the value is missing
   * @param levelResidual auxiliary, of the step to the next time; empty after the last
   */
  public record Smoothed(
      double time,
      Optional<Moments> predicted,
      Optional<Moments> filtered,
      Optional<Moments> smoothed,
      Optional<Double> standardisedResidual,
      Optional<Double> observationResidual,
      Optional<Double> levelResidual) {}

  /** A mean and its variance. */
  public record Moments(double mean, double variance) {}

  private Smoother(Filter filter) {
    this.filter = filter;
    int size = filter.model().loading().numRows;
    this.r = Dense.zeros(size, 1);
    this.diffuseR = Dense.zeros(size, 1);
    this.n = Dense.zeros(size, size);
    this.n1 = Dense.zeros(size, size);
    this.n2 = Dense.zeros(size, size);
  }

  /** One entry an observation, in order of time. */
  public static List<Smoothed> of(Filter filter) {
    Smoother smoother = new Smoother(filter);
    for (int i = filter.steps().size() - 1; i >= 0; i--) {
      smoother.back(i);
    }
    Collections.reverse(smoother.states);
    return List.copyOf(smoother.states);
  }

  private void back(int position) {
    Step step = filter.steps().get(position);
    double gap = filter.series().gap(position);
    Optional<Double> levelResidual = levelResidual(gap);
    carry(filter.model().transition(gap));
    Optional<Double> observationResidual = step.innovation().flatMap(this::observationResidual);
    step.innovation().ifPresent(this::absorb);
    states.add(
        new Smoothed(
            filter.series().time(position),
            seen(step.predicted()),
            seen(step.filtered()),
            smoothed(step.predicted()),
            step.innovation()
                .filter(innovation -> !innovation.isDiffuse())
                .map(innovation -> innovation.residual() / Math.sqrt(innovation.variance())),
            observationResidual,
            levelResidual));
  }

  /** From the next time to just after this time's observation. */
  private void carry(DMatrixRMaj transition) {
    r = Dense.transposedTimes(transition, r);
    diffuseR = Dense.transposedTimes(transition, diffuseR);
    n = Dense.inside(transition, n);
    n1 = Dense.inside(transition, n1);
    n2 = Dense.inside(transition, n2);
  }

  private void absorb(Step.Innovation innovation) {
    DMatrixRMaj z = filter.model().loading();
    DMatrixRMaj zz = Dense.outer(z, z);
    DMatrixRMaj kept = Dense.plus(Dense.identity(z.numRows), -1, Dense.outer(innovation.gain(), z));
    if (innovation.isDiffuse()) {
      absorbDiffuse(innovation, z, zz, kept);
      return;
    }
    double f = innovation.variance();
    r = Dense.plus(Dense.transposedTimes(kept, r), innovation.residual() / f, z);
    n = Dense.plus(Dense.inside(kept, n), 1 / f, zz);
    diffuseR = Dense.transposedTimes(kept, diffuseR);
    n1 = Dense.inside(kept, n1);
    n2 = Dense.inside(kept, n2);
  }

  private void absorbDiffuse(
      Step.Innovation innovation, DMatrixRMaj z, DMatrixRMaj zz, DMatrixRMaj kept) {
    double infinity = innovation.diffuseVariance();
    DMatrixRMaj second = Dense.scaled(-1, Dense.outer(innovation.diffuseGain(), z));
    DMatrixRMaj cross = Dense.times(Dense.transposedTimes(kept, n1), second);
    n2 =
        Dense.plus(
            Dense.plus(Dense.inside(kept, n2), Dense.inside(second, n)),
            -innovation.variance() / (infinity * infinity),
            zz);
    n2 = Dense.plus(Dense.plus(n2, cross), transposed(cross));
    n1 =
        Dense.plus(
            Dense.plus(Dense.inside(kept, n1), Dense.times(Dense.transposedTimes(second, n), kept)),
            1 / infinity,
            zz);
    n = Dense.inside(kept, n);
    diffuseR =
        Dense.plus(
            Dense.plus(Dense.transposedTimes(kept, diffuseR), Dense.transposedTimes(second, r)),
            innovation.residual() / infinity,
            z);
    r = Dense.transposedTimes(kept, r);
  }

  private static DMatrixRMaj transposed(DMatrixRMaj matrix) {
    return Dense.transposedTimes(matrix, Dense.identity(matrix.numRows));
  }

  private Optional<Double> observationResidual(Step.Innovation innovation) {
    DMatrixRMaj gain = innovation.gain();
    double own = innovation.isDiffuse() ? 0 : 1 / innovation.variance();
    double error = own * innovation.residual() - Dense.dot(gain, r);
    return ratio(error, own + Dense.dot(gain, Dense.times(n, gain)));
  }

  /** Of z'&eta; in the step that follows. */
  private Optional<Double> levelResidual(double gap) {
    DMatrixRMaj towards = Dense.times(filter.model().innovation(gap), filter.model().loading());
    return ratio(Dense.dot(towards, r), Dense.dot(towards, Dense.times(n, towards)));
  }

  private static Optional<Double> ratio(double value, double variance) {
    return variance > 0 ? Optional.of(value / Math.sqrt(variance)) : Optional.empty();
  }

  private Optional<Moments> seen(Step.State state) {
    DMatrixRMaj z = filter.model().loading();
    return Dense.dot(z, Dense.times(state.diffuse(), z)) > 1e-10
        ? Optional.empty()
        : Optional.of(
            new Moments(
                Dense.dot(z, state.mean()), Dense.dot(z, Dense.times(state.variance(), z))));
  }

  /**
   * a + P*r + P&infin;r1; P* &minus; P*NP* &minus; (P&infin;N1P* + its transpose) &minus;
   * P&infin;N2P&infin;.
   */
  private Optional<Moments> smoothed(Step.State state) {
    if (filter.terms() + filter.fixed() == 0) {
      return seen(state);
    }
    DMatrixRMaj z = filter.model().loading();
    DMatrixRMaj proper = Dense.times(state.variance(), z);
    DMatrixRMaj infinite = Dense.times(state.diffuse(), z);
    double mean = Dense.dot(z, state.mean()) + Dense.dot(proper, r) + Dense.dot(infinite, diffuseR);
    double variance =
        Dense.dot(z, proper)
            - Dense.dot(proper, Dense.times(n, proper))
            - 2 * Dense.dot(infinite, Dense.times(n1, proper))
            - Dense.dot(infinite, Dense.times(n2, infinite));
    return Optional.of(new Moments(mean, variance));
  }
}
