package org.evenhand.stats.statespace;

import org.ejml.data.DMatrixRMaj;

/**
 * A linear Gaussian state in continuous time: x(t + &Delta;) = F(&Delta;) x(t) + &eta;, &eta; ~
 * N(0, Q(&Delta;)), y = z'x + &epsilon;, &epsilon; ~ N(0, noise). What is unknown at the start is
 * diffuse (Durbin and Koopman 2012, section 5.1): its variance is taken to infinity, not set to a
 * large number.
 */
public interface StateSpace {
  /** F(&Delta;), the transition over a length of time. */
  DMatrixRMaj transition(double length);

  /** Q(&Delta;), the variance of what is new after a length of time. */
  DMatrixRMaj innovation(double length);

  /** z, which states an observation sums; a column. */
  DMatrixRMaj loading();

  /** Variance of an observation about the states it sums. */
  double noise();

  /** Mean of the state at the first time; a column. */
  DMatrixRMaj initialMean();

  /** Variance of the state at the first time, its diffuse part apart. */
  DMatrixRMaj initialVariance();

  /** P&infin;: ones where the state is diffuse at the first time. */
  DMatrixRMaj initialDiffuse();
}
