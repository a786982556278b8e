package org.evenhand.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ParallelTest {
  private static final List<Integer> NUMBERS = IntStream.range(0, 1000).boxed().toList();

  @Test
  void resultsStandInTheOrderOfTheInputs() {
    assertThat(Parallel.map(NUMBERS, number -> number * 2))
        .isEqualTo(NUMBERS.stream().map(number -> number * 2).toList());
  }

  @Test
  void whatIsRefusedFirstIsSaidInItsOwnWords() {
    assertThatThrownBy(() -> Parallel.map(NUMBERS, ParallelTest::refused))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Cannot use 500.");
  }

  private static int refused(int number) {
    if (number >= 500) {
      throw new IllegalArgumentException("Cannot use %d.".formatted(number));
    }
    return number;
  }
}
