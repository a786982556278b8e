package org.evenhand.stats.skills;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whose skill has fallen over twelve weeks: the largest set of a list whose mean probability of not
 * having fallen stays at most q (Bayesian false discovery rate, M&uuml;ller and others 2004). A
 * list without anyone named says so beside the smallest decline it could have shown.
 *
 * @param decline that matters, in units of the skill: fallen means by more
 */
public record StallWatch(double decline) {
  /** By declines of more than 0.2. */
  public static final StallWatch STANDARD = new StallWatch(0.2);

  /** Share of those named who may be named wrongly. */
  public static final double FALSE_DISCOVERIES = 0.10;

  private static final double SURE = 1.64;

  /** P(the change is a decline that matters). */
  public double probability(Moments change) {
    return change.probabilityBelow(-decline);
  }

  /**
   * P(the change stays below what is planned): a plateau, to be asked of skills below their target.
   *
   * @param planned growth over the same weeks
   */
  public static double plateau(Moments change, double planned) {
    return change.probabilityBelow(planned);
  }

  /**
   * A decline that would be seen: (1.64 sd + &delta;)/r with r = 1 &minus; sd&sup2;/prior variance,
   * the part of a true change that its estimate shows; empty when it shows nothing. With much
   * evidence this is 1.64 sd + &delta;.
   *
   * @param prior variance of the change nothing is heard of
   */
  public Optional<Double> smallestVisible(Moments change, double prior) {
    double shown = prior > 0 ? 1 - change.variance() / prior : 0;
    return shown > 0
        ? Optional.of((SURE * change.deviation() + decline) / shown)
        : Optional.empty();
  }

  /**
   * Positions of those named, most probable first; ties in the order given.
   *
   * @param probabilities of decline, one each
   */
  public static List<Integer> named(List<Double> probabilities, double falseDiscoveries) {
    List<Integer> order =
        IntStream.range(0, probabilities.size())
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -probabilities.get(i)))
            .toList();
    double wrong = 0;
    int last = 0;
    for (int i = 0; i < order.size(); i++) {
      wrong += 1 - probabilities.get(order.get(i));
      last = wrong / (i + 1) <= falseDiscoveries ? i + 1 : last;
    }
    return order.subList(0, last);
  }
}
