package org.evenhand.simulate.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.evenhand.simulate.world.Company;
import org.evenhand.simulate.world.Dice;
import org.evenhand.simulate.world.Manager;
import org.evenhand.simulate.world.Person;
import org.evenhand.simulate.world.Raters;
import org.evenhand.simulate.world.Skill;
import org.evenhand.simulate.world.Skills;

/** One-on-ones every second week and a rated check-in every month, as generic CSV. */
public final class OneOnOnes implements Exporter {
  private static final int CHECK_IN_EVERY = 4;
  private final Skills skills;

  public OneOnOnes(Skills skills) {
    this.skills = skills;
  }

  @Override
  public void export(Delivery delivery) {
    LocalDate day = delivery.extracted();
    try (CsvFile talks =
            delivery
                .landing()
                .csv(
                    "feedback/one_on_one/one_on_one_%s.csv.gz".formatted(day),
                    Dialect.PLAIN,
                    "one_on_one_id",
                    "manager_id",
                    "report_id",
                    "scheduled_at",
                    "held_at",
                    "duration_minutes",
                    "status",
                    "agenda_items",
                    "action_items",
                    "action_items_done",
                    "skill_ids",
                    "polarity",
                    "rating",
                    "rating_min",
                    "rating_max",
                    "is_private",
                    "is_ai_assisted",
                    "notes");
        CsvFile checks =
            delivery
                .landing()
                .csv(
                    "feedback/checkin/checkin_%s.csv.gz".formatted(day),
                    Dialect.PLAIN,
                    "checkin_id",
                    "author_id",
                    "reviewer_id",
                    "period_start",
                    "period_end",
                    "due_on",
                    "submitted_at",
                    "reviewed_at",
                    "pulse",
                    "pulse_max",
                    "manager_rating",
                    "rating_min",
                    "rating_max",
                    "skill_ids",
                    "is_draft",
                    "is_private",
                    "answers")) {
      for (int week = delivery.firstWeek(); week <= delivery.lastWeek(); week++) {
        for (Person person : delivery.company().people()) {
          LocalDate held = delivery.company().horizon().monday(week).plusDays(2);
          if (person.workingOn(held).isPresent() && delivery.holds(held)) {
            Talk talk = talk(delivery.company(), person, week, held);
            if ((week + person.number()) % 2 == 0) {
              oneOnOne(talks, talk);
            }
            if ((week + person.number()) % CHECK_IN_EVERY == 1) {
              checkIn(checks, talk);
            }
          }
        }
      }
    }
  }

  private record Talk(
      String id, Person person, Manager manager, LocalDate day, Instant when, Dice dice) {}

  private static Talk talk(Company company, Person person, int week, LocalDate day) {
    int team = person.workingOn(day).orElseThrow().post().team();
    Dice dice = company.dice("one-on-one", person.number(), week);
    ZoneId zone = company.team(team).region().zone();
    String id = person.number() + "-" + week;
    return new Talk(
        id, person, company.managerOf(team, day), day, Text.during(day, zone, dice), dice);
  }

  private void oneOnOne(CsvFile file, Talk talk) {
    Dice dice = talk.dice();
    boolean held = !dice.chance(0.1);
    Skill skill = dice.pick(List.of(Skill.values()));
    int rating = rating(talk, skill);
    int actions = dice.below(4);
    file.row(
        "O" + talk.id(),
        talk.manager().workerId(),
        talk.person().workerId(),
        Text.utc(talk.when()),
        held ? Text.utc(talk.when()) : "",
        held ? 25 + dice.below(20) : "",
        held ? "HELD" : "CANCELLED",
        1 + dice.below(5),
        actions,
        dice.below(actions + 1),
        held ? skill.id() : "",
        held ? (rating >= 4 ? "POSITIVE" : rating <= 2 ? "NEGATIVE" : "NEUTRAL") : "",
        held ? rating : "",
        held ? 1 : "",
        held ? 5 : "",
        dice.chance(0.1),
        dice.chance(0.1),
        held ? "Notes on " + skill.label() : "");
  }

  private void checkIn(CsvFile file, Talk talk) {
    Dice dice = talk.dice();
    Skill skill = dice.pick(List.of(Skill.values()));
    file.row(
        "C" + talk.id(),
        talk.person().workerId(),
        talk.manager().workerId(),
        talk.day().minusDays(27),
        talk.day(),
        talk.day(),
        Text.utc(talk.when()),
        Text.utc(talk.when().plusSeconds(2 * 86_400L)),
        2 + dice.below(4),
        5,
        rating(talk, skill),
        1,
        5,
        skill.id(),
        false,
        false,
        "What went well; what did not");
  }

  private int rating(Talk talk, Skill skill) {
    Company company = skills.company();
    return Raters.rating(
        skills.level(talk.person(), skill, talk.day()),
        Raters.severity(company, talk.manager().number()),
        talk.dice());
  }
}
