package org.evenhand.stats.skills;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Seeded evidence of four sources, some with raters, some at equal times. */
final class RandomWitnesses {
  static final Kernel KERNEL = new Kernel(0.5, 0.35, 16);
  private static final double[] LOADING = {1, 0.8, 0.9, 1.1};
  private static final double[] NOISE = {0.16, 0.36, 0.81, 1.44};

  private RandomWitnesses() {}

  static List<Witness> of(Random random, int n) {
    List<Witness> all = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      boolean tied = i > 0 && random.nextInt(5) == 0;
      double time = tied ? all.get(i - 1).time() : 60 * random.nextDouble();
      int source = random.nextInt(LOADING.length);
      double noise = NOISE[source] / (0.3 + random.nextDouble());
      all.add(
          new Witness(
              time, random.nextGaussian(), LOADING[source], noise, source, party(random, source)));
    }
    return all;
  }

  private static Witness.Party party(Random random, int source) {
    int rater = random.nextInt(4);
    return source < 2 && rater > 0
        ? new Witness.Party(10 * source + rater, 0.1 * (1 + rater + source))
        : Witness.Party.NONE;
  }
}
