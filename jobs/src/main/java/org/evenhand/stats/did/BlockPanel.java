package org.evenhand.stats.did;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Outcomes of units that are all observed at every time, where some are treated together from one
 * time on. Rows are units, those never treated first; columns are times in order.
 */
public final class BlockPanel {
  private final double[][] outcomes;
  private final int controls;
  private final int before;

  private BlockPanel(double[][] outcomes, int controls, int before) {
    this.outcomes = outcomes;
    this.controls = controls;
    this.before = before;
  }

  /**
   * @param before periods before treatment
   * @throws IllegalArgumentException when a side is empty or rows differ in length
   */
  public static BlockPanel of(List<List<Double>> controls, List<List<Double>> treated, int before) {
    double[][] outcomes =
        Stream.concat(controls.stream(), treated.stream())
            .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new);
    boolean even =
        Arrays.stream(outcomes).mapToInt(row -> row.length).distinct().count() == 1
            && before > 0
            && before < outcomes[0].length;
    if (controls.isEmpty() || treated.isEmpty() || !even) {
      throw new IllegalArgumentException(
          "Cannot compare %d treated with %d other units over %d periods before treatment: each side and each part needs one at least, and every unit every period. Complete the panel."
              .formatted(treated.size(), controls.size(), before));
    }
    return new BlockPanel(outcomes, controls.size(), before);
  }

  public int units() {
    return outcomes.length;
  }

  public int controls() {
    return controls;
  }

  public int treated() {
    return outcomes.length - controls;
  }

  public int periods() {
    return outcomes[0].length;
  }

  public int before() {
    return before;
  }

  public int after() {
    return periods() - before;
  }

  /** Standard deviation of the changes of untreated units before treatment; NaN for one change. */
  double noise() {
    double[] changes =
        IntStream.range(0, controls)
            .boxed()
            .flatMapToDouble(
                i ->
                    IntStream.range(1, before)
                        .mapToDouble(t -> outcomes[i][t] - outcomes[i][t - 1]))
            .toArray();
    double mean = Arrays.stream(changes).average().orElse(Double.NaN);
    double squares = Arrays.stream(changes).map(change -> (change - mean) * (change - mean)).sum();
    return Math.sqrt(squares / (changes.length - 1));
  }

  /** Untreated units by periods before treatment, and their mean after it as the last column. */
  double[][] overUnits() {
    return IntStream.range(0, controls)
        .mapToObj(i -> row(i, mean(i, before, periods())))
        .toArray(double[][]::new);
  }

  /**
   * Periods before treatment by untreated units, and the treated units' mean as the last column.
   */
  double[][] overTimes() {
    return IntStream.range(0, before)
        .mapToObj(
            t ->
                IntStream.rangeClosed(0, controls)
                    .mapToDouble(i -> i < controls ? outcomes[i][t] : treatedMean(t))
                    .toArray())
        .toArray(double[][]::new);
  }

  /** Each unit's mean after treatment less the weighted mean before it. */
  double gain(int unit, double[] timeWeights) {
    double gain = mean(unit, before, periods());
    for (int t = 0; t < before; t++) {
      gain -= timeWeights[t] * outcomes[unit][t];
    }
    return gain;
  }

  /** Some units as the untreated and some as the treated. */
  BlockPanel with(int[] untreated, int[] treated) {
    double[][] rows =
        IntStream.concat(Arrays.stream(untreated), Arrays.stream(treated))
            .mapToObj(i -> outcomes[i])
            .toArray(double[][]::new);
    return new BlockPanel(rows, untreated.length, before);
  }

  private double[] row(int unit, double last) {
    double[] row = Arrays.copyOf(outcomes[unit], before + 1);
    row[before] = last;
    return row;
  }

  private double mean(int unit, int from, int to) {
    return Arrays.stream(outcomes[unit], from, to).sum() / (to - from);
  }

  private double treatedMean(int time) {
    return IntStream.range(controls, outcomes.length).mapToDouble(i -> outcomes[i][time]).sum()
        / treated();
  }
}
