package org.evenhand.roi;

import java.util.List;
import java.util.Optional;
import org.evenhand.stats.did.Aggregates.Part;
import org.evenhand.stats.did.Effect;
import org.evenhand.stats.did.Wald;

/**
 * Whether teams moved apart before the start: a Wald test of all effects before it; with more of
 * them than teams allow, of the averages nearest before it. Not a gate alone: what could have been
 * found is printed beside it.
 *
 * @param p empty when it cannot be tested
 * @param text what was tested, or why nothing
 * @param detectable smallest effect before the start that would be found four times in five
 */
record PreTrend(Optional<Double> p, String text, Optional<Double> detectable) {
  private static final double POWER = 2.8;
  private static final int MOST = 4;

  static PreTrend of(Estimate.Found found, int anticipation) {
    List<Effect> cells =
        found
            .since()
            .cells()
            .judged(cell -> cell.time() < cell.group() - anticipation && !cell.reference());
    List<Effect> averages =
        nearest(found, anticipation).stream().map(Part::effect).filter(Effect::varies).toList();
    Optional<Double> detectable =
        averages.stream().map(e -> POWER * e.standardError()).max(Double::compare);
    if (Wald.of(cells) instanceof Wald.Tested all) {
      return new PreTrend(
          Optional.of(all.p()),
          "All %d effects before the start together.".formatted(all.df()),
          detectable);
    }
    Wald tested = Wald.of(averages);
    if (tested instanceof Wald.Tested some) {
      return new PreTrend(
          Optional.of(some.p()),
          "The %d averages nearest before the start together.".formatted(some.df()),
          detectable);
    }
    String reason = ((Wald.Skipped) tested).reason();
    return new PreTrend(Optional.empty(), reason + ".", detectable);
  }

  /** Averages by time before the reference period, nearest last, no more than teams can bear. */
  static List<Part> nearest(Estimate.Found found, int anticipation) {
    int teams = found.comparison().support().teams().size();
    List<Part> before =
        found.since().aggregates().dynamic().by().stream()
            .filter(part -> part.at() < -1 - anticipation)
            .toList();
    int kept = Math.min(before.size(), Math.min(MOST, Math.max(0, (teams - 1) / 2)));
    return before.subList(before.size() - kept, before.size());
  }
}
