package org.evenhand.simulate.world;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * True skill curves: a level per rep and skill that follows talent, plus a slow monthly walk, plus
 * planted stalls.
 */
public final class Skills {
  /** Every how many reps one stalls. */
  public static final int STALL_EVERY = 13;

  /** Levels lost in the twelve weeks of a stall. */
  public static final double STALL_DEPTH = 0.9;

  private static final double STEP = 0.09;
  private final Company company;

  public Skills(Company company) {
    this.company = company;
  }

  /** Whose reps have the skills. */
  public Company company() {
    return company;
  }

  /** Standardised level on a day: mean 0, standard deviation about 1 over reps. */
  public double level(Person person, Skill skill, LocalDate day) {
    double level =
        0.6 * person.nature().talent()
            + 0.8 * company.dice("skill " + skill, person.number()).normal();
    long months = ChronoUnit.MONTHS.between(company.horizon().start(), day);
    for (long month = 0; month <= months; month++) {
      level += STEP * company.dice("growth " + skill, person.number(), month).normal();
    }
    return level + stall(person, skill, day);
  }

  /** Whether this rep's discovery skill declines, from {@link #stallFrom}. */
  public boolean stalls(Person person) {
    return person.number() % STALL_EVERY == 6;
  }

  /** First day of the planted decline: fourteen weeks before the horizon's end. */
  public LocalDate stallFrom() {
    return company.horizon().end().minusWeeks(14);
  }

  private double stall(Person person, Skill skill, LocalDate day) {
    if (!stalls(person) || skill != Skill.DISCOVERY) {
      return 0;
    }
    double weeks = ChronoUnit.DAYS.between(stallFrom(), day) / 7.0;
    return -STALL_DEPTH * Math.max(0, Math.min(1, weeks / 12));
  }
}
