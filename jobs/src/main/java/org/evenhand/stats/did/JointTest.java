package org.evenhand.stats.did;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.evenhand.stats.Quantiles;

/** The algebra of {@link Wald}. */
final class JointTest {
  private static final double LEAST_ERROR = 1e-7;
  private static final double LEAST_CONDITION = 2.2e-16;

  private JointTest() {}

  static Wald of(List<Effect> given) {
    List<Effect> effects =
        given.stream().filter(effect -> effect.standardError() > LEAST_ERROR).toList();
    int q = effects.size();
    if (q == 0) {
      return new Wald.Skipped("no effect before treatment has a standard error");
    }
    int clusters = effects.get(0).clusters();
    if (q >= clusters) {
      return new Wald.Skipped(
          "%d effects cannot be tested together with %d clusters".formatted(q, clusters));
    }
    return tested(effects);
  }

  private static Wald tested(List<Effect> effects) {
    int q = effects.size();
    DMatrixRMaj covariance = new DMatrixRMaj(q, q);
    DMatrixRMaj values = new DMatrixRMaj(q, 1);
    for (int i = 0; i < q; i++) {
      values.set(i, 0, effects.get(i).value());
      for (int j = 0; j < q; j++) {
        covariance.set(i, j, effects.get(i).covariance(effects.get(j)));
      }
    }
    if (Algebra.reciprocalCondition(covariance) < LEAST_CONDITION) {
      return new Wald.Skipped("the effects before treatment depend on each other linearly");
    }
    DMatrixRMaj solved = Algebra.solve(covariance, values);
    double statistic = org.ejml.dense.row.CommonOps_DDRM.dot(values, solved);
    return new Wald.Tested(statistic, q, Quantiles.chiSquaredTail(statistic, q));
  }
}
