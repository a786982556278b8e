package org.evenhand.roi;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.evenhand.stats.Fieller;
import org.evenhand.stats.did.Aggregates.Part;
import org.evenhand.stats.did.Effect;

/**
 * The chain of six links in one scope. All links are estimated from the same teams, so their joint
 * covariance comes with them. What passes on is the ratio of neighbouring effects with a Fieller
 * interval; the weakest link is the first that does not hold: the first link when its own interval
 * holds 0 or lies on the wrong side, else the first whose pass-through interval holds 0 or cannot
 * be made. Nothing is known of a link too few reps stand behind.
 */
final class Harmony {
  private final Findings findings;
  private final RoiPolicy policy;

  Harmony(Findings findings, RoiPolicy policy) {
    this.findings = findings;
    this.policy = policy;
  }

  /** What moved first. */
  enum Precedence {
    REP_FIRST,
    OTHERS_WON_FIRST,
    NOBODY_YET
  }

  /** How a link moved. */
  enum State {
    IMPROVED,
    FLAT,
    WORSE,
    UNKNOWN
  }

  /**
   * @param judged empty when unknown
   * @param interval of the effect; empty when unknown
   * @param pass from the link before
   */
  record Found(
      Link link,
      State state,
      Optional<Judged> judged,
      Optional<Judged.Interval> interval,
      Optional<Fieller> pass,
      Optional<Integer> onset) {}

  List<Found> links() {
    List<Found> links = new ArrayList<>();
    for (Link link : Link.values()) {
      Optional<Judged> judged = judged(link);
      Optional<Judged.Interval> interval =
          judged.flatMap(known -> known.interval(known.effect(), policy.confidence()));
      links.add(
          new Found(
              link,
              state(link, interval),
              judged,
              interval,
              pass(link),
              judged.flatMap(this::onset)));
    }
    return links;
  }

  /** The first link that does not hold; empty when all do. */
  static Optional<Link> weakest(List<Found> links) {
    for (Found found : links) {
      boolean holds =
          found.link() == Link.FRICTION
              ? found.state() == State.IMPROVED
              : found.pass().filter(Harmony::positive).isPresent();
      if (!holds) {
        return Optional.of(found.link());
      }
    }
    return Optional.empty();
  }

  private static boolean positive(Fieller pass) {
    return pass instanceof Fieller.Interval interval && interval.low() > 0;
  }

  /** Reps first unless managers or the company moved earlier, or alone. */
  static Precedence precedence(List<Found> links) {
    Map<Boolean, Integer> first = new java.util.TreeMap<>();
    for (Found found : links) {
      found.onset().ifPresent(at -> first.merge(found.link().rep(), at, Math::min));
    }
    Integer rep = first.get(true);
    Integer others = first.get(false);
    if (rep == null && others == null) {
      return Precedence.NOBODY_YET;
    }
    boolean repFirst = rep != null && (others == null || rep <= others);
    return repFirst ? Precedence.REP_FIRST : Precedence.OTHERS_WON_FIRST;
  }

  /** Covariance of a link with all six; empty when one is unknown. */
  List<Double> covariances(Link link) {
    Map<Link, Effect> effects = new EnumMap<>(Link.class);
    for (Link one : Link.values()) {
      judged(one).ifPresent(judged -> effects.put(one, judged.effect()));
    }
    boolean joint =
        effects.values().stream().map(Effect::clusters).distinct().count() == 1
            && effects.values().stream().allMatch(effect -> effect.clusters() > 1);
    if (effects.size() < Link.values().length || !joint) {
      return List.of();
    }
    Effect own = Objects.requireNonNull(effects.get(link));
    return effects.values().stream().map(own::covariance).toList();
  }

  private Optional<Judged> judged(Link link) {
    return findings.found(link.measure()).filter(judged -> !judged.small(policy.minimumReps()));
  }

  private State state(Link link, Optional<Judged.Interval> interval) {
    if (interval.isEmpty()) {
      return State.UNKNOWN;
    }
    Judged.Interval good = interval.get().times(policy.goodIsUp(link.measure()) ? 1 : -1);
    if (good.low() > 0) {
      return State.IMPROVED;
    }
    if (good.high() < 0) {
      return State.WORSE;
    }
    double matters = policy.smallestWorthwhile(link.measure());
    return good.low() > -matters && good.high() < matters ? State.FLAT : State.UNKNOWN;
  }

  private Optional<Fieller> pass(Link link) {
    Optional<Judged> own = judged(link);
    Optional<Judged> before = link.before().flatMap(this::judged);
    if (own.isEmpty() || before.isEmpty() || own.get().synthetic()) {
      return Optional.empty();
    }
    Effect above = own.get().effect();
    Effect below = before.get().effect();
    if (!above.varies() || !below.varies()) {
      return Optional.empty();
    }
    double freedom = Math.min(own.get().teams(), before.get().teams()) - 1.0;
    return Optional.of(
        Fieller.of(
            new Fieller.Pair(
                above.value(),
                below.value(),
                above.covariance(above),
                below.covariance(below),
                above.covariance(below)),
            freedom,
            policy.confidence()));
  }

  /** First period since the start whose interval lies on the good side of 0. */
  private Optional<Integer> onset(Judged judged) {
    double sign = policy.goodIsUp(judged.found().measure().key()) ? 1 : -1;
    if (judged.synthetic()) {
      return Optional.empty();
    }
    return judged.found().since().aggregates().dynamic().by().stream()
        .filter(part -> part.at() >= 0 && good(judged, part, sign))
        .map(Part::at)
        .findFirst();
  }

  private boolean good(Judged judged, Part part, double sign) {
    return judged
        .interval(part.effect(), policy.confidence())
        .filter(interval -> interval.times(sign).low() > 0)
        .isPresent();
  }
}
