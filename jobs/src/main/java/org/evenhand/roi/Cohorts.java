package org.evenhand.roi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Puts reps into rollout cohorts and strata. Intention to treat: the first team counts, whatever
 * comes later. When some rollout begins inside a period, that period is neither before nor after:
 * effects may already show in it, which counts as one period of anticipation.
 */
final class Cohorts {
  private final Window window;
  private final Rollouts rollouts;
  private final RoiPolicy policy;

  Cohorts(Window window, Rollouts rollouts, RoiPolicy policy) {
    this.window = window;
    this.rollouts = rollouts;
    this.policy = policy;
  }

  /** Periods before the first full one in which an effect may already show. */
  int anticipation() {
    boolean cut = rollouts.byTeam().values().stream().anyMatch(s -> window.periods().cuts(s.day()));
    return Math.max(cut ? 1 : 0, policy.policy().path("anticipation").asInt());
  }

  /** The last period before each cohort's effects may show: what changes are measured from. */
  List<Integer> bases() {
    return rollouts.byTeam().values().stream()
        .map(start -> window.periods().firstFull(start.day()) - 1 - anticipation())
        .distinct()
        .sorted()
        .toList();
  }

  /** The earliest cohort of all; beyond the last period when there is none. */
  int first() {
    return rollouts.byTeam().values().stream()
        .mapToInt(start -> window.periods().firstFull(start.day()))
        .min()
        .orElse(window.last() + 1);
  }

  List<Member> of(List<Seen> reps) {
    int begin = reps.stream().mapToInt(rep -> rep.periods().first()).min().orElse(0);
    Map<Long, String> terciles = terciles(reps);
    return reps.stream()
        .sorted(Comparator.comparingLong(Seen::rep))
        .map(rep -> member(rep, begin, terciles.getOrDefault(rep.rep(), "UNKNOWN")))
        .toList();
  }

  private Member member(Seen rep, int begin, String tercile) {
    String team = rep.first().team().orElse("unknown");
    Optional<Rollouts.Start> start = rollouts.of(team);
    int cohort = start.map(s -> window.periods().firstFull(s.day())).orElse(0);
    Member.Stratum stratum =
        new Member.Stratum(
            rep.first().role().orElse("unknown"),
            band(rep.first().tenureDays()),
            rep.first().tier().orElse("unknown"),
            tercile);
    Member member = new Member(rep, team, cohort, start, stratum, Optional.empty());
    return new Member(rep, team, cohort, start, stratum, exclusion(member, begin));
  }

  private Optional<Member.Exclusion> exclusion(Member member, int begin) {
    if (member.seen().first().team().isEmpty()) {
      return Optional.of(Member.Exclusion.NO_TEAM);
    }
    int base = member.cohort() - 1 - anticipation();
    if (member.cohort() == 0 || member.seen().periods().first() <= base) {
      return Optional.empty();
    }
    if (base < begin) {
      return Optional.of(Member.Exclusion.ROLLOUT_BEFORE_RECORDS);
    }
    return Optional.of(
        member.hiredAfterStart() || member.seen().hired().isEmpty()
            ? Member.Exclusion.HIRED_AFTER_ROLLOUT
            : Member.Exclusion.NO_PERIOD_BEFORE);
  }

  private String band(Optional<Integer> days) {
    return days.map(
            worked ->
                worked >= policy.tenureDays("SETTLED")
                    ? "SETTLED"
                    : worked >= policy.tenureDays("GROWING") ? "GROWING" : "NEW")
        .orElse("UNKNOWN");
  }

  /** Thirds of each role by output before anyone's rollout; equal outputs share a third. */
  private static Map<Long, String> terciles(List<Seen> reps) {
    Map<String, List<Seen>> byRole = new TreeMap<>();
    for (Seen rep : reps) {
      if (rep.before().isPresent() && rep.first().role().isPresent()) {
        byRole.computeIfAbsent(rep.first().role().get(), r -> new ArrayList<>()).add(rep);
      }
    }
    Map<Long, String> terciles = new TreeMap<>();
    byRole.values().stream()
        .filter(peers -> peers.size() >= 3)
        .forEach(peers -> peers.forEach(rep -> terciles.put(rep.rep(), third(rep, peers))));
    return terciles;
  }

  private static String third(Seen rep, List<Seen> peers) {
    double own = rep.before().orElseThrow();
    double below =
        peers.stream().mapToDouble(p -> p.before().orElseThrow()).filter(v -> v < own).count();
    double equal =
        peers.stream().mapToDouble(p -> p.before().orElseThrow()).filter(v -> v == own).count();
    double position = (below + equal / 2) / peers.size();
    return position < 1 / 3.0 ? "LOW" : position < 2 / 3.0 ? "MIDDLE" : "HIGH";
  }
}
