package org.evenhand.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.evenhand.stats.Spell;
import org.junit.jupiter.api.Test;

class CasesTest {
  private static final LocalDate START = LocalDate.parse("2026-07-01");

  private static Deal deal(String outcome, Optional<LocalDate> start, Optional<LocalDate> end) {
    Deal.Holder nobody = new Deal.Holder(Optional.empty(), Optional.empty(), Optional.empty());
    return new Deal(
        new Deal.Span(start, end, outcome),
        nobody,
        nobody,
        new Deal.Money(Optional.empty(), "USD", Optional.empty()),
        new Deal.Marks(outcome, Optional.empty(), true));
  }

  /** N-3: from start to end, so days are positive. */
  @Test
  void daysRunFromStartToEnd() {
    Case won =
        Cases.deal(deal("WON", Optional.of(START), Optional.of(START.plusDays(30)))).orElseThrow();
    assertThat(won.watchedUntil(START.plusDays(90))).isEqualTo(Spell.of(30, 1));
  }

  @Test
  void whatHappenedAfterTheWatchIsNotKnownYet() {
    Case won =
        Cases.deal(deal("WON", Optional.of(START), Optional.of(START.plusDays(30)))).orElseThrow();
    assertThat(won.watchedUntil(START.plusDays(10))).isEqualTo(Spell.of(10, 0));
  }

  @Test
  void openDealsAreCensoredAndLostOnesCompete() {
    Case open = Cases.deal(deal("OPEN", Optional.of(START), Optional.empty())).orElseThrow();
    Case lost = Cases.deal(deal("LOST", Optional.of(START), Optional.of(START))).orElseThrow();
    assertThat(open.watchedUntil(START.plusDays(5)).cause()).isZero();
    assertThat(lost.watchedUntil(START.plusDays(5)).cause()).isEqualTo(2);
  }

  @Test
  void dealsWithoutStartOrEndingBeforeItSayNothing() {
    assertThat(Cases.deal(deal("WON", Optional.empty(), Optional.of(START)))).isEmpty();
    assertThat(Cases.deal(deal("WON", Optional.of(START), Optional.of(START.minusDays(1)))))
        .isEmpty();
  }
}
