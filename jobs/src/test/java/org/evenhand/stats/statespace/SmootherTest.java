package org.evenhand.stats.statespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.api.Test;

/** The filter's answers equal those of one dense Gaussian with an unknown constant. */
final class SmootherTest {
  private static final long SEED = 20_261_122;

  @Test
  void aCurveAtIrregularTimesEqualsTheDenseGaussian() {
    Random random = new Random(SEED);
    for (int round = 0; round < 30; round++) {
      double variance = 0.2 + random.nextDouble();
      double length = 1 + 10 * random.nextDouble();
      double rate = Math.sqrt(3) / length;
      equalsDense(
          random,
          new MaternCurve(0.5, variance, length),
          (s, t) -> variance * (1 + rate * Math.abs(s - t)) * Math.exp(-rate * Math.abs(s - t)));
    }
  }

  @Test
  void aLevelWithGapsEqualsTheDenseGaussian() {
    Random random = new Random(SEED);
    for (int round = 0; round < 30; round++) {
      double drift = 0.1 + random.nextDouble();
      equalsDense(random, new LocalLevel(0.5, drift), (s, t) -> drift * Math.min(s, t));
    }
  }

  @Test
  void missingAtTheStartLeavesThePredictionEmpty() {
    Series series =
        new Series(
            List.of(at(0, Optional.empty()), at(1, Optional.of(3.0)), at(2, Optional.of(5.0))));
    List<Smoother.Smoothed> states = Smoother.of(Filter.of(new LocalLevel(1, 1), series));

    assertThat(states.get(0).filtered()).isEmpty();
    assertThat(states.get(1).predicted()).isEmpty();
    assertThat(states.get(0).smoothed().orElseThrow().mean())
        .isEqualTo(states.get(1).smoothed().orElseThrow().mean());
    assertThat(states.get(0).smoothed().orElseThrow().variance())
        .isCloseTo(states.get(1).smoothed().orElseThrow().variance() + 1, within(1e-12));
  }

  @Test
  void aMissingTimeIsTheSameAsAMissingValue() {
    Series blank =
        new Series(
            List.of(at(0, Optional.of(1.0)), at(1, Optional.empty()), at(2, Optional.of(5.0))));
    Series absent = new Series(List.of(at(0, Optional.of(1.0)), at(2, Optional.of(5.0))));
    LocalLevel model = new LocalLevel(2, 3);

    assertThat(Filter.of(model, blank).logLikelihood())
        .isCloseTo(Filter.of(model, absent).logLikelihood(), within(1e-12));
  }

  private static Series.Observation at(double time, Optional<Double> value) {
    return new Series.Observation(time, value);
  }

  private static void equalsDense(Random random, StateSpace model, DoubleBinaryOperator kernel) {
    List<Series.Observation> all = new ArrayList<>();
    double time = 1;
    for (int i = 0; i < 25; i++) {
      time += random.nextInt(4) == 0 ? 0 : 3 * random.nextDouble();
      boolean missing = random.nextInt(5) == 0;
      all.add(at(time, missing ? Optional.empty() : Optional.of(random.nextGaussian())));
    }
    Series series = new Series(all);
    Filter filter = Filter.of(model, series);
    List<Smoother.Smoothed> states = Smoother.of(filter);
    DenseGaussian dense = new DenseGaussian(series, model.noise(), kernel);

    assertThat(filter.logLikelihood()).isCloseTo(dense.logLikelihood(), within(1e-8));
    for (int i = 0; i < states.size(); i++) {
      Smoother.Moments own = states.get(i).smoothed().orElseThrow();
      assertThat(own.mean()).isCloseTo(dense.mean(series.time(i)), within(1e-9));
      assertThat(own.variance()).isCloseTo(dense.variance(series.time(i)), within(1e-9));
    }
    int position = 0;
    for (Smoother.Smoothed state : states) {
      if (state.observationResidual().isPresent()) {
        assertThat(state.observationResidual().get())
            .isCloseTo(dense.deletion(position++), within(1e-7));
      }
    }
  }

  /** y = constant + f + e with the constant estimated by generalised least squares. */
  private static final class DenseGaussian {
    private final List<Double> times = new ArrayList<>();
    private final DMatrixRMaj inverse;
    private final DMatrixRMaj values;
    private final DoubleBinaryOperator kernel;
    private final DMatrixRMaj ones;
    private final DMatrixRMaj projected;
    private final double precision;
    private final double constant;
    private final double logDeterminant;

    DenseGaussian(Series series, double noise, DoubleBinaryOperator kernel) {
      this.kernel = kernel;
      List<Double> seen = new ArrayList<>();
      for (Series.Observation one : series.observations()) {
        one.value().ifPresent(seen::add);
        one.value().ifPresent(value -> times.add(one.time()));
      }
      int n = seen.size();
      values = new DMatrixRMaj(n, 1);
      DMatrixRMaj covariance = new DMatrixRMaj(n, n);
      for (int i = 0; i < n; i++) {
        values.set(i, 0, seen.get(i));
        for (int j = 0; j < n; j++) {
          covariance.set(
              i, j, kernel.applyAsDouble(times.get(i), times.get(j)) + (i == j ? noise : 0));
        }
      }
      logDeterminant = Math.log(CommonOps_DDRM.det(covariance));
      inverse = covariance.copy();
      CommonOps_DDRM.invert(inverse);
      ones = new DMatrixRMaj(n, 1);
      CommonOps_DDRM.fill(ones, 1);
      projected = Dense.times(inverse, ones);
      precision = Dense.dot(ones, projected);
      constant = Dense.dot(projected, values) / precision;
    }

    double logLikelihood() {
      DMatrixRMaj left = Dense.plus(values, -constant, ones);
      double squares = Dense.dot(left, Dense.times(inverse, left));
      return -((values.numRows - 1) * Math.log(2 * Math.PI)
              + logDeterminant
              + Math.log(precision)
              + squares)
          / 2;
    }

    private DMatrixRMaj towards(double time) {
      DMatrixRMaj column = new DMatrixRMaj(times.size(), 1);
      for (int i = 0; i < times.size(); i++) {
        column.set(i, 0, kernel.applyAsDouble(times.get(i), time));
      }
      return column;
    }

    double mean(double time) {
      DMatrixRMaj left = Dense.plus(values, -constant, ones);
      return constant + Dense.dot(towards(time), Dense.times(inverse, left));
    }

    double variance(double time) {
      DMatrixRMaj k = towards(time);
      double unknown = 1 - Dense.dot(projected, k);
      return kernel.applyAsDouble(time, time)
          - Dense.dot(k, Dense.times(inverse, k))
          + unknown * unknown / precision;
    }

    /** u/&radic;D with u = Py, D = diag P, the constant projected out. */
    double deletion(int position) {
      double u = 0;
      double d = 0;
      for (int j = 0; j < values.numRows; j++) {
        double p =
            inverse.get(position, j) - projected.get(position) * projected.get(j) / precision;
        u += p * values.get(j);
        d = j == position ? p : d;
      }
      return u / Math.sqrt(d);
    }
  }
}
