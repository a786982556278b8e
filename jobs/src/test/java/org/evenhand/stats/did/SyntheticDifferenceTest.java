package org.evenhand.stats.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.evenhand.stats.did.SyntheticDifference.Kind;
import org.junit.jupiter.api.Test;

final class SyntheticDifferenceTest {
  private static final long SEED = 20_261_122;

  /** California's Proposition 99 (State;Year;PacksPerCapita;treated), where the data are there. */
  private static final Path CALIFORNIA =
      Path.of("..", "..", "shared", "data", "prop99", "california_prop99.csv");

  /**
   * Arkhangelsky et al. 2021, table 1: -15.6, -19.6, -27.3; the further digits are those printed
   * for the Stata command sdid and the R package. Placebo errors there: 8.4, 9.9, 17.7.
   */
  @Test
  void reproducesPropositionNinetyNine() throws IOException {
    assumeTrue(Files.exists(CALIFORNIA));
    BlockPanel panel = california();
    SyntheticDifference found = SyntheticDifference.of(panel, Kind.SDID);

    assertThat(found.estimate()).isCloseTo(-15.60383, within(5e-6));
    assertThat(SyntheticDifference.of(panel, Kind.SC).estimate()).isCloseTo(-19.6, within(0.05));
    assertThat(SyntheticDifference.of(panel, Kind.DID).estimate())
        .isCloseTo(-27.34911, within(5e-6));
    assertThat(found.placebo(200, 1).error().orElseThrow()).isBetween(7.0, 11.0);
    assertThat(found.jackknife().reason())
        .contains("the jackknife cannot leave out the only treated unit");
  }

  @Test
  void withEqualWeightsItIsTheDifferenceOfDifferences() {
    BlockPanel panel =
        BlockPanel.of(
            List.of(List.of(1.0, 2.0, 5.0), List.of(3.0, 4.0, 9.0)),
            List.of(List.of(2.0, 2.0, 20.0)),
            2);

    assertThat(SyntheticDifference.of(panel, Kind.DID).estimate())
        .isCloseTo((20 - 2) - (7 - 2.5), within(1e-12));
  }

  @Test
  void aSyntheticControlFindsTheMixtureThatMadeTheTreatedUnit() {
    Random random = new Random(SEED);
    List<List<Double>> controls = rows(random, 3, 20);
    List<Double> treated =
        IntStream.range(0, 20)
            .mapToObj(
                t ->
                    0.3 * controls.get(0).get(t) + 0.7 * controls.get(2).get(t) + (t >= 15 ? 4 : 0))
            .toList();
    SyntheticDifference found =
        SyntheticDifference.of(BlockPanel.of(controls, List.of(treated), 15), Kind.SC);

    assertThat(found.estimate()).isCloseTo(4, within(1e-3));
    assertThat(found.unitWeights().get(0)).isCloseTo(0.3, within(1e-3));
    assertThat(found.unitWeights().get(1)).isCloseTo(0, within(1e-3));
  }

  /** The second way: every mixture of two on a fine grid. */
  @Test
  void weightsAgreeWithAGrid() {
    Random random = new Random(SEED);
    for (int round = 0; round < 20; round++) {
      List<List<Double>> rows = rows(random, 4, 9);
      BlockPanel panel = BlockPanel.of(rows.subList(0, 2), rows.subList(2, 4), 6);
      double noise = panel.noise();
      double ridge = Math.pow(2 * 3, 0.25) * noise;
      double best = 0;
      double least = Double.POSITIVE_INFINITY;
      for (double w = 0; w <= 1; w += 1e-4) {
        double criterion = criterion(panel.overTimes(), new double[] {w, 1 - w}, ridge);
        if (criterion < least) {
          least = criterion;
          best = w;
        }
      }
      assertThat(SyntheticDifference.of(panel, Kind.SDID).unitWeights().get(0))
          .isCloseTo(best, within(2e-4));
    }
  }

  @Test
  void weightsAreSharesThatSumToOne() {
    SyntheticDifference found = SyntheticDifference.of(panel(new Random(SEED)), Kind.SDID);

    for (List<Double> weights : List.of(found.unitWeights(), found.timeWeights())) {
      assertThat(weights).allMatch(w -> w >= 0);
      assertThat(weights.stream().mapToDouble(w -> w).sum()).isCloseTo(1, within(1e-12));
    }
  }

  @Test
  void shiftsOfUnitsAndTimesDoNotMatterAndScalesCarryOver() {
    Random random = new Random(SEED);
    List<List<Double>> rows = rows(random, 8, 10);
    List<List<Double>> other =
        IntStream.range(0, 8)
            .mapToObj(
                i ->
                    IntStream.range(0, 10).mapToObj(t -> 3 * rows.get(i).get(t) + 100 * i).toList())
            .toList();
    double one = estimate(rows);

    assertThat(estimate(other)).isCloseTo(3 * one, within(1e-6));
  }

  @Test
  void relabellingUnitsPermutesTheirWeights() {
    List<List<Double>> rows = rows(new Random(SEED), 7, 10);
    List<List<Double>> turned = new ArrayList<>(rows.subList(0, 6));
    Collections.reverse(turned);
    SyntheticDifference one =
        SyntheticDifference.of(BlockPanel.of(rows.subList(0, 6), rows.subList(6, 7), 7), Kind.SDID);
    SyntheticDifference other =
        SyntheticDifference.of(BlockPanel.of(turned, rows.subList(6, 7), 7), Kind.SDID);

    assertThat(other.estimate()).isCloseTo(one.estimate(), within(1e-9));
    for (int i = 0; i < 6; i++) {
      assertThat(other.unitWeights().get(5 - i)).isCloseTo(one.unitWeights().get(i), within(1e-9));
    }
  }

