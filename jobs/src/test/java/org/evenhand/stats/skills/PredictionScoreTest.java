package org.evenhand.stats.skills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PredictionScoreTest {
  private static final long SEED = 20_261_122;

  /** CRPS = &int;(F(x) &minus; 1{x &ge; y})&sup2;dx, by sums. */
  @Test
  void theRankedScoreIsTheIntegralOfItsDefinition() {
    Moments error = new Moments(0.7, 0.36);
    double integral = 0;
    double step = 1e-4;
    for (double x = -6; x < 6; x += step) {
      double law = new Moments(0, 0.36).probabilityBelow(x + step / 2);
      double came = x + step / 2 >= 0.7 ? 1 : 0;
      integral += (law - came) * (law - came) * step;
    }

    assertThat(PredictionScore.of(List.of(error)).loss().ranked())
        .isCloseTo(integral, within(1e-4));
  }

  @Test
  void trueLawsAreCalibrated() {
    Random random = new Random(SEED);
    List<Moments> errors = new ArrayList<>();
    for (int i = 0; i < 20_000; i++) {
      double variance = 0.1 + random.nextDouble();
      errors.add(new Moments(Math.sqrt(variance) * random.nextGaussian(), variance));
    }
    PredictionScore score = PredictionScore.of(errors);

    assertThat(Calibration.holds(score)).isTrue();
    assertThat(score.deviation()).isCloseTo(1, within(0.02));
    assertThat(score.tenths()).allMatch(count -> Math.abs(count - 2000) < 150);
  }

  @Test
  void intervalsTooNarrowDoNotHold() {
    PredictionScore score =
        PredictionScore.of(List.of(new Moments(2, 1), new Moments(-2, 1), new Moments(0, 1)));

    assertThat(score.coverage()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(Calibration.holds(score)).isFalse();
  }

  /** Mean 0 by construction, and in order of the categories. */
  @Test
  void normalScoresHaveMeanZero() {
    List<Double> ratings = List.of(1.0, 2.0, 2.0, 3.0, 3.0, 3.0, 3.0, 5.0, 5.0);
    var scores = NormalScores.of(ratings);

    assertThat(ratings.stream().mapToDouble(one -> scores.getOrDefault(one, 99.0)).sum())
        .isCloseTo(0, within(1e-12));
    assertThat(List.copyOf(scores.values())).isSorted();
    assertThat(NormalScores.of(List.of(4.0, 4.0)).values()).containsExactly(0.0);
  }

  @Test
  void theDetectorSoundsSoonAfterAShiftAndSeldomBefore() {
    Random random = new Random(SEED);
    int early = 0;
    for (int run = 0; run < 200; run++) {
      List<Double> z = new ArrayList<>();
      for (int week = 0; week < 60; week++) {
        z.add(random.nextGaussian() + (week >= 52 ? 2.5 : 0));
      }
      int alarm = EDetector.of(z, EDetector.TEN_YEARS).alarm().orElse(99);
      early += alarm < 52 ? 1 : 0;
      assertThat(alarm).isLessThan(60);
    }
    assertThat(early).isLessThan(20);
    assertThat(EDetector.of(List.of(), 520).alarm()).isEmpty();
  }
}
