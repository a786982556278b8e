package org.evenhand.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.evenhand.stats.Kitagawa.Cell;
import org.junit.jupiter.api.Test;

final class KitagawaTest {
  @Test
  void mixAndRateMakeTheWholeDifference() {
    Random random = new Random(20_261_122);
    for (int i = 0; i < 100; i++) {
      Kitagawa split = Kitagawa.of(side(random), side(random));

      assertThat(split.mix() + split.rate()).isCloseTo(split.difference(), within(1e-14));
    }
  }

  /** By hand: shares 0.5/0.5 and 0.8/0.2, rates 0.2/0.6 and 0.3/0.5. */
  @Test
  void twoCategoriesByHand() {
    Kitagawa split =
        Kitagawa.of(
            Map.of("small", new Cell(100, 20), "large", new Cell(100, 60)),
            Map.of("small", new Cell(80, 24), "large", new Cell(20, 10)));

    assertThat(split.difference()).isCloseTo(0.34 - 0.4, within(1e-15));
    assertThat(split.mix()).isCloseTo(0.3 * 0.25 - 0.3 * 0.55, within(1e-15));
    assertThat(split.rate()).isCloseTo(0.65 * 0.1 - 0.35 * 0.1, within(1e-15));
    assertThat(split.interaction()).isCloseTo(0.3 * 0.1 + 0.3 * 0.1, within(1e-15));
    assertThat(split.mix() - split.interaction() / 2)
        .isCloseTo(0.3 * 0.2 - 0.3 * 0.6, within(1e-15));
  }

  @Test
  void sameRatesLeaveMixAlone() {
    Kitagawa split =
        Kitagawa.of(
            Map.of("a", new Cell(10, 1), "b", new Cell(10, 5)),
            Map.of("a", new Cell(30, 3), "b", new Cell(10, 5)));

    assertThat(split.rate()).isZero();
    assertThat(split.mix()).isCloseTo(0.2 - 0.3, within(1e-15));
  }

  @Test
  void turningTheSidesTurnsTheParts() {
    Random random = new Random(3);
    Map<String, Cell> one = side(random);
    Map<String, Cell> other = side(random);

    assertThat(Kitagawa.of(one, other).mix())
        .isCloseTo(-Kitagawa.of(other, one).mix(), within(1e-15));
  }

  @Test
  void aCategoryOnOneSideAloneIsMix() {
    Kitagawa split =
        Kitagawa.of(
            Map.of("a", new Cell(10, 1)), Map.of("a", new Cell(5, 0.5), "b", new Cell(5, 5)));

    assertThat(split.rate()).isZero();
    assertThat(split.mix()).isCloseTo(0.45, within(1e-15));
  }

  @Test
  void aSideWithoutCasesIsRefused() {
    assertThatThrownBy(() -> Kitagawa.of(Map.of(), Map.of("a", new Cell(1, 1))))
        .hasMessage("Cannot compare rates: one side has no cases. Name sides with cases.");
  }

  private static Map<String, Cell> side(Random random) {
    Map<String, Cell> side = new LinkedHashMap<>();
    for (String name : new String[] {"east", "west", "north", "south"}) {
      int cases = random.nextInt(40) + (name.equals("east") ? 1 : 0);
      side.put(name, new Cell(cases, random.nextInt(cases + 1)));
    }
    return side;
  }
}
