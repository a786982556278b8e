package org.evenhand.stats.skills;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What became of those the stall watch would have named in earlier weeks, by what was known then of
 * leading sources: how probable their decline is with everything known since, and how many weeks it
 * took until lagging sources (outcomes, goals) alone showed it at even odds. Parameters are
 * today's; a skill named in several weeks counts in each.
 *
 * @param named how many namings
 * @param precision mean probability in hindsight that the skill had fallen; empty when none is
 *     named
 * @param lead median weeks until lagging sources showed it, of those fallen in hindsight that they
 *     have shown; empty when they have shown none
 * @param unseen fallen in hindsight, not yet shown by lagging sources
 */
public record StallBackTest(
    int named, Optional<Double> precision, Optional<Double> lead, int unseen) {
  private static final double EVEN = 0.5;

  /**
   * A skill of a person.
   *
   * @param list whose list it stands in, such as the manager's
   */
  public record Watched(String list, Evidence.Subject subject, List<Evidence> evidence) {
    public Watched {
      evidence = List.copyOf(evidence);
    }
  }

  /**
   * When.
   *
   * @param weeks the watch is held in
   * @param now up to which everything is known
   */
  public record Calendar(List<Double> weeks, double now) {
    public Calendar {
      weeks = List.copyOf(weeks);
    }
  }

  /**
   * @param lagging sources the watch does without
   */
  public static StallBackTest of(
      List<Watched> skills, SkillParameters parameters, Set<String> lagging, Calendar calendar) {
    return new Run(skills, parameters, lagging, calendar).run();
  }

  private static final class Run {
    private final List<Watched> skills;
    private final SkillParameters parameters;
    private final Set<String> lagging;
    private final Calendar calendar;
    private final List<Double> leads = new ArrayList<>();
    private int named;
    private int unseen;
    private double hindsight;

    Run(List<Watched> skills, SkillParameters parameters, Set<String> lagging, Calendar calendar) {
      this.skills = skills;
      this.parameters = parameters;
      this.lagging = lagging;
      this.calendar = calendar;
    }

    StallBackTest run() {
      Map<String, List<Watched>> lists = new TreeMap<>();
      skills.forEach(one -> lists.computeIfAbsent(one.list(), key -> new ArrayList<>()).add(one));
      for (double week : calendar.weeks()) {
        lists.values().forEach(list -> watch(list, week));
      }
      List<Double> sorted = leads.stream().sorted().toList();
      int n = sorted.size();
      return new StallBackTest(
          named,
          named > 0 ? Optional.of(hindsight / named) : Optional.empty(),
          n > 0 ? Optional.of((sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2) : Optional.empty(),
          unseen);
    }

    private void watch(List<Watched> list, double week) {
      List<Double> probabilities =
          list.stream()
              .map(one -> decline(one, known(one, week, own -> !lagging.contains(own)), week))
              .toList();
      for (int position : StallWatch.named(probabilities, StallWatch.FALSE_DISCOVERIES)) {
        Watched one = list.get(position);
        List<Evidence> all =
            one.evidence().stream().filter(own -> own.reading().week() <= calendar.now()).toList();
        double later = decline(one, all, week);
        named++;
        hindsight += later;
        if (later >= EVEN) {
          lead(one, week);
        }
      }
    }

    private void lead(Watched one, double week) {
      int weeks = (int) Math.floor(calendar.now() - week);
      IntStream.rangeClosed(0, weeks)
          .filter(
              ahead ->
                  decline(one, known(one, week + ahead, lagging::contains), week + ahead) >= EVEN)
          .findFirst()
          .ifPresentOrElse(ahead -> leads.add((double) ahead), () -> unseen++);
    }

    private static List<Evidence> known(Watched one, double week, Predicate<String> sources) {
      return one.evidence().stream()
          .filter(own -> own.reading().week() <= week)
          .filter(own -> sources.test(own.origin().source()))
          .toList();
    }

    private double decline(Watched one, List<Evidence> evidence, double week) {
      return StallWatch.STANDARD.probability(
          SkillInference.of(evidence, parameters, one.subject(), week).view().curve().change());
    }
  }
}
