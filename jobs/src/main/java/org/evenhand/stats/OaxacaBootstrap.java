package org.evenhand.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.evenhand.stats.OaxacaBlinder.Group;
import org.evenhand.stats.OaxacaBlinder.Layout;

/**
 * A decomposition whose standard errors are the standard deviations of its figures over samples of
 * all rows with replacement (Efron 1979), sizes of the groups left to chance. Samples in which a
 * group cannot be fitted are left out and show in the count. Fewer than two samples: errors are not
 * a number.
 *
 * @param fitted samples behind the errors
 */
public record OaxacaBootstrap(OaxacaBlinder result, int fitted) {

  public static OaxacaBootstrap of(Group a, Group b, Layout layout, int draws, long seed) {
    OaxacaFit whole = OaxacaBlinder.fit(a, b, layout);
    SplittableRandom random = new SplittableRandom(seed);
    List<List<Double>> samples = new ArrayList<>();
    for (int i = 0; i < draws; i++) {
      List<Integer> fromA = new ArrayList<>();
      List<Integer> fromB = new ArrayList<>();
      int first = a.rows().length;
      int n = first + b.rows().length;
      for (int j = 0; j < n; j++) {
        int row = random.nextInt(n);
        (row < first ? fromA : fromB).add(row < first ? row : row - first);
      }
      sample(a.only(fromA), b.only(fromB), layout, samples);
    }
    Errors errors = new Errors(samples);
    return new OaxacaBootstrap(
        OaxacaBlinder.of(whole, layout, value -> errors.next()), samples.size());
  }

  private static void sample(Group a, Group b, Layout layout, List<List<Double>> samples) {
    try {
      List<Double> values = new ArrayList<>();
      OaxacaBlinder.of(
          OaxacaBlinder.fit(a, b, layout),
          layout,
          value -> {
            values.add(value);
            return 0;
          });
      samples.add(values);
    } catch (IllegalArgumentException e) {
      // A sample without enough variety says nothing; the count tells.
    }
  }

  /** Standard deviations of the figures, one after the other. */
  private static final class Errors {
    private final List<List<Double>> samples;
    private int position;

    Errors(List<List<Double>> samples) {
      this.samples = samples;
    }

    double next() {
      int figure = position++;
      List<Double> values = samples.stream().map(sample -> sample.get(figure)).toList();
      return values.size() < 2 ? Double.NaN : Math.sqrt(Means.variance(values));
    }
  }
}
