package org.evenhand.simulate.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenhand.simulate.world.LeadCase.Quality;
import org.evenhand.simulate.world.LeadCase.Response;

/** Leads of SDRs, by the week they are assigned in. */
public final class Leads {
  private static final double PER_WEEK = 4.5;
  private static final int KEYS_PER_WEEK = 100;
  private static final List<String> SOURCES =
      List.of("Web", "Referral", "Purchased List", "Partner", "Event");
  private static final List<String> SEGMENTS = List.of("SMB", "Mid-Market", "Enterprise");
  private final Company company;
  private final Odds odds;

  public Leads(Company company) {
    this.company = company;
    this.odds = new Odds(company);
  }

  /** Leads assigned to the rep in the week; none for other roles. */
  public List<LeadCase> of(Person person, int week) {
    List<LeadCase> leads = new ArrayList<>();
    if (person.role() != Role.SDR) {
      return leads;
    }
    Dice dice = company.dice("leads", person.number(), week);
    int count = dice.poisson(PER_WEEK);
    for (int i = 0; i < count; i++) {
      LocalDate day = company.horizon().monday(week).plusDays(dice.below(5));
      Optional<Stint> stint = person.workingOn(day);
      if (stint.isPresent() && company.horizon().holds(day)) {
        long key = ((long) person.number() * 1_000 + week) * KEYS_PER_WEEK + i;
        leads.add(draw(key, person, stint.get(), day));
      }
    }
    return leads;
  }

  private LeadCase draw(long key, Person person, Stint stint, LocalDate day) {
    Dice dice = company.dice("lead", key);
    int grade = Odds.grade(person, dice);
    Quality quality =
        new Quality(day, dice.pick(SOURCES), SEGMENTS.get(dice.weighted(0.5, 0.35, 0.15)), grade);
    boolean held = dice.chance(odds.of(-1.05, person, stint, day, grade));
    LocalDate closed = day.plusDays(Odds.days(held ? 12 : 20, 0.5, dice));
    Instant assigned =
        day.atTime(9, dice.below(60))
            .atZone(company.team(stint.post().team()).region().zone())
            .toInstant();
    Instant response = assigned.plusSeconds(600L + dice.below(90_000));
    return new LeadCase(
        key,
        person,
        stint,
        quality,
        new Response(assigned, response, held ? Optional.of(closed) : Optional.empty(), closed));
  }
}
