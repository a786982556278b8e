package org.evenhand.stats.statespace;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;

/**
 * A level that wanders: F = 1, Q = &sigma;&eta;&sup2;&Delta; (Durbin and Koopman 2012, chapter 2,
 * with gaps in time).
 *
 * @param noise &sigma;&epsilon;&sup2;, in squared units of the value
 * @param drift &sigma;&eta;&sup2;, the same per unit of time
 * @param start mean and variance of the first level; empty: diffuse
 */
public record LocalLevel(double noise, double drift, Optional<Start> start) implements StateSpace {
  /** What is known of the first level. */
  public record Start(double mean, double variance) {}

  public LocalLevel {
    Variances.check("a local level", noise, drift);
  }

  /** A level that is diffuse at the start. */
  public LocalLevel(double noise, double drift) {
    this(noise, drift, Optional.empty());
  }

  @Override
  public DMatrixRMaj transition(double length) {
    return Dense.identity(1);
  }

  @Override
  public DMatrixRMaj innovation(double length) {
    return Dense.column(drift * length);
  }

  @Override
  public DMatrixRMaj loading() {
    return Dense.column(1);
  }

  @Override
  public DMatrixRMaj initialMean() {
    return Dense.column(start.map(Start::mean).orElse(0.0));
  }

  @Override
  public DMatrixRMaj initialVariance() {
    return Dense.column(start.map(Start::variance).orElse(0.0));
  }

  @Override
  public DMatrixRMaj initialDiffuse() {
    return Dense.column(start.isPresent() ? 0 : 1);
  }
}
