package org.evenhand.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class HolmTest {
  /** Example in the manual of pingouin (Vallat 2018), function holm. */
  @Test
  void adjustedValuesEqualThePublishedOnes() {
    List<Double> adjusted = Holm.adjusted(List.of(.50, .003, .32, .054, .0003));

    List<Double> published = List.of(0.64, 0.012, 0.64, 0.162, 0.0015);
    for (int i = 0; i < published.size(); i++) {
      assertThat(adjusted.get(i)).isCloseTo(published.get(i), within(1e-12));
    }
  }

  @Test
  void oneValueStaysAndNoneStaysNone() {
    assertThat(Holm.adjusted(List.of(0.03))).containsExactly(0.03);
    assertThat(Holm.adjusted(List.of())).isEmpty();
  }

  @Test
  void tiesStayTies() {
    assertThat(Holm.adjusted(List.of(0.01, 0.01, 0.9))).containsExactly(0.03, 0.03, 0.9);
  }

  @Test
  void aTwoSidedFiveInAHundredLiesAtTheKnownPoint() {
    assertThat(Holm.pValue(-1.959963984540054)).isCloseTo(0.05, within(1e-12));
  }
}
