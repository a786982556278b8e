package org.evenhand.roi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenhand.roi.RepTruth.What;
import org.evenhand.simulate.world.Company;
import org.evenhand.simulate.world.Person;
import org.evenhand.simulate.world.Team;

/**
 * What the rollouts of one small company truly did to its treated reps, averaged as the headline
 * averages: a rep's change in a period, reps of a cohort alike, its periods from the start on
 * alike, cohorts by their reps. A rep's change is the difference between two simulations of the
 * same people with the same draws, one with the planted effects and one without. Hours and tasks
 * are taken from that one pair; cases and commission are averaged over further draws of luck, so
 * that they tell what was planted and not what came of it by chance.
 */
final class PlantedTruth {
  private static final int FEWEST_DAYS = 10;

  /**
   * @param horizons days a case may take, by role
   * @param known day of what is known: later cases are still open
   * @param last last period that has ended
   * @param anticipation periods before the start that are left out
   * @param lucks draws of luck averaged over
   */
  record Setting(
      Map<String, Integer> horizons, LocalDate known, int last, int anticipation, int lucks) {

    int lastWatched(Person person) {
      LocalDate watched = known.minusDays(horizon(person));
      return Math.min(last, RepTruth.period(watched.plusDays(1)) - 1);
    }

    int horizon(Person person) {
      return horizons.getOrDefault(person.role().name(), 60);
    }
  }

  private final Setting setting;
  private final List<Twin> twins = new ArrayList<>();
  private final Company company;

  /** The same draws with and without effects. */
  private record Twin(RepTruth with, RepTruth without) {}

  PlantedTruth(Company company, double intensity, Setting setting) {
    this.company = company;
    this.setting = setting;
    for (int luck = 0; luck <= setting.lucks(); luck++) {
      Company one = luck == 0 ? company : company.withLuck(company.seed() * 1_000 + luck);
      twins.add(
          new Twin(new RepTruth(one, intensity), new RepTruth(one.withoutEffects(), intensity)));
    }
  }

  /** Sums of changes, and of cases, in one cell of cohort and period. */
  private static final class Cell {
    private final Map<What, Double> sums = new EnumMap<>(What.class);
    private int time;
    private int cases;

    private void add(What what, double value) {
      sums.merge(what, value, Double::sum);
    }
  }

  /** Effects of a company's teams by measure of the product, from first to last number. */
  Map<String, Double> of(int firstTeam, int lastTeam) {
    Map<Integer, Map<Integer, Cell>> cohorts = new TreeMap<>();
    Map<Integer, Integer> sizes = new HashMap<>();
    for (Person person : company.people()) {
      int number = person.stints().get(0).post().team();
      Optional<LocalDate> start = company.team(number).goLive();
      if (number >= firstTeam && number <= lastTeam && start.isPresent()) {
        int cohort = RepTruth.firstFull(start.get());
        if (known(person, cohort - 1 - setting.anticipation())) {
          sizes.merge(cohort, 1, Integer::sum);
          add(person, cohort, cohorts.computeIfAbsent(cohort, c -> new TreeMap<>()));
        }
      }
    }
    return headline(cohorts, sizes);
  }

  private static boolean known(Person person, int period) {
    return RepTruth.workedDays(person, period) >= FEWEST_DAYS;
  }

  private void add(Person person, int cohort, Map<Integer, Cell> cells) {
    Map<Integer, Double> earned = commission(person, cohort);
    for (int period = cohort; period <= setting.last(); period++) {
      if (known(person, period)) {
        Cell cell = cells.computeIfAbsent(period, p -> new Cell());
        cell.time++;
        time(person, period, cell);
        cell.add(What.COMMISSION, earned.getOrDefault(period, 0.0));
        if (period <= setting.lastWatched(person)) {
          cell.cases++;
          cases(person, period, cell);
        }
      }
    }
  }

  private void time(Person person, int period, Cell cell) {
    Twin twin = twins.get(0);
    Map<What, Double> without = twin.without().time(person, period);
    twin.with()
        .time(person, period)
        .forEach((what, value) -> cell.add(what, value - without.getOrDefault(what, 0.0)));
  }

  /** Changes of successes, and cases as they are: effects do not reach how many there are. */
  private void cases(Person person, int period, Cell cell) {
    for (Twin twin : lucky()) {
      Map<What, Double> with = twin.with().cases(person, period, setting.horizon(person));
      Map<What, Double> without = twin.without().cases(person, period, setting.horizon(person));
      double change =
          with.getOrDefault(What.SUCCESSES, 0.0) - without.getOrDefault(What.SUCCESSES, 0.0);
      cell.add(What.SUCCESSES, change / lucky().size());
      cell.add(What.CASES, with.getOrDefault(What.CASES, 0.0) / lucky().size());
    }
  }

  private Map<Integer, Double> commission(Person person, int cohort) {
    Map<Integer, Double> change = new TreeMap<>();
    double each = 1.0 / lucky().size();
    for (Twin twin : lucky()) {
      twin.with()
          .commission(person, cohort, setting.last())
          .forEach((period, value) -> change.merge(period, value * each, Double::sum));
      twin.without()
          .commission(person, cohort, setting.last())
          .forEach((period, value) -> change.merge(period, -value * each, Double::sum));
    }
    return change;
  }

  private List<Twin> lucky() {
    return setting.lucks() == 0 ? twins : twins.subList(1, twins.size());
  }

  private static Map<String, Double> headline(
      Map<Integer, Map<Integer, Cell>> cohorts, Map<Integer, Integer> sizes) {
    Map<What, Double> means = new EnumMap<>(What.class);
    for (What what : What.values()) {
      means.put(what, mean(cohorts, sizes, what));
    }
    Map<String, Double> effects = new TreeMap<>();
    effects.put("time_saved", -means.getOrDefault(What.NON_SELLING_HOURS, 0.0));
    effects.put("selling_hours", means.getOrDefault(What.SELLING_HOURS, 0.0));
    effects.put("non_selling", means.getOrDefault(What.NON_SELLING_TASKS, 0.0));
    effects.put("commission", means.getOrDefault(What.COMMISSION, 0.0));
    effects.put(
        "conversion",
        means.getOrDefault(What.SUCCESSES, 0.0) / means.getOrDefault(What.CASES, 1.0));
    return effects;
  }

  private static double mean(
      Map<Integer, Map<Integer, Cell>> cohorts, Map<Integer, Integer> sizes, What what) {
    double sum = 0;
    double weight = 0;
    for (Map.Entry<Integer, Map<Integer, Cell>> cohort : cohorts.entrySet()) {
      double[] cells =
          cohort.getValue().values().stream()
              .filter(cell -> reps(cell, what) > 0)
              .mapToDouble(cell -> cell.sums.getOrDefault(what, 0.0) / reps(cell, what))
              .toArray();
      if (cells.length > 0) {
        double size = sizes.getOrDefault(cohort.getKey(), 0);
        sum += size * java.util.Arrays.stream(cells).average().orElseThrow();
        weight += size;
      }
    }
    return sum / weight;
  }

  private static int reps(Cell cell, What what) {
    return what == What.CASES || what == What.SUCCESSES ? cell.cases : cell.time;
  }

  /** Ids of a company's teams. */
  static List<String> ids(Company company, int firstTeam, int lastTeam) {
    return company.teams().subList(firstTeam - 1, lastTeam).stream().map(Team::id).toList();
  }
}
