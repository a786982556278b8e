package org.evenhand.simulate.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.simulate.world.Deal.Course;
import org.evenhand.simulate.world.Deal.Stage;
import org.evenhand.simulate.world.Deal.Step;
import org.evenhand.simulate.world.Deal.Terms;

/** Opportunities of AEs and renewals of CSMs, by the week they are created in. */
public final class Deals {
  /** Weeks before the horizon in which deals were already created. */
  public static final int LEAD_IN_WEEKS = 20;

  private static final int KEYS_PER_WEEK = 100;
  private static final List<String> SEGMENTS = List.of("SMB", "Mid-Market", "Enterprise");
  private static final List<String> SOURCES =
      List.of("Web", "Referral", "Outbound", "Partner", "Event");
  private static final double[] LIST_AMOUNTS = {9_000, 27_000, 80_000};
  private static final double[] CYCLE_FACTORS = {0.75, 1, 1.6};
  private static final Stage[] OPEN_STAGES = {
    Stage.PROSPECTING, Stage.QUALIFICATION, Stage.PROPOSAL, Stage.NEGOTIATION
  };
  private static final double[] STAGE_STARTS = {0, 0.2, 0.5, 0.8};
  private final Company company;
  private final Odds odds;

  public Deals(Company company) {
    this.company = company;
    this.odds = new Odds(company);
  }

  /** All deals of a rep over the horizon and the lead-in before it. */
  public List<Deal> of(Person person) {
    List<Deal> deals = new ArrayList<>();
    for (int week = -LEAD_IN_WEEKS; week < company.horizon().weeks(); week++) {
      deals.addAll(of(person, week));
    }
    return deals;
  }

  /** Deals the rep creates in the week; none for SDR and support. */
  public List<Deal> of(Person person, int week) {
    double rate = ratePerWeek(person.role());
    if (rate == 0) {
      return List.of();
    }
    Dice dice = company.dice("deals", person.number(), week);
    List<Deal> deals = new ArrayList<>();
    int count = dice.poisson(rate);
    for (int i = 0; i < count; i++) {
      LocalDate day = company.horizon().monday(week).plusDays(dice.below(5));
      Optional<Stint> stint = person.workingOn(day);
      if (stint.isPresent() && day.isBefore(company.horizon().end())) {
        long key = ((long) person.number() * 1_000 + week + LEAD_IN_WEEKS) * KEYS_PER_WEEK + i;
        deals.add(draw(key, person, stint.get(), day));
      }
    }
    return deals;
  }

  private static double ratePerWeek(Role role) {
    return switch (role) {
      case AE -> 1.7;
      case CSM -> 1.1;
      case SDR, SUPPORT -> 0;
    };
  }

  private Deal draw(long key, Person person, Stint stint, LocalDate day) {
    Dice dice = company.dice("deal", key);
    int segment = dice.weighted(0.5, 0.35, 0.15);
    int grade = Odds.grade(person, dice);
    boolean renewal = person.role() == Role.CSM;
    Effect effect = odds.effect(person, stint, day);
    double scale = company.team(stint.post().team()).region().perDollar();
    double list =
        LIST_AMOUNTS[segment] * scale * StrictMath.exp(0.35 * dice.normal() + effect.dealSize());
    Terms terms =
        new Terms(
            renewal,
            SEGMENTS.get(segment),
            grade,
            renewal ? "Existing Customer" : dice.pick(SOURCES),
            list,
            dice.below(5) * 0.05);
    boolean won = dice.chance(odds.of(renewal ? 1.2 : -1.15, person, stint, day, grade));
    double median = (renewal ? 45 : 34) * CYCLE_FACTORS[segment] * (won ? 1.1 : 1);
    int length = Odds.days(median * (1 - 0.25 * effect.conversion()), 0.45, dice);
    return new Deal(key, person, stint, terms, course(day, length, won));
  }

  private static Course course(LocalDate day, int length, boolean won) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < OPEN_STAGES.length; i++) {
      LocalDate start = day.plusDays((long) (length * STAGE_STARTS[i]));
      if (i == 0 || start.isAfter(steps.get(steps.size() - 1).day())) {
        steps.add(new Step(OPEN_STAGES[i], start));
      }
    }
    steps.add(new Step(won ? Stage.WON : Stage.LOST, day.plusDays(length)));
    return new Course(won, steps);
  }
}
