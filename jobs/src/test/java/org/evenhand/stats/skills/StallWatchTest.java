package org.evenhand.stats.skills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class StallWatchTest {
  /** 0.02, then (0.02 + 0.05)/2, then 0.37/3 = 0.123: two are named at 10 %. */
  @Test
  void theLargestSetWhoseMeanErrorStaysBelowTheRateIsNamed() {
    assertThat(StallWatch.named(List.of(0.70, 0.98, 0.1, 0.95), 0.10)).containsExactly(1, 3);
    assertThat(StallWatch.named(List.of(0.5, 0.8), 0.10)).isEmpty();
    assertThat(StallWatch.named(List.of(), 0.10)).isEmpty();
  }

  @Test
  void aDeclineIsOneOfMoreThanTheSmallestThatMatters() {
    assertThat(StallWatch.probability(new Moments(-0.2, 0.04))).isEqualTo(0.5);
    assertThat(StallWatch.probability(new Moments(-0.3, 0))).isEqualTo(1);
    assertThat(StallWatch.smallestVisible(new Moments(0, 0.25))).isCloseTo(1.02, within(1e-12));
  }

  @Test
  void aPlateauIsGrowthBelowWhatIsPlanned() {
    assertThat(StallWatch.plateau(new Moments(0.3, 0.04), 0.3)).isEqualTo(0.5);
    assertThat(StallWatch.plateau(new Moments(0.1, 0), 0.3)).isEqualTo(1);
    assertThat(StallWatch.plateau(new Moments(0.5, 0), 0.3)).isEqualTo(0);
  }
}
