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
    assertThat(StallWatch.STANDARD.probability(new Moments(-0.2, 0.04))).isEqualTo(0.5);
    assertThat(StallWatch.STANDARD.probability(new Moments(-0.3, 0))).isEqualTo(1);
  }

  /** 1.64 &times; 0.5 + 0.2 = 1.02, of which half shows when half of the prior variance is left. */
  @Test
  void aDeclineThatHardlyShowsMustBeLargerToBeSeen() {
    assertThat(StallWatch.STANDARD.smallestVisible(new Moments(0, 0.25), 1e9).orElseThrow())
        .isCloseTo(1.02, within(1e-8));
    assertThat(StallWatch.STANDARD.smallestVisible(new Moments(0, 0.25), 0.5).orElseThrow())
        .isCloseTo(2.04, within(1e-12));
    assertThat(StallWatch.STANDARD.smallestVisible(new Moments(0, 0.25), 0.25)).isEmpty();
  }

  @Test
  void aPlateauIsGrowthBelowWhatIsPlanned() {
    assertThat(StallWatch.plateau(new Moments(0.3, 0.04), 0.3)).isEqualTo(0.5);
    assertThat(StallWatch.plateau(new Moments(0.1, 0), 0.3)).isEqualTo(1);
    assertThat(StallWatch.plateau(new Moments(0.5, 0), 0.3)).isEqualTo(0);
  }
}
