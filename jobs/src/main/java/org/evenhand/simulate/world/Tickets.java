package org.evenhand.simulate.world;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Support cases, by the week they come in. */
public final class Tickets {
  private static final double PER_WEEK = 7;
  private static final int KEYS_PER_WEEK = 100;
  private static final List<String> PRIORITIES = List.of("low", "normal", "high", "urgent");
  private final Company company;
  private final Odds odds;

  public Tickets(Company company) {
    this.company = company;
    this.odds = new Odds(company);
  }

  /** Cases the rep gets in the week; none for other roles. */
  public List<Ticket> of(Person person, int week) {
    List<Ticket> tickets = new ArrayList<>();
    if (person.role() != Role.SUPPORT) {
      return tickets;
    }
    Dice dice = company.dice("tickets", person.number(), week);
    int count = dice.poisson(PER_WEEK);
    for (int i = 0; i < count; i++) {
      LocalDate day = company.horizon().monday(week).plusDays(dice.below(5));
      Optional<Stint> stint = person.workingOn(day);
      if (stint.isPresent() && company.horizon().holds(day)) {
        long key = ((long) person.number() * 1_000 + week) * KEYS_PER_WEEK + i;
        tickets.add(draw(key, person, stint.get(), day));
      }
    }
    return tickets;
  }

  private Ticket draw(long key, Person person, Stint stint, LocalDate day) {
    Dice dice = company.dice("ticket", key);
    int priority = dice.weighted(0.25, 0.5, 0.18, 0.07);
    boolean clean = dice.chance(odds.of(1.7, person, stint, day, 1 + dice.below(2)));
    Instant created =
        day.atTime(8 + dice.below(9), dice.below(60))
            .atZone(company.team(stint.post().team()).region().zone())
            .toInstant();
    Instant reply = created.plusSeconds(60L * Odds.days(70, 0.8, dice));
    Instant solved = reply.plusSeconds(3_600L * Odds.days(20, 0.9, dice));
    String rating =
        !dice.chance(0.35) ? "unoffered" : dice.chance(clean ? 0.9 : 0.5) ? "good" : "bad";
    return new Ticket(
        key,
        person,
        stint,
        PRIORITIES.get(priority),
        new Ticket.Times(created, reply, solved, !clean, rating));
  }
}
