package org.evenhand.simulate.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.evenhand.simulate.world.Stint.Post;

/**
 * The whole simulated company: small enough for memory at any size, because everything that happens
 * is generated from it week by week.
 */
public final class Company {
  private final long seed;
  private final long luck;
  private final Horizon horizon;
  private final List<Team> teams;
  private final List<Person> people;
  private final List<Territory> territories;
  private final Map<Integer, List<Person>> byTeam;

  private Company(
      long seed,
      long luck,
      Horizon horizon,
      List<Team> teams,
      List<Person> people,
      List<Territory> territories) {
    this.seed = seed;
    this.luck = luck;
    this.horizon = horizon;
    this.teams = List.copyOf(teams);
    this.people = List.copyOf(people);
    this.territories = List.copyOf(territories);
    this.byTeam = people.stream().collect(Collectors.groupingBy(Company::firstTeam));
  }

  /** Draws a company of {@code reps} people. */
  public static Company found(long seed, Horizon horizon, int reps) {
    return found(seed, horizon, reps, Scenario.ORDINARY);
  }

  /** Draws {@code reps} people in the teams of a scenario. */
  public static Company found(long seed, Horizon horizon, int reps, Scenario scenario) {
    List<Team> teams = Teams.of(seed, reps, scenario);
    List<Territory> territories = new ArrayList<>();
    for (Team team : teams) {
      for (int slot = 1; slot <= Territory.PER_TEAM; slot++) {
        territories.add(Territory.draw(seed, team.number() * 10 + slot, team.region()));
      }
    }
    Careers careers = new Careers(horizon);
    List<Person> people = new ArrayList<>();
    for (int number = 1; number <= reps; number++) {
      people.add(hire(seed, number, teams.get(Teams.teamOf(number, reps, scenario) - 1), careers));
    }
    return new Company(seed, seed, horizon, teams, people, territories);
  }

  /** The same people on the same dates, had the rollouts done nothing; every draw is the same. */
  public Company withoutEffects() {
    List<Team> idle = teams.stream().map(Team::idle).toList();
    return new Company(seed, luck, horizon, idle, people, territories);
  }

  /** The same people, teams and effects with other luck in all that happens. */
  public Company withLuck(long other) {
    return new Company(seed, other, horizon, teams, people, territories);
  }

  private static Person hire(long seed, int number, Team team, Careers careers) {
    Dice dice = Dice.of(seed, "person", number);
    Demography demography = Demography.draw(dice);
    int territory = team.number() * 10 + 1 + number % Territory.PER_TEAM;
    Post post = new Post(team.number(), territory, profile(team.role(), dice), 1);
    return new Person(
        number,
        Names.of(seed, number == Cast.NAMESAKE ? Cast.AMBIGUOUS : number),
        team.role(),
        Nature.draw(dice, demography),
        demography,
        careers.of(number, post, dice));
  }

  private static String profile(Role role, Dice dice) {
    return role.family() + (dice.chance(0.3) ? " II" : " I");
  }

  public long seed() {
    return seed;
  }

  public Horizon horizon() {
    return horizon;
  }

  /** By number, the first at index 0. */
  public List<Team> teams() {
    return teams;
  }

  /** Reps by number, the first at index 0. */
  public List<Person> people() {
    return people;
  }

  public List<Territory> territories() {
    return territories;
  }

  public Team team(int number) {
    return teams.get(number - 1);
  }

  public Territory territory(int number) {
    return territories.get((number / 10 - 1) * Territory.PER_TEAM + number % 10 - 1);
  }

  public Person person(int number) {
    return people.get(number - 1);
  }

  /** Those who started in the team. */
  public List<Person> startersOf(int team) {
    return byTeam.getOrDefault(team, List.of());
  }

  /** A colleague who started in the same team, the rep itself when there is none. */
  public Person colleague(Person person, Dice dice) {
    List<Person> mates = startersOf(firstTeam(person));
    Person drawn = dice.pick(mates);
    return drawn.number() != person.number()
        ? drawn
        : mates.get((mates.indexOf(drawn) + 1) % mates.size());
  }

  private static int firstTeam(Person person) {
    return person.stints().get(0).post().team();
  }

  /** Where the rep works on that day; where the rep began before the first hire. */
  public Region regionOf(Person person, LocalDate day) {
    return team(person.on(day).orElse(person.stints().get(0)).post().team()).region();
  }

  /** Stream for one thing of one rep. */
  public Dice dice(String name, long... keys) {
    return Dice.of(luck, name, keys);
  }

  /** The manager of a team on a day. */
  public Manager managerOf(int team, LocalDate day) {
    return Manager.of(team, day);
  }
}
