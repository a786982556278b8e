package org.evenhand.stats.statespace;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;

/**
 * A constant and a smooth curve about it, y = &alpha; + h(t) + &epsilon;, h a Mat&eacute;rn process
 * of smoothness 3/2: K(r) = &kappa;&sup2;(1 + &lambda;r)e^(&minus;&lambda;r), &lambda; =
 * &radic;3/&#8467;. As a state (Hartikainen and S&auml;rkk&auml; 2010) x = (&alpha;, h, h') with F
 * = diag(1, e^(&minus;&lambda;&Delta;)[[1 + &lambda;&Delta;, &Delta;],
 * [&minus;&lambda;&sup2;&Delta;, 1 &minus; &lambda;&Delta;]]), stationary variance
 * diag(&kappa;&sup2;, &kappa;&sup2;&lambda;&sup2;) and Q what F leaves of it.
 *
 * @param noise &sigma;&epsilon;&sup2;
 * @param variance &kappa;&sup2; of the curve
 * @param length &#8467;, in units of time
 * @param constant mean and variance of &alpha;; empty: diffuse
 */
public record MaternCurve(
    double noise, double variance, double length, Optional<LocalLevel.Start> constant)
    implements StateSpace {
  public MaternCurve {
    Variances.check("a curve", noise, variance);
    if (!(length > 0)) {
      throw new IllegalArgumentException(
          "Cannot make a curve of length %s: a length is more than 0. Correct the parameters."
              .formatted(length));
    }
  }

  /** A curve about a constant nothing is known of. */
  public MaternCurve(double noise, double variance, double length) {
    this(noise, variance, length, Optional.empty());
  }

  private double rate() {
    return Math.sqrt(3) / length;
  }

  @Override
  public DMatrixRMaj transition(double gap) {
    double rate = rate();
    double fade = Math.exp(-rate * gap);
    DMatrixRMaj matrix = Dense.identity(3);
    matrix.set(1, 1, fade * (1 + rate * gap));
    matrix.set(1, 2, fade * gap);
    matrix.set(2, 1, -fade * rate * rate * gap);
    matrix.set(2, 2, fade * (1 - rate * gap));
    return matrix;
  }

  @Override
  public DMatrixRMaj innovation(double gap) {
    DMatrixRMaj stationary = stationary();
    return Dense.plus(stationary, -1, Dense.sandwich(transition(gap), stationary));
  }

  private DMatrixRMaj stationary() {
    return Dense.diagonal(0, variance, variance * rate() * rate());
  }

  @Override
  public DMatrixRMaj loading() {
    return Dense.column(1, 1, 0);
  }

  @Override
  public DMatrixRMaj initialMean() {
    return Dense.column(constant.map(LocalLevel.Start::mean).orElse(0.0), 0, 0);
  }

  @Override
  public DMatrixRMaj initialVariance() {
    DMatrixRMaj matrix = stationary();
    matrix.set(0, 0, constant.map(LocalLevel.Start::variance).orElse(0.0));
    return matrix;
  }

  @Override
  public DMatrixRMaj initialDiffuse() {
    return Dense.diagonal(constant.isPresent() ? 0 : 1, 0, 0);
  }
}
