package org.evenhand.roi;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.evenhand.roi.Outcome.Family;
import org.evenhand.roi.RepTruth.What;
import org.evenhand.simulate.world.Company;
import org.evenhand.simulate.world.Person;
import org.evenhand.simulate.world.Stint;
import org.evenhand.simulate.world.Team;
import org.evenhand.stats.did.Pair;

/**
 * The sums the jobs would make of one small company, straight from the simulated world: without
 * files, identities and gaps, in a second instead of minutes. Cohorts, strata and exclusions are
 * the product's. Deals, edits and claimed hours are left out.
 */
final class WorldSums {
  private static final LocalDate RECORDS = LocalDate.of(2025, 4, 7);
  private static final LocalDate PAID_FROM = LocalDate.of(2025, 4, 1);
  private static final int FEWEST_DAYS = 10;

  private final Company company;
  private final RepTruth truth;
  private final PlantedTruth.Setting setting;
  private final RoiPolicy policy;
  private final Window window;

  WorldSums(Company company, double intensity, PlantedTruth.Setting setting, RoiPolicy policy) {
    this.company = company;
    this.truth = new RepTruth(company, intensity);
    this.setting = setting;
    this.policy = policy;
    this.window = window(company, setting.last());
  }

  private static Window window(Company company, int last) {
    TreeMap<Integer, Periods.Span> spans = new TreeMap<>();
    for (int period = RepTruth.firstFull(RECORDS); period <= last + 1; period++) {
      spans.put(
          period,
          new Periods.Span(RepTruth.begin(period), RepTruth.begin(period + 1).minusDays(1)));
    }
    return new Window(
        new Periods(spans),
        spans.firstKey(),
        last,
        IntStream.rangeClosed(last - 2, last).boxed().toList(),
        company.horizon().end().minusDays(1));
  }

  /** What an analysis estimates with. */
  Estimator estimator(int firstTeam, int lastTeam) {
    return new Estimator(policy, cohorts(firstTeam, lastTeam).anticipation(), window.quarter());
  }

  private Cohorts cohorts(int firstTeam, int lastTeam) {
    Map<String, Rollouts.Start> starts = new HashMap<>();
    for (Team team : company.teams().subList(firstTeam - 1, lastTeam)) {
      team.goLive().ifPresent(day -> starts.put(team.id(), new Rollouts.Start(day, "STAGED")));
    }
    return new Cohorts(window, new Rollouts(starts), policy);
  }

  /** Sums of the reps who began in these teams. */
  Panel panel(int firstTeam, int lastTeam) {
    Cohorts cohorts = cohorts(firstTeam, lastTeam);
    List<Seen> seen = new ArrayList<>();
    for (int team = firstTeam; team <= lastTeam; team++) {
      company
          .startersOf(team)
          .forEach(person -> seen(person, cohorts.first()).ifPresent(seen::add));
    }
    Map<Block, List<Map<Integer, Cell>>> blocks = new TreeMap<>(Comparator.comparing(Block::name));
    for (Member member : cohorts.of(seen)) {
      if (member.excluded().isEmpty()) {
        Person person = company.person((int) member.seen().rep());
        blocks
            .computeIfAbsent(
                new Block(member.team(), member.cohort(), member.stratum()),
                block -> new ArrayList<>())
            .add(cells(person, member.seen().periods().first()));
      }
    }
    Set<Integer> bases = new HashSet<>(cohorts.bases());
    List<BlockSum> sums = new ArrayList<>();
    blocks.forEach((block, reps) -> pairs(block, reps, bases, sums));
    return new Panel(sums);
  }

  private Optional<Seen> seen(Person person, int firstCohort) {
    List<Integer> at =
        IntStream.rangeClosed(window.first(), window.last())
            .filter(period -> RepTruth.workedDays(person, period) > 0)
            .boxed()
            .toList();
    if (at.isEmpty()) {
      return Optional.empty();
    }
    int first = at.get(0);
    Stint stint = stintIn(person, first);
    double output = 0;
    double days = 0;
    for (int period : at) {
      if (period < firstCohort) {
        output +=
            truth.cases(person, period, setting.horizon(person)).getOrDefault(What.SUCCESSES, 0.0);
        days += RepTruth.workedDays(person, period);
      }
    }
    long tenure =
        Math.round(ChronoUnit.DAYS.between(person.hired(), RepTruth.begin(first + 1)) * 5 / 7.0);
    return Optional.of(
        new Seen(
            person.number(),
            new Seen.First(
                Optional.of(company.team(stint.post().team()).id()),
                Optional.of(person.role().name()),
                Optional.of((int) tenure),
                Optional.of(company.territory(stint.post().territory()).tier())),
            new Seen.Span(first, at.get(at.size() - 1)),
            person.stints().stream().map(one -> one.post().team()).distinct().count() > 1,
            Optional.of(person.hired()),
            days > 0 ? Optional.of(output / days) : Optional.empty()));
  }

