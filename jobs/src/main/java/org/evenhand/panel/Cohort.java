package org.evenhand.panel;

import java.time.LocalDate;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.evenhand.stats.AalenJohansen;
import org.evenhand.stats.Figure;
import org.evenhand.stats.Jackknife;
import org.evenhand.stats.Quantiles;
import org.evenhand.stats.Spell;

/** Cases begun in a window, each watched until a day, with the cluster it belongs to. */
record Cohort(List<Watched> cases) {
  /** Beyond so many clusters their jackknife costs more than it adds. */
  private static final int MOST_CLUSTERS = 200;

  Cohort {
    cases = List.copyOf(cases);
  }

  /** One case with the team its rep belongs to and the rep. */
  record Watched(String team, long rep, Spell spell) {}

  static Watched watched(Case one, LocalDate until) {
    return new Watched(
        one.holder().team().orElse("none"),
        one.holder().rep().orElse(-1L),
        one.watchedUntil(until));
  }

  List<Spell> spells() {
    return cases.stream().map(Watched::spell).toList();
  }

  AalenJohansen curve() {
    return AalenJohansen.of(spells());
  }

  long reps() {
    return cases.stream().map(Watched::rep).filter(rep -> rep >= 0).distinct().count();
  }

  long ended(int cause) {
    return cases.stream().filter(one -> one.spell().cause() == cause).count();
  }

  /**
   * Incidence of the later cohort minus that of the earlier. With several teams the error is their
   * jackknife; within one team the cohorts count as independent.
   */
  static Figure change(Cohort before, Cohort now, double horizon, double confidence) {
    Figure earlier = before.curve().figure(horizon, confidence);
    Figure later = now.curve().figure(horizon, confidence);
    if (!(earlier instanceof Figure.Known) || !(later instanceof Figure.Known)) {
      return new Figure.Undefined(
          later.why().orElseGet(() -> "Before: " + earlier.why().orElse("not known")));
    }
    List<Side> both =
        Stream.concat(
                before.cases().stream().map(one -> new Side(one, false)),
                now.cases().stream().map(one -> new Side(one, true)))
            .toList();
    long teams = both.stream().map(side -> side.one().team()).distinct().count();
    if (teams > 1 && teams <= MOST_CLUSTERS) {
      ToDoubleFunction<List<Side>> difference =
          sides -> incidence(sides, true, horizon) - incidence(sides, false, horizon);
      return Jackknife.of(both, side -> side.one().team(), difference, confidence);
    }
    double a = before.curve().standardError(horizon);
    double b = now.curve().standardError(horizon);
    double change = now.curve().incidence(horizon) - before.curve().incidence(horizon);
    double margin = Quantiles.normal(confidence) * Math.sqrt(a * a + b * b);
    return new Figure.Known(change, change - margin, change + margin, both.size());
  }

  private record Side(Watched one, boolean after) {}

  private static double incidence(List<Side> sides, boolean after, double horizon) {
    return AalenJohansen.of(
            sides.stream().filter(s -> s.after() == after).map(s -> s.one().spell()).toList())
        .incidence(horizon);
  }
}
