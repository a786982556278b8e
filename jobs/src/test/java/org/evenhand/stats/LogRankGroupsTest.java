package org.evenhand.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LogRankGroupsTest {
  private static final long SEED = 20_261_122;

  @Test
  void ofTwoGroupsItIsTheTwoSampleTest() {
    Random random = new Random(SEED);
    for (int i = 0; i < 200; i++) {
      List<Spell> first = cases(random, 1 + random.nextInt(30));
      List<Spell> second = cases(random, 1 + random.nextInt(30));
      double two = LogRank.of(first, second).statistic();
      assertThat(LogRankGroups.of(List.of(first, second)).statistic()).isCloseTo(two, within(1e-9));
      assertThat(LogRankGroups.of(List.of(second, first)).statistic()).isCloseTo(two, within(1e-9));
    }
  }

  @Test
  void theOrderOfThreeGroupsDoesNotMatter() {
    Random random = new Random(SEED);
    for (int i = 0; i < 200; i++) {
      List<Spell> a = cases(random, 20);
      List<Spell> b = cases(random, 15);
      List<Spell> c = cases(random, 10);
      double statistic = LogRankGroups.of(List.of(a, b, c)).statistic();
      assertThat(LogRankGroups.of(List.of(c, a, b)).statistic()).isCloseTo(statistic, within(1e-8));
      assertThat(LogRankGroups.of(List.of(b, c, a)).statistic()).isCloseTo(statistic, within(1e-8));
    }
  }

  @Test
  void underNoDifferenceItAveragesItsDegreesOfFreedom() {
    Random random = new Random(SEED);
    double mean =
        Stream.generate(() -> List.of(cases(random, 40), cases(random, 40), cases(random, 40)))
            .limit(1000)
            .mapToDouble(groups -> LogRankGroups.of(groups).statistic())
            .average()
            .orElseThrow();
    assertThat(mean).isBetween(1.85, 2.15);
  }

  @Test
  void withoutEventsThereIsNothingToTest() {
    List<Spell> censored = List.of(Spell.of(1, 0), Spell.of(2, 0));
    assertThat(LogRankGroups.of(List.of(censored, censored))).isEqualTo(new LogRankGroups(0, 0, 1));
  }

  private static List<Spell> cases(Random random, int n) {
    List<Spell> cases = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      cases.add(Spell.of(1 + random.nextInt(25), random.nextInt(3) == 0 ? 0 : 1));
    }
    return cases;
  }
}