  private static Stint stintIn(Person person, int period) {
    return IntStream.range(0, 28)
        .mapToObj(i -> person.workingOn(RepTruth.begin(period).plusDays(i)))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseThrow();
  }

  /** A rep's outcomes in a period, by family that is known. */
  private record Cell(Set<Family> known, Map<Outcome, Double> values) {
    double value(Outcome outcome) {
      return values.getOrDefault(outcome, 0.0);
    }
  }

  private Map<Integer, Cell> cells(Person person, int first) {
    Map<Integer, Double> earned = truth.commission(person, window.first(), window.last());
    Map<Integer, Cell> cells = new TreeMap<>();
    for (int period = first; period <= window.last(); period++) {
      cells.put(period, cell(person, period, earned.getOrDefault(period, 0.0)));
    }
    return cells;
  }

  private Cell cell(Person person, int period, double earned) {
    Set<Family> known = new HashSet<>(Set.of(Family.EMPLOYED));
    Map<Outcome, Double> values = new EnumMap<>(Outcome.class);
    LocalDate end = RepTruth.begin(period + 1).minusDays(1);
    boolean employed = person.on(end).filter(at -> at.status() != Stint.Status.GONE).isPresent();
    values.put(Outcome.EMPLOYED, employed ? 1.0 : 0.0);
    if (RepTruth.workedDays(person, period) < FEWEST_DAYS) {
      return new Cell(known, values);
    }
    Map<What, Double> time = truth.time(person, period);
    if (!time.isEmpty()) {
      known.add(Family.ACTIVITY);
      values.put(Outcome.NON_SELLING_HOURS, at(time, What.NON_SELLING_HOURS));
      values.put(Outcome.SELLING_HOURS, at(time, What.SELLING_HOURS));
      values.put(Outcome.NON_SELLING_TASKS, at(time, What.NON_SELLING_TASKS));
    }
    if (!RepTruth.begin(period).isBefore(PAID_FROM)) {
      known.add(Family.COMMISSION);
      values.put(Outcome.COMMISSION, earned);
    }
    if (period <= setting.lastWatched(person)) {
      known.add(Family.CASES);
      Map<What, Double> cases = truth.cases(person, period, setting.horizon(person));
      values.put(Outcome.CASES, at(cases, What.CASES));
      values.put(Outcome.SUCCESSES, at(cases, What.SUCCESSES));
    }
    return new Cell(known, values);
  }

  private static double at(Map<What, Double> values, What what) {
    return values.getOrDefault(what, 0.0);
  }

  private static void pairs(
      Block block, List<Map<Integer, Cell>> reps, Set<Integer> bases, List<BlockSum> sums) {
    Set<Integer> periods = new HashSet<>();
    reps.forEach(rep -> periods.addAll(rep.keySet()));
    for (int time : periods) {
      for (int base : periods) {
        if (time == base || time - base == 1 || bases.contains(base)) {
          sums.add(sum(block, reps, new Pair(time, base)));
        }
      }
    }
  }

  private static BlockSum sum(Block block, List<Map<Integer, Cell>> reps, Pair pair) {
    Map<Family, Long> counts = new EnumMap<>(Family.class);
    Map<Outcome, Double> totals = new EnumMap<>(Outcome.class);
    for (Map<Integer, Cell> rep : reps) {
      if (rep.containsKey(pair.time()) && rep.containsKey(pair.base())) {
        Cell now = Objects.requireNonNull(rep.get(pair.time()));
        Cell before = Objects.requireNonNull(rep.get(pair.base()));
        for (Family family : Family.values()) {
          if (now.known().contains(family) && before.known().contains(family)) {
            counts.merge(family, 1L, Long::sum);
            for (Outcome outcome : family.outcomes()) {
              double from = pair.time() == pair.base() ? 0 : before.value(outcome);
              totals.merge(outcome, now.value(outcome) - from, Double::sum);
            }
          }
        }
      }
    }
    return new BlockSum(block, pair, counts, totals);
  }
}
