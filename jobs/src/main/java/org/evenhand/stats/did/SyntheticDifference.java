package org.evenhand.stats.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.evenhand.stats.Means;

/**
 * Effect on a few units treated together (Arkhangelsky, Athey, Hirshberg, Imbens and Wager 2021,
 * algorithm 1): the treated units' mean gain less the gain of a weighted mean of untreated units,
 * where the gain is measured from a weighted mean of the periods before. Unit weights follow the
 * treated units' path before treatment with ridge &zeta; = (treated units &times; periods
 * after)^(1/4) &sigma;, time weights make the untreated units' periods before like those after with
 * ridge 10&#8315;&#8310; &sigma;, both with an intercept; &sigma; is the standard deviation of the
 * untreated units' changes. Synthetic control has no time weights, no intercept and ridge
 * 10&#8315;&#8310; &sigma;; difference in differences weighs all alike. The search stops where the
 * authors' package does ({@link SimplexWeights}): figures published with it come out to their
 * printed digits, an exact solver's would differ slightly. Assumes that what the treated units
 * would have done follows the weighted others. One period before treatment leaves weights
 * undefined, so only difference in differences is computed then. Units are those of the outcome.
 */
public final class SyntheticDifference {
  private static final double TINY = 1e-6;
  private static final double STOP = 1e-5;

  private final BlockPanel panel;
  private final Kind kind;
  private final double noise;
  private final Fit fit;

  private SyntheticDifference(BlockPanel panel, Kind kind) {
    this.panel = panel;
    this.kind = kind;
    this.noise = kind == Kind.DID ? 0 : panel.noise();
    this.fit = fit(panel, uniform(panel.controls()), startTimes());
  }

  /** Which weights are chosen by the data. */
  public enum Kind {
    SDID,
    SC,
    DID
  }

  /** A standard error, or the reason why there is none. */
  public record Uncertainty(Optional<Double> error, Optional<String> reason) {
    static Uncertainty of(double error) {
      return new Uncertainty(Optional.of(error), Optional.empty());
    }

    static Uncertainty none(String reason) {
      return new Uncertainty(Optional.empty(), Optional.of(reason));
    }
  }

  private static final class Fit {
    private final double[] units;
    private final double[] times;
    private final double estimate;

    Fit(BlockPanel panel, double[] units, double[] times) {
      this.units = units;
      this.times = times;
      double sum = 0;
      for (int i = 0; i < panel.units(); i++) {
        double weight = i < panel.controls() ? -units[i] : 1.0 / panel.treated();
        sum += weight * panel.gain(i, times);
      }
      this.estimate = sum;
    }
  }

  /**
   * @throws IllegalArgumentException when weights are asked for with fewer than two changes to
   *     judge the noise by
   */
  public static SyntheticDifference of(BlockPanel panel, Kind kind) {
    if (kind != Kind.DID && panel.controls() * (panel.before() - 1) < 2) {
      throw new IllegalArgumentException(
          "Cannot choose weights: %d untreated units over %d periods before treatment show fewer than two changes. Use kind did or more periods."
              .formatted(panel.controls(), panel.before()));
    }
    return new SyntheticDifference(panel, kind);
  }

  public double estimate() {
    return fit.estimate;
  }

  /** Of the untreated units, in the panel's order; they sum to 1. */
  public List<Double> unitWeights() {
    return Arrays.stream(fit.units).boxed().toList();
  }

  /** Of the periods before treatment; they sum to 1, or are all 0 in a synthetic control. */
  public List<Double> timeWeights() {
    return Arrays.stream(fit.times).boxed().toList();
  }

  /**
   * Standard deviation of estimates in which untreated units, drawn at random, play the treated
   * ones (algorithm 4). Needs more untreated than treated units.
   */
  public Uncertainty placebo(int draws, long seed) {
    int treated = panel.treated();
    if (panel.controls() <= treated) {
      return Uncertainty.none(
          "a placebo needs more untreated than treated units: there are %d and %d"
              .formatted(panel.controls(), treated));
    }
    if (draws < 2) {
      return Uncertainty.none("a placebo needs two draws at least");
    }
    Random random = new Random(seed);
    List<Integer> order = new ArrayList<>(IntStream.range(0, panel.controls()).boxed().toList());
    List<Double> estimates = new ArrayList<>();
    for (int draw = 0; draw < draws; draw++) {
      Collections.shuffle(order, random);
      int[] shuffled = order.stream().mapToInt(Integer::intValue).toArray();
      int[] untreated = Arrays.copyOf(shuffled, shuffled.length - treated);
      int[] placebo = Arrays.copyOfRange(shuffled, untreated.length, shuffled.length);
      estimates.add(fit(panel.with(untreated, placebo), kept(untreated), fit.times).estimate);
    }
    return Uncertainty.of(Math.sqrt((draws - 1.0) / draws * Means.variance(estimates)));
  }

  /**
   * Each unit left out once, the weights kept (algorithm 3). Needs two treated units and two
   * untreated ones with weight; not advised for a synthetic control.
   */
  public Uncertainty jackknife() {
    if (panel.treated() < 2) {
      return Uncertainty.none("the jackknife cannot leave out the only treated unit");
    }
    if (Arrays.stream(fit.units).filter(w -> w != 0).count() < 2) {
      return Uncertainty.none("the jackknife cannot leave out the only untreated unit with weight");
    }
    double n = panel.units();
    List<Double> estimates = IntStream.range(0, panel.units()).mapToObj(this::without).toList();
    return Uncertainty.of(Math.sqrt((n - 1) / n * (n - 1) * Means.variance(estimates)));
  }

  private double without(int left) {
    int[] untreated = IntStream.range(0, panel.controls()).filter(i -> i != left).toArray();
    int[] treated =
        IntStream.range(panel.controls(), panel.units()).filter(i -> i != left).toArray();
    return new Fit(panel.with(untreated, treated), kept(untreated), fit.times).estimate;
  }

  /** The weights of some untreated units, scaled to sum to 1. */
  private double[] kept(int[] untreated) {
    return SimplexWeights.normalised(
        Arrays.stream(untreated).mapToDouble(i -> fit.units[i]).toArray());
  }

  /**
   * The weights the data choose, searched for from a start; others stay. Ridges are the panel's.
   */
  private Fit fit(BlockPanel of, double[] units, double[] times) {
    double stop = STOP * noise;
    return switch (kind) {
      case DID -> new Fit(of, units, times);
      case SC ->
          new Fit(
              of,
              SimplexWeights.withoutIntercept(of.overTimes(), TINY * noise, stop).from(units),
              times);
      case SDID ->
          new Fit(
              of,
              SimplexWeights.withIntercept(of.overTimes(), ridge(), stop).from(units),
              SimplexWeights.withIntercept(of.overUnits(), TINY * noise, stop).from(times));
    };
  }

  private double ridge() {
    return Math.pow((double) panel.treated() * panel.after(), 0.25) * noise;
  }

  private double[] startTimes() {
    return kind == Kind.SC ? new double[panel.before()] : uniform(panel.before());
  }

  private static double[] uniform(int size) {
    return SimplexWeights.normalised(new double[size]);
  }
}
