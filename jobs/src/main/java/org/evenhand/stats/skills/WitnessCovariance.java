package org.evenhand.stats.skills;

import java.util.List;

/**
 * C = &Lambda;K&Lambda; + diag(noise) + what parties share: the covariance of everything said of
 * one skill, through what is asked of its inverse.
 */
interface WitnessCovariance {
  /** Above this many witnesses the linear-time form is the faster one. */
  int DENSE_UP_TO = 100;

  static WitnessCovariance of(List<Witness> witnesses, Kernel kernel) {
    return witnesses.size() <= DENSE_UP_TO
        ? new DenseCovariance(witnesses, kernel)
        : new MarkovCovariance(witnesses, kernel);
  }

  /** C&#8315;&sup1;x. */
  double[] solve(double[] right);

  /** The diagonal of C&#8315;&sup1;. */
  double[] inverseDiagonal();

  double logDeterminant();

  /** k'C&#8315;&sup1;y and k'C&#8315;&sup1;k of the witnesses that stay when some are left out. */
  Forms without(int[] dropped, Solved surprises, Solved towards);

  /** The same of some witnesses alone. */
  Forms alone(int[] kept, Solved surprises, Solved towards);

  /** The two forms a level and its variance are made of. */
  record Forms(double mean, double variance) {}

  /** A right-hand side x and C&#8315;&sup1;x. */
  @SuppressWarnings("ArrayRecordComponent")
  record Solved(double[] right, double[] solution) {
    double form(Solved other) {
      return Vectors.dot(right, other.solution);
    }
  }
}
