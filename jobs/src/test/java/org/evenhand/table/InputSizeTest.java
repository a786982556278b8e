package org.evenhand.table;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class InputSizeTest {
  @Test
  void rowsDecideTheSize() {
    assertThat(InputSize.of(0)).isEqualTo(InputSize.FEW);
    assertThat(InputSize.of(5_999)).isEqualTo(InputSize.FEW);
    assertThat(InputSize.of(6_000)).isEqualTo(InputSize.SOME);
    assertThat(InputSize.of(5_000_000)).isEqualTo(InputSize.MANY);
  }

  /** Sums of doubles follow the partitions: they must be the same wherever a quarter is run. */
  @Test
  void partitionsDoNotFollowTheCores() {
    assertThat(SessionSettings.local(2)).containsAllEntriesOf(InputSize.SOME.settings());
    assertThat(SessionSettings.local(64)).containsAllEntriesOf(InputSize.SOME.settings());
  }
}
