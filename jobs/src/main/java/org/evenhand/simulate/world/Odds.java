package org.evenhand.simulate.world;

import java.time.LocalDate;

/** The true log odds of success: what the rep brings, what structure brings, what AI brings. */
public final class Odds {
  /** Weight of the rep's standardised talent. */
  public static final double TALENT = 0.25;

  /** Weight of a lead grade, centred on B. */
  public static final double GRADE = 0.35;

  private final Company company;
  private final Economy economy;

  Odds(Company company) {
    this.company = company;
    this.economy = new Economy(company);
  }

  /** Probability of success of a case begun that day with that base rate. */
  double of(double base, Person person, Stint stint, LocalDate day, int grade) {
    double odds =
        base
            + TALENT * person.nature().talent()
            + GRADE * (1.5 - grade)
            + economy.oddsShift(stint.post().territory(), day)
            + effect(person, stint, day).conversion() * person.nature().adoption();
    return 1 / (1 + StrictMath.exp(-odds));
  }

  Effect effect(Person person, Stint stint, LocalDate day) {
    Team team = company.team(stint.post().team());
    return team.treatedOn(day) && person.nature().adoption() > 0 ? team.effect() : Effect.NONE;
  }

  /** A lead grade 0 (A) to 3 (D): worse where the rep was allotted worse leads. */
  static int grade(Person person, Dice dice) {
    double quality = person.nature().leadLuck() + dice.normal();
    return quality > 0.8 ? 0 : quality > 0 ? 1 : quality > -0.9 ? 2 : 3;
  }

  /** Days until a decision: log-normal. */
  static int days(double median, double spread, Dice dice) {
    return (int) Math.max(1, Math.round(median * StrictMath.exp(spread * dice.normal())));
  }
}
