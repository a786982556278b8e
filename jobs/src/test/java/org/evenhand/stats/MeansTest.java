package org.evenhand.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeansTest {
  /** Student (1908), the sleep data of R: extra hours of sleep under two drugs, ten patients. */
  private static final List<Double> DRUG_1 =
      List.of(0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0);

  private static final List<Double> DRUG_2 =
      List.of(1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4);

  private static final List<Double> DIFFERENCES =
      List.of(1.2, 2.4, 1.3, 1.3, 0.0, 1.0, 1.8, 0.8, 4.6, 1.4);

  private static Figure.Known known(Figure figure) {
    return (Figure.Known) figure;
  }

  @Test
  void pairedIntervalOfTheSleepDataAsPublished() {
    Figure.Known change = known(Means.mean(DIFFERENCES, 0.95));
    assertThat(change.value()).isCloseTo(1.58, within(1e-9));
    assertThat(change.low()).isCloseTo(0.7001142, within(1e-6));
    assertThat(change.high()).isCloseTo(2.4598858, within(1e-6));
  }

  @Test
  void welchIntervalOfTheSleepDataAsPublished() {
    Figure.Known change = known(Means.difference(DRUG_1, DRUG_2, 0.95));
    assertThat(change.low()).isCloseTo(-0.2054832, within(1e-6));
    assertThat(change.high()).isCloseTo(3.3654832, within(1e-6));
  }

  @Test
  void everyoneTheirOwnClusterIsThePlainMean() {
    Map<String, List<Double>> own =
        Map.of("a", List.of(1.2), "b", List.of(2.4), "c", List.of(1.3), "d", List.of(0.5));
    Figure.Known clustered = known(Means.clustered(own, 0.9));
    Figure.Known plain = known(Means.mean(List.of(1.2, 2.4, 1.3, 0.5), 0.9));
    assertThat(clustered.low()).isCloseTo(plain.low(), within(1e-12));
    assertThat(clustered.high()).isCloseTo(plain.high(), within(1e-12));
  }

  @Test
  void teamsThatMoveTogetherWidenTheInterval() {
    Map<String, List<Double>> together =
        Map.of("a", List.of(1.0, 1.1, 0.9), "b", List.of(3.0, 3.1, 2.9), "c", List.of(2.0, 2.1));
    Figure.Known clustered = known(Means.clustered(together, 0.9));
    Figure.Known plain = known(Means.mean(List.of(1.0, 1.1, 0.9, 3.0, 3.1, 2.9, 2.0, 2.1), 0.9));
    assertThat(clustered.high() - clustered.low()).isGreaterThan(plain.high() - plain.low());
  }

  @Test
  void oneValueHasNoInterval() {
    assertThat(Means.mean(List.of(3.0), 0.9)).isInstanceOf(Figure.Undefined.class);
    assertThat(Means.mean(List.of(), 0.9)).isInstanceOf(Figure.Undefined.class);
  }

  /** Agresti and Coull (1998), Newcombe (1998): 81 of 263 gives 0.2553 to 0.3662. */
  @Test
  void wilsonIntervalAsPublished() {
    Figure.Known share = known(Wilson.interval(81, 263, 0.95));
    assertThat(share.low()).isCloseTo(0.2553, within(5e-5));
    assertThat(share.high()).isCloseTo(0.3662, within(5e-5));
    assertThat(known(Wilson.interval(0, 20, 0.95)).high()).isCloseTo(0.1611, within(5e-5));
    assertThat(Wilson.interval(0, 0, 0.95)).isInstanceOf(Figure.Undefined.class);
  }

  /** N-15: one short call with a ratio of 1 does not outweigh a long one. */
  @Test
  void ratioIsOfSumsAndItsErrorThatOfTheJackknife() {
    List<Ratio.Pair> pairs =
        List.of(
            new Ratio.Pair(1, 1),
            new Ratio.Pair(20, 60),
            new Ratio.Pair(30, 80),
            new Ratio.Pair(22, 70),
            new Ratio.Pair(25, 66));
    Figure.Known ratio = known(Ratio.of(pairs, 0.9));
    assertThat(ratio.value()).isCloseTo(98.0 / 277, within(1e-12));
    Figure.Known jackknife =
        known(
            Jackknife.of(
                pairs,
                pair -> String.valueOf(pair.denominator()),
                rest ->
                    rest.stream().mapToDouble(Ratio.Pair::numerator).sum()
                        / rest.stream().mapToDouble(Ratio.Pair::denominator).sum(),
                0.9));
    assertThat(ratio.high() - ratio.low())
        .isCloseTo(jackknife.high() - jackknife.low(), within(0.01));
  }

  @Test
  void jackknifeOfAMeanIsItsStudentInterval() {
    Figure.Known mean = known(Means.mean(DIFFERENCES, 0.9));
    Figure.Known jackknife =
        known(Jackknife.of(List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), String::valueOf, this::at, 0.9));
    assertThat(jackknife.low()).isCloseTo(mean.low(), within(1e-9));
    assertThat(jackknife.high()).isCloseTo(mean.high(), within(1e-9));
  }

  private double at(List<Integer> positions) {
    return Means.mean(positions.stream().map(DIFFERENCES::get).toList());
  }

  @Test
  void consistencyCarriesTheSmallSampleCorrection() {
    List<Double> quarters = List.of(100.0, 120.0, 80.0, 100.0, 110.0, 90.0);
    double cv = Math.sqrt(Means.variance(quarters)) / 100;
    assertThat(known(Spread.consistency(quarters, 6, 0.9)).value())
        .isCloseTo(cv * (1 + 1.0 / 24), within(1e-12));
    assertThat(Spread.consistency(quarters.subList(0, 5), 6, 0.9))
        .isEqualTo(new Figure.Undefined("5 quarters are known and 6 are needed"));
    assertThat(known(Spread.relativeDeviation(quarters)).value()).isCloseTo(0.10, within(1e-12));
  }

  @Test
  void quantilesAreType7() {
    assertThat(Spread.quantile(List.of(4.0, 1.0, 3.0, 2.0), 0.25)).isCloseTo(1.75, within(1e-12));
    assertThat(Spread.median(List.of(5.0))).isEqualTo(5);
  }
}
