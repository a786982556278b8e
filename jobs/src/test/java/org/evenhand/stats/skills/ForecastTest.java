package org.evenhand.stats.skills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class ForecastTest {
  private static final long SEED = 20_261_122;

  /** Leaving the last item out of all says the same as forecasting it from the others. */
  @Test
  void aForecastIsWhatLeavingTheItemOutSays() {
    Random random = new Random(SEED);
    for (int n : new int[] {1, 2, 9, 40}) {
      List<Witness> all = RandomWitnesses.of(random, n);
      Witness last = all.get(n - 1);
      Moments left =
          LocalSolve.of(all, RandomWitnesses.KERNEL, 0, 50).witnesses().get(n - 1).leftOut();
      Moments forecast = new Forecast(all.subList(0, n - 1), RandomWitnesses.KERNEL).of(last);

      assertThat(last.surprise() - forecast.mean()).isCloseTo(left.mean(), within(1e-10));
      assertThat(forecast.variance()).isCloseTo(left.variance(), within(1e-10));
    }
  }

  /** &Sigma;z&sup2; and the determinant make the likelihood. */
  @Test
  void whitenedSurprisesMakeTheLikelihood() {
    List<Witness> witnesses = RandomWitnesses.of(new Random(SEED), 30);
    double[] z = DenseCovariance.whitened(witnesses, RandomWitnesses.KERNEL);
    double logDeterminant = new DenseCovariance(witnesses, RandomWitnesses.KERNEL).logDeterminant();

    assertThat(-(Vectors.dot(z, z) + logDeterminant + 30 * Math.log(2 * Math.PI)) / 2)
        .isCloseTo(
            LocalSolve.of(witnesses, RandomWitnesses.KERNEL, 0, 50).logLikelihood(), within(1e-9));
  }

  @Test
  void aSourceThatContradictsAllOthersIsDisputed() {
    Witness.Party none = Witness.Party.NONE;
    List<Witness> witnesses = new java.util.ArrayList<>();
    for (int i = 0; i < 6; i++) {
      witnesses.add(new Witness(40 + i, 1, 1, 0.2, 0, none));
      witnesses.add(new Witness(40 + i, 1.1, 1, 0.2, 1, none));
      witnesses.add(new Witness(40 + i, -1.5, 1, 0.2, 2, none));
    }
    SkillView view = LocalSolve.of(witnesses, RandomWitnesses.KERNEL, 0, 46);

    assertThat(Verdicts.sources(view, 0).get(2)).isEqualTo(Verdicts.OfSource.DISPUTED);
    assertThat(Verdicts.skill(view, 0)).isEqualTo(Verdicts.OfSkill.CONFLICT);
  }

  @Test
  void oneSourceAloneNeverSupportsAClaim() {
    List<Witness> witnesses = new java.util.ArrayList<>();
    for (int i = 0; i < 30; i++) {
      witnesses.add(new Witness(40, 3, 1, 0.2, 0, Witness.Party.NONE));
    }
    SkillView view = LocalSolve.of(witnesses, RandomWitnesses.KERNEL, 0, 40);

    assertThat(Verdicts.skill(view, 0)).isEqualTo(Verdicts.OfSkill.UNKNOWN);
    assertThat(Verdicts.sources(view, 0)).containsExactly(Verdicts.OfSource.HAS);
  }
}
