package org.evenhand.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class OneWayTest {
  private static final long SEED = 20_261_122;

  /** Balanced data: restricted likelihood and the moments of the analysis of variance agree. */
  @Test
  void onBalancedDataItEqualsTheMoments() {
    Random random = new Random(SEED);
    for (int i = 0; i < 50; i++) {
      List<List<Double>> groups = groups(random, 12, 6, 6, 1 + random.nextDouble());
      OneWay fit = OneWay.of(groups);
      double[] means = groups.stream().mapToDouble(OneWayTest::mean).toArray();
      double within =
          groups.stream().mapToDouble(values -> squares(values, mean(values))).sum() / (12 * 5);
      double grand = java.util.Arrays.stream(means).average().orElseThrow();
      double among =
          6 * java.util.Arrays.stream(means).map(m -> (m - grand) * (m - grand)).sum() / 11;
      double between = (among - within) / 6;

      assertThat(fit.mean()).isCloseTo(grand, within(1e-9));
      assertThat(fit.within()).isCloseTo(within, within(1e-6 * within));
      assertThat(fit.between()).isCloseTo(between, within(1e-5 * between));
    }
  }

  @Test
  void recoversItsVariancesOnUnevenGroups() {
    OneWay fit = OneWay.of(groups(new Random(SEED), 3000, 2, 9, 2));

    assertThat(fit.between()).isCloseTo(4, within(0.25));
    assertThat(fit.within()).isCloseTo(1, within(0.03));
  }

  @Test
  void groupsThatDifferLessThanTheirNoiseHaveNoVariance() {
    OneWay fit = OneWay.of(List.of(List.of(1.0, 5.0), List.of(2.0, 4.0), List.of(3.0, 3.0)));

    assertThat(fit.between()).isZero();
    assertThat(fit.effects()).allMatch(effect -> effect.shrunken() == fit.mean());
  }

  @Test
  void shiftingAndScalingTheDataShiftsAndScalesTheFit() {
    List<List<Double>> groups = groups(new Random(SEED), 20, 2, 9, 2);
    OneWay fit = OneWay.of(groups);
    OneWay other =
        OneWay.of(
            groups.stream()
                .map(values -> values.stream().map(value -> 7 + 3 * value).toList())
                .toList());

    assertThat(other.mean()).isCloseTo(7 + 3 * fit.mean(), within(1e-6));
    assertThat(other.between()).isCloseTo(9 * fit.between(), within(1e-5 * fit.between()));
    assertThat(other.within()).isCloseTo(9 * fit.within(), within(1e-5 * fit.within()));
  }

  private static List<List<Double>> groups(
      Random random, int count, int fewest, int most, double sd) {
    List<List<Double>> groups = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double effect = sd * random.nextGaussian();
      int size = fewest + random.nextInt(most - fewest + 1);
      groups.add(random.doubles(size).mapToObj(u -> effect + random.nextGaussian()).toList());
    }
    return groups;
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }

  private static double squares(List<Double> values, double mean) {
    return values.stream().mapToDouble(value -> (value - mean) * (value - mean)).sum();
  }
}
