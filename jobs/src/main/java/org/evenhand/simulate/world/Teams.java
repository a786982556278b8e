package org.evenhand.simulate.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The ten team patterns, repeated with variation when the company is larger. */
final class Teams {
  private static final int[] SIZES = {7, 7, 6, 7, 6, 6, 7, 5, 4, 5};
  private static final int SMALL_TEAM = 9;
  private static final Optional<LocalDate> NEVER = Optional.empty();
  private static final List<Team> PATTERNS =
      List.of(
          new Team(1, Role.AE, Region.NORTHEAST, day(2025, 10, 6), new Effect(2.6, 0.30, 0.03)),
          new Team(2, Role.AE, Region.DACH, day(2026, 1, 12), new Effect(2.2, 0.25, 0.02)),
          new Team(3, Role.AE, Region.UK, day(2026, 1, 12), new Effect(1.4, -0.30, 0)),
          new Team(4, Role.AE, Region.WEST, NEVER, Effect.NONE),
          new Team(5, Role.SDR, Region.NORTHEAST, day(2026, 1, 12), new Effect(3.0, 0.20, 0)),
          new Team(6, Role.SDR, Region.DACH, NEVER, Effect.NONE),
          new Team(7, Role.CSM, Region.UK, day(2026, 4, 13), new Effect(2.0, 0.25, 0)),
          new Team(8, Role.CSM, Region.WEST, day(2026, 4, 13), Effect.NONE),
          new Team(9, Role.SUPPORT, Region.JAPAN, NEVER, Effect.NONE),
          new Team(10, Role.SUPPORT, Region.CANADA, day(2025, 10, 6), new Effect(2.4, 0.20, 0)));

  private Teams() {}

  static List<Team> of(long seed, int reps, Scenario scenario) {
    List<Team> teams = new ArrayList<>();
    for (int number = 1; number <= count(reps, scenario); number++) {
      Team team = number <= PATTERNS.size() ? PATTERNS.get(number - 1) : variant(seed, number);
      teams.add(scenario.isIdle(number) ? team.idle() : team);
    }
    return teams;
  }

  /** The team a rep starts in. */
  static int teamOf(int rep, int reps, Scenario scenario) {
    if (reps <= Scenario.SMALL_REPS) {
      return inSmallCompany(rep);
    }
    if (scenario.grouping() == Scenario.Grouping.SMALL_COMPANIES) {
      int company = (rep - 1) / Scenario.SMALL_REPS;
      return company * Scenario.SMALL_TEAMS + inSmallCompany(rep - company * Scenario.SMALL_REPS);
    }
    int teams = count(reps, scenario);
    int team = 1 + (rep - 1) % teams;
    return team == SMALL_TEAM && rep > 4 * teams ? SMALL_TEAM + 1 : team;
  }

  private static int inSmallCompany(int rep) {
    int left = rep;
    int team = 0;
    while (left > SIZES[team]) {
      left -= SIZES[team];
      team++;
    }
    return team + 1;
  }

  private static int count(int reps, Scenario scenario) {
    return switch (scenario.grouping()) {
      case ONE_COMPANY -> Math.max(PATTERNS.size(), reps / 20);
      case SMALL_COMPANIES -> smallTeams(reps);
    };
  }

  private static int smallTeams(int reps) {
    return (reps + Scenario.SMALL_REPS - 1) / Scenario.SMALL_REPS * Scenario.SMALL_TEAMS;
  }

  private static Team variant(long seed, int number) {
    Team pattern = PATTERNS.get((number - 1) % PATTERNS.size());
    Dice dice = Dice.of(seed, "team", number);
    double strength = dice.between(0.7, 1.3);
    Effect effect = pattern.effect();
    return new Team(
        number,
        pattern.role(),
        pattern.region(),
        pattern.goLive().map(day -> day.plusWeeks(dice.below(12))),
        new Effect(
            effect.hoursSaved() * strength, effect.conversion() * strength, effect.dealSize()));
  }

  private static Optional<LocalDate> day(int year, int month, int dayOfMonth) {
    return Optional.of(LocalDate.of(year, month, dayOfMonth));
  }
}
