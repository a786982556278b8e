package org.evenhand.stats.skills;

import java.util.List;

/**
 * What past evidence of a skill leads to expect of a new item: the conditional of its surprise, its
 * rater's share in what the same rater said before included.
 */
final class Forecast {
  private final List<Witness> past;
  private final Kernel kernel;
  private final WitnessCovariance covariance;
  private final double[] solved;

  Forecast(List<Witness> past, Kernel kernel) {
    this.past = past;
    this.kernel = kernel;
    this.covariance = WitnessCovariance.of(past, kernel);
    this.solved = covariance.solve(past.stream().mapToDouble(Witness::surprise).toArray());
  }

  /** Mean and variance of the new item's surprise. */
  Moments of(Witness next) {
    double[] common =
        past.stream()
            .mapToDouble(
                one ->
                    one.loading() * next.loading() * kernel.covariance(one.time(), next.time())
                        + (one.party().shares(next.party()) ? one.party().variance() : 0))
            .toArray();
    double own =
        next.loading() * next.loading() * kernel.variance()
            + next.noise()
            + next.party().variance();
    return new Moments(
        Vectors.dot(common, solved), own - Vectors.dot(common, covariance.solve(common)));
  }
}