  /** With equal weights, leaving out one unit changes one mean gain. */
  @Test
  void theJackknifeOfEqualWeightsFollowsFromGains() {
    double[] gains = {1, 4, 2, 7, 11, 9};
    List<List<Double>> rows =
        Arrays.stream(gains).mapToObj(gain -> List.of(5.0, 5 + gain)).toList();
    double[] without = new double[6];
    for (int left = 0; left < 6; left++) {
      double[] sums = new double[4];
      for (int i = 0; i < 6; i++) {
        if (i != left) {
          sums[i < 4 ? 0 : 1] += gains[i];
          sums[i < 4 ? 2 : 3]++;
        }
      }
      without[left] = sums[1] / sums[3] - sums[0] / sums[2];
    }
    double mean = Arrays.stream(without).average().orElseThrow();
    double squares = Arrays.stream(without).map(x -> (x - mean) * (x - mean)).sum();

    assertThat(
            SyntheticDifference.of(
                    BlockPanel.of(rows.subList(0, 4), rows.subList(4, 6), 1), Kind.DID)
                .jackknife()
                .error()
                .orElseThrow())
        .isCloseTo(Math.sqrt(5.0 / 6 * squares), within(1e-12));
  }

  @Test
  void thePlaceboDependsOnItsSeedAlone() {
    SyntheticDifference found = SyntheticDifference.of(panel(new Random(SEED)), Kind.SDID);

    assertThat(found.placebo(20, 5)).isEqualTo(found.placebo(20, 5));
    assertThat(found.placebo(20, 5)).isNotEqualTo(found.placebo(20, 6));
  }

  /** Normal changes without effect: the placebo error is about the spread of estimates. */
  @Test
  void thePlaceboErrorIsTheSpreadOfEstimatesWithoutEffect() {
    Random random = new Random(SEED);
    List<Double> estimates = new ArrayList<>();
    double errors = 0;
    for (int round = 0; round < 100; round++) {
      SyntheticDifference found = SyntheticDifference.of(panel(random), Kind.SDID);
      estimates.add(found.estimate());
      errors += found.placebo(50, round).error().orElseThrow() / 100;
    }
    double spread = Math.sqrt(org.evenhand.stats.Means.variance(estimates));

    assertThat(errors).isCloseTo(spread, within(0.2 * spread));
  }

  @Test
  void whatCannotBeSaidHasAReason() {
    List<List<Double>> rows = rows(new Random(SEED), 4, 5);
    SyntheticDifference found =
        SyntheticDifference.of(BlockPanel.of(rows.subList(0, 2), rows.subList(2, 4), 3), Kind.SDID);

    assertThat(found.placebo(10, 1).reason())
        .contains("a placebo needs more untreated than treated units: there are 2 and 2");
    assertThatThrownBy(
            () ->
                SyntheticDifference.of(
                    BlockPanel.of(rows.subList(0, 2), rows.subList(2, 4), 1), Kind.SC))
        .hasMessageContaining("show fewer than two changes");
    assertThatThrownBy(() -> BlockPanel.of(rows, List.of(), 3))
        .hasMessageContaining("Cannot compare 0 treated with 4 other units");
  }

  private static double estimate(List<List<Double>> rows) {
    return SyntheticDifference.of(
            BlockPanel.of(rows.subList(0, 6), rows.subList(6, 8), 7), Kind.SDID)
        .estimate();
  }

  private static BlockPanel panel(Random random) {
    List<List<Double>> rows = rows(random, 12, 8);
    return BlockPanel.of(rows.subList(0, 10), rows.subList(10, 12), 5);
  }

  private static List<List<Double>> rows(Random random, int units, int times) {
    return IntStream.range(0, units)
        .mapToObj(i -> IntStream.range(0, times).mapToObj(t -> 10 + random.nextGaussian()).toList())
        .toList();
  }

  private static double criterion(double[][] rows, double[] weights, double ridge) {
    double[] misses =
        Arrays.stream(rows)
            .mapToDouble(row -> weights[0] * row[0] + weights[1] * row[1] - row[2])
            .toArray();
    double mean = Arrays.stream(misses).average().orElseThrow();
    return ridge * ridge * (weights[0] * weights[0] + weights[1] * weights[1])
        + Arrays.stream(misses).map(miss -> (miss - mean) * (miss - mean)).average().orElseThrow();
  }

  private static BlockPanel california() throws IOException {
    Map<String, Map<Integer, Double>> states = new TreeMap<>();
    for (String line : Files.readAllLines(CALIFORNIA)) {
      String[] cells = line.replace("\"", "").split("[;,]", -1);
      if (cells.length > 3 && !cells[0].equals("State")) {
        states
            .computeIfAbsent(cells[0], name -> new TreeMap<>())
            .put(Integer.parseInt(cells[1]), Double.parseDouble(cells[2]));
      }
    }
    List<Double> treated =
        List.copyOf(Objects.requireNonNull(states.remove("California")).values());
    List<List<Double>> others = states.values().stream().map(v -> List.copyOf(v.values())).toList();
    return BlockPanel.of(others, List.of(treated), 19);
  }
}
